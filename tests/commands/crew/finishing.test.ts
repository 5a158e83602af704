import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openFinishing } from "../../../src/commands/crew/finishing.ts";
import { openSpoolWriter } from "../../../src/commands/crew/spool.ts";
import { packSpots } from "../../../src/commands/crew/spots.ts";
import { layOutArchives, layOutPages, makeColdFile } from "../../../src/compile/bundle/cold.ts";
import { callRolls } from "../../../src/compile/bundle/tables.ts";
import { statedCatalog } from "../../compile/unpressed.ts";
import { makeFolder } from "../newsroom.ts";

test("files are made of what lies in spools as they are of what is at hand", () => {
  const folder = makeFolder();
  // Small ones and then large ones: room that was enough is not any more.
  const catalogs = [10, 30_000].map((padding) =>
    statedCatalog(
      Array.from({ length: 70 }, () => ({ topics: ["a"] })),
      ["a"],
      { padding },
    ),
  );
  const finishing = openFinishing(folder);
  onTestFinished(finishing.close);
  for (const [number, catalog] of catalogs.entries()) {
    const writer = openSpoolWriter(folder, `spool-${number}`);
    const spots = catalog.articles.map((_, at) => ({
      record: writer.add(catalog.record(at)),
      page: writer.add(catalog.page(at)),
    }));
    writer.close();
    const shape = { buckets: 2, pagesPerFile: 1 };
    const files = [
      ...layOutArchives(catalog, callRolls(catalog), shape),
      ...layOutPages(catalog, shape, { zz: { id: "urn:uuid:1", when: 1, reason: null } }),
    ];
    for (const [at, { recipe }] of files.entries()) {
      if (recipe.kind === "bytes") throw new Error("nothing of it is at hand");
      const those = recipe.ordinals.flatMap((ordinal) => spots[ordinal] ?? []);
      const place = join(folder, `made-${number}-${at}`);
      const task = {
        place,
        recipe: { ...recipe, ordinals: [] },
        records: packSpots(those.map(({ record }) => record)),
        pages: packSpots(those.map(({ page }) => page)),
      };
      finishing.bake([task]);
      expect(readFileSync(place).equals(makeColdFile(recipe, catalog))).toBe(true);
    }
  }
});
