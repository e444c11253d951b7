// The files that pages refer to: scripts, stylesheets and words, from the site's own origin.
import type { ClientScripts } from './client-scripts.ts';
import type { NoticeStyles } from './notice-styles.ts';

/** One file. */
export type ServedFile = {
  readonly path: string;
  readonly type: 'text/javascript' | 'text/css' | 'application/json';
  readonly body: string;
};

/** Scripts and stylesheets by path; those that stand in pages are there too, for pages of sites whose policy wants files. */
export function collectFiles({ inPage, more }: ClientScripts, styles: NoticeStyles | null): ReadonlyMap<string, ServedFile> {
  const sheets = styles === null ? [] : [styles.page, styles.banner, styles.preferences].filter(({ body }) => body !== '');
  const files: readonly ServedFile[] = [
    ...[...inPage, more].map(({ path, body }): ServedFile => ({ path, body, type: 'text/javascript' })),
    ...sheets.map(({ path, body }): ServedFile => ({ path, body, type: 'text/css' })),
  ];
  return new Map(files.map((file) => [file.path, file]));
}
