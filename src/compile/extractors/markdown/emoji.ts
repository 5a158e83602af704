// addEmoji: the names of emoji as GitHub, Jekyll and Hugo read them, `:tada:`.

import type { MarkdownIt, StateCore, Token } from "markdown-it";

/** Those that are written in texts; further ones are added with their GitHub names. */
const NAMES = `
+1 👍 -1 👎 100 💯 alarm_clock ⏰ anguished 😧 arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️ art 🎨 astonished 😲
balloon 🎈 bangbang ‼️ bar_chart 📊 bear 🐻 beer 🍺 beers 🍻 beetle 🐞 bell 🔔 bird 🐦 birthday 🎂 blue_heart 💙 blush 😊
bomb 💣 book 📖 bookmark 🔖 books 📚 boom 💥 bow 🙇 broken_heart 💔 bug 🐛 bulb 💡 cake 🍰 calendar 📆 camera 📷 car 🚗
cat 🐱 champagne 🍾 chart_with_upwards_trend 📈 checkered_flag 🏁 christmas_tree 🎄 clap 👏 clipboard 📋 cloud ☁️ coffee ☕
cold_sweat 😰 computer 💻 confetti_ball 🎊 confounded 😖 confused 😕 construction 🚧 cop 👮 copyright ©️ cow 🐮 crab 🦀
cry 😢 crying_cat_face 😿 dancer 💃 dart 🎯 dash 💨 date 📅 disappointed 😞 dizzy 💫 dizzy_face 😵 dog 🐶 dolphin 🐬 door 🚪
earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 egg 🥚 elephant 🐘 envelope ✉️ exclamation ❗ expressionless 😑 eyes 👀
facepalm 🤦 fearful 😨 fire 🔥 fireworks 🎆 fish 🐟 fist ✊ floppy_disk 💾 flushed 😳 four_leaf_clover 🍀 fox_face 🦊 frog 🐸
frowning 😦 game_die 🎲 gear ⚙️ gem 💎 ghost 👻 gift 🎁 globe_with_meridians 🌐 green_heart 💚 grey_question ❔ grimacing 😬
grin 😁 grinning 😀 gun 🔫 hammer 🔨 hammer_and_wrench 🛠️ hand ✋ handshake 🤝 hatching_chick 🐣 heart ❤️ heart_eyes 😍
heartbeat 💓 hearts ♥️ heavy_check_mark ✔️ heavy_exclamation_mark ❗ heavy_plus_sign ➕ honeybee 🐝 hotsprings ♨️ hourglass ⌛
house 🏠 hugs 🤗 hushed 😯 inbox_tray 📥 information_source ℹ️ innocent 😇 jack_o_lantern 🎃 joy 😂 key 🔑 kiss 💋
kissing_heart 😘 laughing 😆 ledger 📒 link 🔗 lock 🔒 loop ➿ loudspeaker 📢 love_letter 💌 mag 🔍 mailbox 📫 man 👨
mega 📣 memo 📝 metal 🤘 microscope 🔬 money_with_wings 💸 moneybag 💰 monkey 🐒 muscle 💪 musical_note 🎵 mute 🔇
nerd_face 🤓 neutral_face 😐 new 🆕 newspaper 📰 no_entry ⛔ no_good 🙅 no_mouth 😶 notes 🎶 o ⭕ ok 🆗 ok_hand 👌 open_mouth 😮
octopus 🐙 package 📦 page_facing_up 📄 panda_face 🐼 partying_face 🥳 pencil 📝 pencil2 ✏️ penguin 🐧 pensive 😔 phone ☎️
pig 🐷 pill 💊 pizza 🍕 point_down 👇 point_left 👈 point_right 👉 point_up ☝️ police_car 🚓 poop 💩 pray 🙏 purple_heart 💜
pushpin 📌 question ❓ rabbit 🐰 racehorse 🐎 radio 📻 rage 😡 rainbow 🌈 raised_hand ✋ raised_hands 🙌 recycle ♻️ red_circle 🔴
relaxed ☺️ relieved 😌 rewind ⏪ robot 🤖 rocket 🚀 rofl 🤣 roll_eyes 🙄 rose 🌹 rotating_light 🚨 running 🏃 sad 😢
santa 🎅 satisfied 😆 scream 😱 scroll 📜 see_no_evil 🙈 seedling 🌱 shield 🛡️ ship 🚢 shipit 🐿️ shrug 🤷 skull 💀 sleeping 😴
sleepy 😪 slightly_smiling_face 🙂 smile 😄 smiley 😃 smiling_imp 😈 smirk 😏 snail 🐌 snake 🐍 snowflake ❄️ snowman ⛄ sob 😭
soccer ⚽ sos 🆘 sparkle ❇️ sparkles ✨ sparkling_heart 💖 speak_no_evil 🙊 speaker 🔈 speech_balloon 💬 spider 🕷️ star ⭐
star2 🌟 star_struck 🤩 stop_sign 🛑 stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 sun_with_face 🌞 sunflower 🌻
sunglasses 😎 sunny ☀️ sunrise 🌅 sushi 🍣 sweat 😓 sweat_drops 💦 sweat_smile 😅 tada 🎉 telephone ☎️ telescope 🔭 thinking 🤔
thought_balloon 💭 thumbsdown 👎 thumbsup 👍 tired_face 😫 tm ™️ tools 🛠️ tophat 🎩 triangular_flag_on_post 🚩 trophy 🏆
turtle 🐢 tv 📺 two_hearts 💕 umbrella ☔ unamused 😒 unicorn 🦄 unlock 🔓 upside_down_face 🙃 v ✌️ video_camera 📹 vulcan_salute 🖖
warning ⚠️ wastebasket 🗑️ watch ⌚ wave 👋 whale 🐳 white_check_mark ✅ wink 😉 wine_glass 🍷 wolf 🐺 worried 😟 wrench 🔧 writing_hand ✍️
x ❌ yellow_heart 💛 yum 😋 zap ⚡ zipper_mouth_face 🤐 zzz 💤`;

let emoji: ReadonlyMap<string, string> | null = null;

function readNames(): ReadonlyMap<string, string> {
  const words = NAMES.trim().split(/\s+/);
  return new Map(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ""] as const] : [])));
}

/** Names, one after the other. Between letters and digits colons are times, ports and names of other things. */
const NAMED = /(?<![\p{L}\p{N}:/])(?::[a-z\d_+-]{1,40}:)+(?![\p{L}\p{N}:/])/gu;
const NAME = /:([^:]+):/g;

/** Teaches a parser to read them. Code stays as it is. */
export function addEmoji(parser: MarkdownIt): void {
  parser.core.ruler.push("emoji", ({ tokens }: StateCore) => {
    for (const { type, content, children } of tokens)
      if (type === "inline" && content.includes(":")) for (const child of children ?? []) replaceNames(child);
  });
}

function replaceNames(token: Token): void {
  if (token.type !== "text" || !token.content.includes(":")) return;
  emoji ??= readNames();
  const known = emoji;
  const readOne = (whole: string, name: string): string => known.get(name) ?? whole;
  token.content = token.content.replace(NAMED, (names) => names.replace(NAME, readOne));
}
