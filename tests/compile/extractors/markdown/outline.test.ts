// What Logseq keeps in its outlines for itself.

import { expect, test } from "vitest";
import { dropProperties } from "../../../../src/compile/extractors/markdown/outline.ts";

test.each([
  ["- a\n  id:: 64c0f0e1-aa\n  collapsed:: true\n\t- b", "- a\n\n\n\t- b"],
  ["- DONE a\n  :LOGBOOK:\n  CLOCK: [x]\n  :END:\n- b", "- DONE a\n\n\n\n- b"],
  ["- a\n  author:: Ana\n- std:: vector", "- a\n  author:: Ana\n- std:: vector"],
  ["```\nid:: 1\n```", "```\nid:: 1\n```"],
  ["- a\n  done:: 1612345678901", "- a\n"],
  ["- todo:: buy milk\n- done:: yes", "- todo:: buy milk\n- done:: yes"],
  ["- ```\n  id:: 1\n  ```\n- a\n  id:: 2", "- ```\n  id:: 1\n  ```\n- a\n"],
  ["  :LOGBOOK:\nnever ends", "  :LOGBOOK:\nnever ends"],
])("%j", (text, left) => {
  expect(dropProperties(text)).toBe(left);
});
