import { expect, test } from "vitest";
import { endingOf, mediaTypeOf } from "../../src/catalog/media.ts";

test("a file is what its ending says, in capitals too, and whatever follows in an address", () => {
  expect(mediaTypeOf("2024/DSC_0042.JPG")).toBe("image/jpeg");
  expect(mediaTypeOf("https://a.example/talk.mp3?from=feed.zip#t=10")).toBe("audio/mpeg");
  expect(mediaTypeOf("report.v2.pdf")).toBe("application/pdf");
  expect(endingOf("Boat.PNG#left")).toBe("png");
});

test("what has no ending of a picture, a recording or a document is not published", () => {
  for (const name of ["README", "notes.pdf/cover", "run.exe", "constructor", "a.constructor", ""])
    expect(mediaTypeOf(name), name).toBeNull();
});
