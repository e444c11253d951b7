// A session's owner should recognise it in a list; a family name of browser and system is enough and all that is kept.

const browsers: readonly (readonly [string, string])[] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];
const systems: readonly (readonly [string, string])[] = [
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
];

/** For example `Firefox, Linux`; empty parts are left out. */
export function labelBrowser(userAgent: string | null): string {
  const agent = userAgent ?? '';
  const find = (table: readonly (readonly [string, string])[]) => table.find(([mark]) => agent.includes(mark))?.[1];
  return [find(browsers), find(systems)].filter((part) => part !== undefined).join(', ');
}
