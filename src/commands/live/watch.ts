// Watching folders: one call for a burst of changes. Each folder is watched for itself, which every system can do.

import { existsSync, type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** How long the disk must be quiet: an editor writes a file in several steps. */
const quietFor = 100;

/** How often a folder that has gone is looked for. */
const lookEvery = 500;

/**
 * Calls back with the paths that changed below some folders, once for changes that come together. Names with a leading
 * dot or a closing `~` are editors' own business. Returns a function that ends it.
 */
export function watchFolders(
  folders: readonly string[],
  changed: (paths: readonly string[]) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  const burst = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const note = (path: string): void => {
    burst.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      const paths = [...burst];
      burst.clear();
      changed(paths);
    }, quietFor);
  };

  const follow = (): void => {
    const present = new Set(folders.flatMap(foldersBelow));
    for (const [folder, watcher] of watchers) {
      if (present.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of present) {
      if (!watchers.has(folder)) add(folder);
    }
    const lost = folders.filter((folder) => !existsSync(folder));
    if (lost.length > 0 && looking === undefined) {
      looking = setInterval(() => {
        if (!lost.every((folder) => existsSync(folder))) return;
        clearInterval(looking);
        looking = undefined;
        for (const folder of lost) note(folder);
      }, lookEvery);
    }
  };

  const add = (folder: string): void => {
    const gone = (): void => {
      watchers.get(folder)?.close();
      watchers.delete(folder);
      note(folder);
    };
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || isSeen(name)) note(name === null ? folder : join(folder, name));
        if (!existsSync(folder)) gone();
      });
      watcher.on("error", gone);
      watchers.set(folder, watcher);
    } catch {
      // The folder went between being listed and being watched; its parent tells of that.
    }
  };

  follow();
  return () => {
    clearTimeout(timer);
    clearInterval(looking);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function isSeen(name: string): boolean {
  return !name.startsWith(".") && !name.endsWith("~");
}

/** A folder and all folders in it; nothing where there is none. */
function foldersBelow(folder: string): string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && isSeen(entry.name),
    );
    return [folder, ...inside.flatMap((entry) => foldersBelow(join(folder, entry.name)))];
  } catch {
    return [];
  }
}
