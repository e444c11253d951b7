// Everything the example is: the stranger's host, Django, and the guard in front of it.
import { LibraryError } from './errors.ts';
import { findDjango, noDjango } from './find-django.ts';
import type { Guarded } from './guard-library.ts';
import { guardLibrary } from './guard-library.ts';
import type { Django } from './start-django.ts';
import { startDjango } from './start-django.ts';
import type { Stranger } from './start-stranger.ts';
import { startStranger } from './start-stranger.ts';

/** `port` is where visitors come in; 0 takes a free one. `say` is told what Django complains of. */
export type LibraryOptions = { readonly port: number; readonly say?: (text: string) => void };

/** The running example. */
export type Library = {
  readonly stranger: Stranger;
  readonly django: Django;
  readonly guarded: Guarded;
  readonly close: () => Promise<void>;
};

/** Starts all three; closes what it started if a later one fails. Throws LIBRARY_NO_DJANGO where no Python has Django. */
export async function startLibrary({ port, say }: LibraryOptions): Promise<Library> {
  const found = await findDjango();
  if (found === null) throw new LibraryError('LIBRARY_NO_DJANGO', noDjango);
  const ends: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const stranger = await startStranger();
    ends.push(stranger.close);
    const django = await startDjango({ python: found.python, script: stranger.script, ...(say === undefined ? {} : { say }) });
    ends.push(django.close);
    const guarded = await guardLibrary({ upstream: django.url, port });
    ends.push(guarded.close);
    return { stranger, django, guarded, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
