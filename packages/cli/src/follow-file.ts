// Follows one file: says when it was written, and when somebody asks for it by SIGHUP.
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What is followed, and who is told. `onBlind`: the system cannot say when files change; only the signal is left. */
export type Following = { readonly file: string; readonly onChange: () => Promise<void>; readonly onBlind: () => void };

/** Editors write a file in several steps; after this many milliseconds without one it is whole. */
const SETTLED = 200;

// The folder, not the file: editors put a new file in the place of the old one.
function watchFolder({ file, onBlind }: Following, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(file)) changed();
    });
    return watcher.on('error', onBlind);
  } catch {
    onBlind();
    return null;
  }
}

/** Follows until the returned function is called. Changes are told one after the other, never two at once. */
export function followFile(following: Following): () => void {
  let timer: NodeJS.Timeout | undefined;
  let told = Promise.resolve();
  const tell = (): void => {
    told = told.then(following.onChange);
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED);
  };
  const watcher = watchFolder(following, changed);
  if (process.platform !== 'win32') process.on('SIGHUP', tell);
  return () => {
    clearTimeout(timer);
    watcher?.close();
    process.off('SIGHUP', tell);
  };
}
