// shapeFeatures: what a line shows by itself, crossed with where it stands.

import type { LineView } from "./view.ts";

/** How credits of pictures begin. */
const CREDIT =
  /^[([]?\s*(?:©|\(c\)|(?:file )?(?:photos?|photographs?|images?|pictures?|fotos?|bild(?:er)?|grafik|ảnh|hình|credits?|crédit|фото|illustrations?|video)(?: credit| by| courtesy)?\s*[:/©|]|(?:photo|image|courtesy)(?:graph)? (?:by|of|courtesy)|getty|reuters|imago|dpa|afp|shutterstock|写真)/iu;
/** What a template leaves behind when nobody fills it in. */
const TEMPLATE = /\[\/?[a-z_]+ [a-z_]+=|^\[[A-Z_]{4,}\]$|\$\{\w+\}/;
const BRACES: readonly (readonly [open: string, close: string])[] = [
  ["{{", "}}"],
  ["<%", "%>"],
];
const SPEAKS_TO_READER = /(?<![\p{L}])(?:you|your|we|our|us|wir|uns|vous|nous|usted|bạn)(?![\p{L}])/iu;

/** Names of the features of the line's own text. */
export function* shapeFeatures({ block, place, size, kind, links }: LineView): Generator<string> {
  const { facts } = block;
  const { text, words } = facts.line;
  const length = words > 12 ? "long" : "short";
  yield* [`size ${size}`, `size ${size} ${place}`, `size ${size} ${facts.end}`, `${kind} ${place}`];
  yield* [`links ${links}`, `links ${links} ${kind}`, `links ${links} ${place}`, `links ${links} ${size}`];
  yield* [`end ${facts.end} ${kind}`, `sentences ${Math.min(3, facts.sentences)}`];
  if (words >= 4) yield `small ${Math.min(5, Math.floor(facts.small * 12))} ${length}`;
  yield `capitals ${Math.min(4, Math.floor(facts.capitals * 5))} ${words > 4 ? "long" : "short"}`;
  if (facts.digits > 0.1) yield `digits ${facts.digits > 0.3 ? "many" : "some"}`;
  for (const name of facts.noise) {
    yield* [`noise ${name}`, `noise ${name} ${place}`];
    if (words > 12) yield `noise ${name} long`;
  }
  if (facts.noise.length === 0) yield* ["no noise", `no noise ${place}`];
  if (facts.caption) yield* ["caption", `caption ${length}`];
  if (facts.address) yield "address";
  if (/^["“„«‘'—–-]/.test(text)) yield "opens with quote";
  if (/^\p{Ll}/u.test(text)) yield `opens small ${place}`;
  if (/^\d+[.)]\s/.test(text)) yield `numbered ${place}`;
  if (/\?$/.test(text)) yield `question ${place}`;
  if (/[|•·»›]/.test(text.slice(1))) yield `separator ${place}`;
  if (/https?:|www\./.test(text)) yield "holds address";
  if (SPEAKS_TO_READER.test(text)) yield `addresses reader ${kind}`;
  if (words < 14 && /^(?:By|Von|Par|Por|Di|Av|Door|Autor)\s+\p{Lu}/u.test(text)) yield "byline";
  if (words < 12 && /\b(?:19|20)\d\d\b/.test(text)) yield `short with year ${place}`;
  if (words < 16 && CREDIT.test(text)) yield* ["opens like a credit", `opens like a credit ${place}`];
  if (TEMPLATE.test(text) || BRACES.some(([open, close]) => encloses(text, open, close)))
    yield "template remains";
  if (block.hidden) yield* ["hidden", `hidden ${place}`];
}

/** True where the one stands somewhere before the other. */
function encloses(text: string, open: string, close: string): boolean {
  const start = text.indexOf(open);
  return start >= 0 && text.lastIndexOf(close) >= start + open.length;
}
