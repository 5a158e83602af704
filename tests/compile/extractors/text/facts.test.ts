import { describe, expect, test } from "vitest";
import { factsOf } from "../../../../src/compile/extractors/text/facts.ts";
import { readLines } from "../../../../src/compile/extractors/text/lines.ts";
import { splitRows } from "../../../../src/compile/extractors/text/rows.ts";
import { unwrapRows } from "../../../../src/compile/extractors/text/unwrap.ts";

function factsOfLine(text: string) {
  const [fact] = readLines(unwrapRows(splitRows(text)).rows).map(factsOf);
  if (fact === undefined) throw new Error("the line is blank");
  return fact;
}

describe("a paragraph is prose in scripts that part no words, and end no sentence with a full stop", () => {
  test.each([
    [
      "Thai",
      "เรือลำใหม่ของนำร่องท่าเรือได้ออกจากท่าในวันนี้ และเจ้าหน้าที่บอกว่าเรือจะให้บริการได้ทุกวันแม้ว่าอากาศจะไม่ดีก็ตาม ซึ่งเรือลำเก่านั้นอยู่ที่ท่ามานานแล้ว",
    ],
    [
      "Burmese",
      "ဆိပ်ကမ်းမှာ ရေယာဉ်သစ်ကို ဒီနေ့ စတင်အသုံးပြုခဲ့ပြီး ရာသီဥတု ဆိုးရွားတဲ့ နေ့တွေမှာလည်း ထွက်နိုင်မယ်လို့ တာဝန်ရှိသူတွေက ပြောပါတယ်။ ရေယာဉ်ဟောင်းကို ပြန်လည်ပြင်ဆင်မှာ ဖြစ်ပါတယ်။",
    ],
    [
      "Khmer",
      "ទូកថ្មីរបស់កំពង់ផែបានចេញដំណើរនៅថ្ងៃនេះ ហើយមន្ត្រីនិយាយថាទូកនេះនឹងអាចដំណើរការជារៀងរាល់ថ្ងៃ។ ទូកចាស់ដែលមាននៅក្នុងកំពង់ផែត្រូវបានជួសជុល។",
    ],
  ])("%s", (_, text) => {
    expect(factsOfLine(text).prose).toBeGreaterThan(0);
  });

  test("a row of labels is not", () => {
    expect(factsOfLine("การเมือง เศรษฐกิจ วัฒนธรรม บันเทิง ต่างประเทศ คุณภาพชีวิต แรงงาน สิ่งแวดล้อม").prose).toBe(0);
  });
});

test("a sentence may begin with a letter that has no capitals", () => {
  const text =
    "غادر القارب الجديد الميناء في أول أيام الأسبوع. وقال المسؤولون إن القارب القديم عاد إلى الرصيف بعد سنوات من العمل؟ لم يجب أحد";
  expect(factsOfLine(text)).toMatchObject({ sentences: 2, end: "none" });
  expect(factsOfLine(text).prose).toBeGreaterThan(0);
});
