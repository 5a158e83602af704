import fc from "fast-check";
import { expect, test } from "vitest";
import { packOrdinals, unpackOrdinals } from "../../src/catalog/artefact.ts";
import { contentOf, detailTag, listTag, shortVersion, versionsIn } from "../../src/catalog/versions.ts";

const anySums = fc.array(fc.nat(0xffffffff), { maxLength: 50 });

test("a list's tag is weak, quoted, and the same for the same content", () => {
  expect(listTag(1, [2, 3])).toMatch(/^W\/"[\w-]{18}"$/);
  expect(listTag(1, [2, 3])).toBe(listTag(1, [2, 3]));
});

test("a list's tag tells apart other heads, other entries and another order", () => {
  const tags = [
    listTag(1, [2, 3]),
    listTag(4, [2, 3]),
    listTag(1, [3, 2]),
    listTag(1, [2]),
    listTag(1, [2, 3, 3]),
    listTag(1, []),
  ];
  expect(new Set(tags).size).toBe(tags.length);
  fc.assert(
    fc.property(anySums, anySums, (a, b) => (listTag(0, a) === listTag(0, b)) === (a.join() === b.join())),
  );
});

test("a detailed tag lists its entries' versions, and stands for the same content", () => {
  fc.assert(
    fc.property(fc.nat(), anySums, (head, sums) => {
      const tag = listTag(head, sums);
      const opaque = detailTag(tag, sums).slice(3, -1);
      expect(contentOf(opaque)).toBe(tag.slice(3, -1));
      expect(versionsIn(opaque)).toEqual(new Set(sums.map(shortVersion)));
    }),
  );
});

test("a tag of somebody else lists nothing", () => {
  for (const tag of ["abc", "abc.x", "abc.!!!!!", ""]) expect(versionsIn(tag)).toBeNull();
});

test("packed ordinals unpack to themselves", () => {
  const ascending = fc.uniqueArray(fc.nat(3_000_000)).map((list) => list.sort((a, b) => a - b));
  fc.assert(fc.property(ascending, (list) => [...unpackOrdinals(packOrdinals(list))].join() === list.join()));
});
