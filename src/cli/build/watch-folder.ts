/** Tells when a file below a folder changed, was added or removed. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Calls `changed` with the path that an event names (or its folder's); several calls may tell of one save. */
export function watchFolder(root: string, changed: (path: string) => void): { readonly close: () => void } {
  // One watcher a folder: editors save by renaming, which a watcher of the file itself loses sight of.
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchAll = (): string[] => {
    const folders = foldersOf(root);
    for (const folder of [...watchers.keys()]) if (!folders.includes(folder)) forget(folder);
    const added = folders.filter((folder) => !watchers.has(folder));
    for (const folder of added) {
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        changed(name === null ? folder : join(folder, name));
        // A new folder may hold files already, of which no event will tell.
        if (event === 'rename') for (const found of watchAll()) changed(found);
      });
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    }
    return added;
  };
  watchAll();
  return {
    close() {
      for (const folder of [...watchers.keys()]) forget(folder);
    },
  };
}

/** `root` and every folder below it; none where it is gone. */
function foldersOf(root: string): string[] {
  try {
    const below = readdirSync(root, { recursive: true, withFileTypes: true });
    return [root, ...below.filter((e) => e.isDirectory()).map((e) => join(e.parentPath, e.name))];
  } catch {
    return [];
  }
}
