// functionWordShare: how much of a line is the small words that sentences need and labels lack.

/** The commonest small words by language. They separate prose from labels; they are not a language detector. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  vi: "và của là có được cho trong với các những một này đã không người khi từ đến tại để ra vào sẽ cũng đang thì như về theo do bị trên ở sau ông bà anh họ nhiều nhưng vì nên mà còn phải nếu rằng bởi việc",
  en: "the of and to in is that for it as was with be by on not he his but at are this have from or had an they which one you were all we her she there their has been if more when will would who so no what can its than into could only then some these my our your i me do about like just how also",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr wenn kann hatte",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son ont aux d l qu mais cette ou être nous leur elle été ses comme je vous y on même si deux",
  es: "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son fue era muy también",
  it: "di e il la che in a per un del non è una i le da con si al della sono dei gli nel come più alla ha anche ma o delle lo se ed dal su nella suo",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está",
  nl: "de van een het en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit door naar heeft werd nog wordt over tot ze hij was worden kan zich",
  da: "og i at det er en på til som med for av af den ikke de har et fra var han om men så vi jeg kan ble blev sier ved skal også dette denne seg sig men eller etter efter hun",
  sv: "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år efter hon säger ska också eller",
  pl: "w i z na się nie do to że jest o jak za od po a przez ale dla jego są tym co ich ma był oraz czy już może być które który",
  ru: "и в не на что я с он как это по но из у за от о к для его а так же мы до то вы было если при есть или чтобы только она они был уже их бы мне еще когда",
  uk: "і в не на що з та як до це за у по його від про а але для він та які був його ми",
  tr: "ve bir bu da de için ile olarak daha çok en gibi olan ne var ama o kadar sonra ki olduğu değil her ise",
  is: "og að í á sem er við það til en af með um ekki því fyrir þá hann var hafa verið eru",
  id: "yang dan di dengan untuk ini dari pada tidak dalam itu akan ke adalah juga telah oleh karena sebagai ada mereka atau",
  sw: "na ya wa kwa ni katika za la cha kuwa hiyo hii huo alisema ambayo kwamba",
  sr: "и је у на се да за су од с а о који што не ће из као то по до није или би био која али са само већ након како",
  bg: "и на да се за от в не е са с че по ще като до си през което които това но при бе след или който",
  el: "και το να του η της με που για την από στο δεν ο τα θα οι τον είναι σε τη στην των τους μας ότι ή έχει αυτό αλλά μια ένα",
  ar: "في من على أن إلى عن التي الذي مع هذا هذه ما لا كان وقد كما بعد قد بين أو لم كل حيث ذلك إن بها به قال وقال أنه كانت قبل ولا عند",
  fa: "و در به از که این را با است برای آن یک خود تا بر هم نیز شده می ها اما کرد شد ای هر بود وی دو پس",
  ur: "کے کی میں سے اور ہے کا کو نے یہ پر کہ ہیں اس بھی تھا ہو کر نہیں ایک جو گیا ہوئے تھی",
  he: "של את על לא הוא כי גם זה עם אל היא או אם אך יש כל רק מה אני היה הם לפי בין אבל כך כמו",
  zu: "ukuthi ukuba futhi kodwa lapho uma ngoba kanti nge le lo la ba",
};

const ALL = new Set(Object.values(FUNCTION_WORDS).flatMap((words) => words.split(" ")));

/** Scripts that part no words, and the small words of those who write them. */
const UNSPACED: readonly { readonly script: RegExp; readonly small: RegExp }[] = [
  {
    script: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu,
    small: /[のはをがにでともへやかられたしてるです的了是在和不有這这我他也就]/gu,
  },
  {
    script: /\p{sc=Thai}/gu,
    small: /ที่|และ|ใน|ของ|การ|ความ|เป็น|ได้|ว่า|ไม่|จะ|ให้|กับ|จาก|โดย|นี้|นั้น|แล้ว|อยู่|ซึ่ง|หรือ|แต่|เพื่อ|มี/gu,
  },
  { script: /\p{sc=Lao}/gu, small: /ທີ່|ແລະ|ໃນ|ຂອງ|ການ|ຄວາມ|ເປັນ|ໄດ້|ວ່າ|ບໍ່|ຈະ|ໃຫ້|ກັບ|ຈາກ|ໂດຍ|ນີ້|ແລ້ວ|ຢູ່|ມີ/gu },
  { script: /\p{sc=Khmer}/gu, small: /និង|នៅ|ដែល|ជា|បាន|ការ|នេះ|ក្នុង|មាន|របស់|ដោយ|ថា|ពី|ដើម្បី|មិន|ទៅ|នៃ|ឲ្យ/gu },
  {
    script: /\p{sc=Myanmar}/gu,
    small: /ကို|များ|တွေ|နဲ့|မှာ|သည်|တယ်|တဲ့|ပြီး|ဖြစ်|အတွက်|လို့|ခဲ့|ဟာ|နှင့်|တွင်|မှ|ရှိ/gu,
  },
];

/** The share of function words among a line's words, 0 to 1. Without spaces, of their signs among all signs. */
export function functionWordShare(text: string): number {
  for (const { script, small } of UNSPACED) {
    const unspaced = text.match(script)?.length ?? 0;
    if (unspaced * 2 > text.length) return (text.match(small)?.join("").length ?? 0) / unspaced;
  }
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 0;
  return words.filter((word) => ALL.has(word)).length / words.length;
}
