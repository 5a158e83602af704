import { expect, test } from "vitest";
import { ALL } from "../../../src/catalog/catalog.ts";
import type { Ready } from "../../../src/compile/bundle/documents.ts";
import { brotliSizeOf, openListRoom, sizeOf } from "../../../src/compile/bundle/listRoom.ts";

const listOf = (gzip: number, brotli: number): Ready[] => [
  { gzip: { length: gzip }, brotli: { length: brotli } } as Ready,
];

test("room is given until there is too little, and what is asked for most has room for its Brotli first", () => {
  const [all, small] = [listOf(1000, 800), listOf(100, 80)];
  const [allGzip, smallGzip, allBrotli] = [sizeOf(all), sizeOf(small), brotliSizeOf(all)];
  const room = openListRoom(allGzip + allBrotli + smallGzip + 10);
  expect(room.take(ALL, all)).toBe(true);
  expect(room.left()).toBe(smallGzip + 10 + allBrotli);
  expect(room.take("a", small)).toBe(true);
  expect(room.take("b", small)).toBe(false);
  expect(room.left()).toBe(10 + allBrotli);
});

test("no room is kept for a Brotli that does not fit", () => {
  const all = listOf(1000, 800);
  const room = openListRoom(sizeOf(all) + brotliSizeOf(all) - 1);
  expect(room.take(ALL, all)).toBe(true);
  expect(room.left()).toBe(brotliSizeOf(all) - 1);
  expect(room.take("a", listOf(100, 80))).toBe(true);
});
