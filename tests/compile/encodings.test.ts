import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSeed } from "../../src/compile/encodings.ts";

const NEWS =
  "Sáng 20/12, Bộ Tư lệnh Cảnh sát biển Việt Nam tổ chức lễ tiếp nhận tàu mới.\nTàu được đóng ở Hải Phòng.";

/** windows-1258 as editors write it: base letters with â ă ê ô ơ ư whole, tones as marks after them. */
function encode1258(text: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    table.set(new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte);
  }
  const spelled = text
    .normalize("NFD")
    .replace(/([aeou])([\u0323\u0300\u0301\u0303\u0309]?)([\u0302\u0306\u031B])/gi, "$1$3$2");
  return Uint8Array.from(
    [...spelled.replace(/[aeou][\u0302\u0306\u031B]/gi, (s) => s.normalize("NFC"))],
    (c) => table.get(c) ?? 63,
  );
}

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

/** Latin-1 letters as single bytes, what a file written for old fonts holds. */
function encodeLatin1(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

function decode(bytes: Uint8Array, path = "a.txt") {
  return decodeSeed({ path, bytes });
}

describe("a text reads the same however it is encoded", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", Buffer.from(NEWS), "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${NEWS}`), "utf-8"],
    ["UTF-8, decomposed", Buffer.from(NEWS.normalize("NFD")), "utf-8"],
    ["UTF-8 with CRLF", Buffer.from(NEWS.replaceAll("\n", "\r\n")), "utf-8"],
    ["UTF-8 with no-break spaces", Buffer.from(NEWS.replaceAll(" ", "\u00A0")), "utf-8"],
    ["UTF-16, little end first, with a mark", encodeUtf16(`\uFEFF${NEWS}`, false), "utf-16le"],
    ["UTF-16, big end first, with a mark", encodeUtf16(`\uFEFF${NEWS}`, true), "utf-16be"],
    ["UTF-16, little end first", encodeUtf16(NEWS, false), "utf-16le"],
    ["UTF-16, big end first", encodeUtf16(NEWS, true), "utf-16be"],
    ["windows-1258", encode1258(NEWS), "windows-1258"],
  ])("%s", (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: NEWS, encoding, problems: [] });
  });
});

describe("a page is read by the charset it declares", () => {
  test("a Japanese page in Shift_JIS", () => {
    const start = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>';
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from([0x93, 0xfa, 0x96, 0x7b])]);
    expect(decode(bytes, "a.html")).toEqual({ text: `${start}日本`, encoding: "shift_jis", problems: [] });
  });

  test("whatever ending its name has of those that pages have", () => {
    const start = '<?xml version="1.0" encoding="windows-1251"?><p>';
    const bytes = Buffer.concat([
      Buffer.from(start),
      Buffer.from([0xcd, 0xee, 0xe2, 0xee, 0xf1, 0xf2, 0xe8]),
    ]);
    for (const path of ["a.htm", "a.html", "a.xhtml"])
      expect(decode(bytes, path)).toMatchObject({ text: `${start}Новости`, encoding: "windows-1251" });
  });

  test("a page saved again as UTF-8 is UTF-8, whatever it still declares", () => {
    const page = '<meta charset="gb2312"><p>Cảnh sát biển</p>';
    expect(decode(Buffer.from(page), "a.html").text).toBe(page);
  });
});

test("French in windows-1252 is not taken for Vietnamese, and the guess is reported", () => {
  const text = "L’été dernier, à Besançon, les élèves ont fêté Noël très tôt.";
  const bytes = Buffer.from(text.replace("’", "'"), "latin1");
  const { encoding, problems } = decode(bytes);
  expect(encoding).toBe("windows-1252");
  expect(problems.map((problem) => problem.what)).toEqual([
    "the file names no encoding and was read as windows-1252",
  ]);
});

describe("Vietnamese written for fonts is converted, and that is reported", () => {
  const tcvn3 =
    "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. C¶nh s¸t biÓn tiÕp nhËn tµu míi ë H¶i Phßng";
  const vni =
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. Caûnh saùt bieån tieáp nhaän taøu môùi ôû Haûi Phoøng, ñöôïc ngöôøi daân";
  const said =
    "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Cảnh sát biển tiếp nhận tàu mới ở Hải Phòng";

  test.each<[string, Uint8Array, string]>([
    ["TCVN3, as bytes", encodeLatin1(tcvn3), said],
    ["TCVN3, pasted into UTF-8", Buffer.from(tcvn3), said],
    ["VNI, as bytes", encodeLatin1(vni), `${said}, được người dân`],
    ["VNI, pasted into UTF-8", Buffer.from(vni), `${said}, được người dân`],
  ])("%s", (name, bytes, expected) => {
    const { text, encoding, problems } = decode(bytes);
    expect(text).toBe(expected);
    expect(encoding).toBe(name.split(",")[0]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.level).toBe("warning");
  });

  test.each([
    [
      "German",
      "Für Mädchen und Jungen gäbe es höhere Hürden, größere Flächen, schönere Häuser und müde Füße.",
    ],
    [
      "Spanish",
      "El año pasado, según él, la región también recibió más inversión: educación, energía, crédito, café.",
    ],
    [
      "Portuguese",
      "A eleição não é só aqui: há ações, opções, orações, corações, lições e uma nação à espera.",
    ],
    [
      "Icelandic",
      "Það er mjög gott að þú ert hér í dag, því að við ætlum að fara út á sjó í kvöld með föður þínum.",
    ],
    [
      "English with pounds",
      "Houses cost £198,000 in Leeds, £212,000 in York, £231,000 in Hull, £99,000 in Goole, £140,000 in Selby, £176,000 in Ripon, £305,000 in Otley, £155,000 in Malton, £87,000 in Whitby and £120,000 in Filey.",
    ],
    [
      "Russian with its quotation marks",
      "В музее «Арктика» открылась выставка «Люди льда». Об этом сообщило агентство «Север», а письма передал ледокол «Красин», карты судно «Таймыр», дневники клуб «Полюс».",
    ],
    ["Korean with points between words", "경제·사회·문화·과학·기술·환경·교육·보건·복지·노동·외교·국방"],
    [
      "a list of names parted by points",
      "By Ann·Lee Bob·Ray Cy·Fox Di·Orr Ed·Poe Flo·Kay Guy·Ash Hal·Ott Ida·Dow Jon·Pym Kit·Fry Lou·Day, who wrote all of the many long stories in this book about a river and the people who live on its banks and in its boats, and who fish there by night as well as by day, in the old way, for the market in the town below.",
    ],
  ])("%s is left alone", (_, text) => {
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: "utf-8", problems: [] });
  });
});

describe("a file that is no text is refused with its reason", () => {
  test.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(), "the file is empty"],
    ["a file of blank lines", Buffer.from("\n \r\n"), "the file holds nothing but white space"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "the file is a PDF, not text"],
    [
      "unknown bytes",
      Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 32),
      "the file is binary, not text",
    ],
    [
      "a file of a byte more than 5 MB",
      new Uint8Array(5 * 1024 * 1024 + 1).fill(97),
      "the file has 5.1 MB, more than the 5 MB that are read",
    ],
    [
      "a file of 6 MB",
      new Uint8Array(6 * 1024 * 1024).fill(97),
      "the file has 6.0 MB, more than the 5 MB that are read",
    ],
  ])("%s", (_, bytes, what) => {
    const { text, problems } = decode(bytes);
    expect(text).toBeNull();
    expect(problems).toMatchObject([{ path: "a.txt", level: "error", what }]);
  });
});

test("a file cut in the middle of a letter loses that letter only, and that is reported", () => {
  const { text, problems } = decode(Buffer.from("Cảnh sát\nbiể").subarray(0, -1));
  expect(text).toBe("Cảnh sát\nbi");
  expect(problems).toMatchObject([
    { line: 2, level: "warning", what: "the file was cut in the middle of a letter" },
  ]);
});

test("characters no feed may carry are removed, and reported with their first line", () => {
  const { text, problems } = decode(Buffer.from("one\ntw\u0008o\uFFFE"));
  expect(text).toBe("one\ntwo");
  expect(problems).toMatchObject([
    { line: 2, level: "warning", what: "2 control characters that no feed may carry were left out" },
  ]);
});

test("any bytes at all give a text or a reason, and never throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom("a.txt", "a.html"), (bytes, path) => {
      const { text, problems } = decodeSeed({ path, bytes });
      expect(text !== null || problems.some((problem) => problem.level === "error")).toBe(true);
    }),
    { numRuns: 500 },
  );
});
