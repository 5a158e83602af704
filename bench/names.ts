// Names: people, places, ships, days and numbers, as many as real news has.

import type { ProseLanguage } from "./language.ts";
import type { Random } from "./random.ts";

const people = {
  en: {
    given: split(
      "Anna Ben Clara David Elena Farid Grace Hassan Ines Jonas Karen Liam Maria Nadia Oscar Priya Quentin",
    ),
    family: split(
      "Abbott Brandt Castillo Dahl Evans Ferrari Gupta Holm Ibrahim Jensen Kowalski Lindqvist Moreau Nakamura",
    ),
  },
  vi: {
    given: split(
      "An Bình Châu Dũng Đức Giang Hà Hải Hạnh Hiếu Hòa Hùng Khánh Lan Linh Mai Minh Nam Nga Phong Phúc Quân",
    ),
    family: split("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"),
  },
} as const;
const middle = split("Văn Thị Minh Đức Quang Ngọc Thanh Hữu Xuân Thu Kim Gia");
const places = [
  ..."Hải Phòng, Đà Nẵng, Nha Trang, Quy Nhơn, Vũng Tàu, Cần Thơ, Cà Mau, Hạ Long, Vinh, Huế, Phan Thiết".split(
    ", ",
  ),
  ..."Rạch Giá, Tuy Hòa, Đồng Hới, Phú Quốc, Lý Sơn, Cam Ranh, Bến Tre, Sóc Trăng, Móng Cái".split(", "),
  ..."Manila, Yokohama, Busan, Kaohsiung, Surabaya, Penang, Darwin, Chennai, Colombo, Fremantle".split(", "),
  ..."Bergen, Porto, Trieste, Gdansk, Halifax, Valparaiso, Nagasaki, Cebu, Davao, Batangas".split(", "),
];
const syllables = split(
  "ka mo ri san ta ve lu no hi ra den mar tho qui bel ost wen dor fa gi jun pel sor ty zan cro",
);
const months = split("January February March April May June July August September October November December");

const makers: Readonly<Record<string, (language: ProseLanguage, random: Random) => string>> = {
  person: (language, random) => {
    const { given, family } = people[language];
    return language === "vi"
      ? `${random.pick(family)} ${random.pick(middle)} ${random.pick(given)}`
      : `${random.pick(given)} ${coin(random, 2)} ${random.pick(family)}`;
  },
  place: (_, random) => (random.next() < 0.6 ? random.pick(places) : coin(random, random.whole(2, 3))),
  ship: (_, random) => `${coin(random, random.whole(2, 3))} ${random.whole(10, 999)}`,
  number: (_, random) => String(random.whole(3, random.next() < 0.7 ? 90 : 4000)),
  day: (language, random) =>
    language === "vi"
      ? `${random.whole(1, 28)}-${random.whole(1, 12)}`
      : `${random.whole(1, 28)} ${random.pick(months)}`,
};

/** A name of a kind the texts ask for in braces. */
export function nameFor(kind: string, language: ProseLanguage, random: Random): string {
  const make = makers[kind];
  if (make === undefined) throw new Error(`There are no names of the kind "${kind}".`);
  return make(language, random);
}

/** A word nobody has heard before. */
function coin(random: Random, length: number): string {
  const word = Array.from({ length }, () => random.pick(syllables)).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function split(words: string): readonly string[] {
  return words.split(" ");
}
