// The table of mounts and clauses, as it stands in SPEC.md.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Limit, MountName } from '../../src/mounts/limits.ts';
import { limitsOf } from '../../src/mounts/limits.ts';
import type { Clause } from './clause.ts';

const spec = new URL('../../SPEC.md', import.meta.url);
const mark = /(<!-- mounts -->\n)([\s\S]*?)(\n<!-- \/mounts -->)/;

/** The table, and beneath it what does not hold and why. */
export function matrixOf(
  clauses: readonly Clause[],
  mounts: readonly MountName[],
  holds: (mount: MountName, id: string) => boolean,
): string {
  const rows = clauses.map(
    ({ id, text }) => `| ${id} | ${text}. | ${mounts.map((mount) => (holds(mount, id) ? '✓' : '**no**')).join(' | ')} |`,
  );
  const reasons = new Map<string, Limit>(mounts.flatMap((mount) => limitsOf(mount).map((limit) => [limit.clause + limit.text, limit])));
  return [
    `| id | clause | ${mounts.join(' | ')} |`,
    `| --- | --- |${mounts.map(() => ' :-: |').join('')}`,
    ...rows,
    '',
    ...[...reasons.values()].map(({ clause, text }) => `- ${clause}: ${text}.`),
  ].join('\n');
}

/** What stands there; with `UPDATE_GOLDEN=1` the new table is put there first. */
export function matrixInSpec(drawn: string): string {
  const text = readFileSync(spec, 'utf8');
  if (process.env['UPDATE_GOLDEN'] === '1')
    writeFileSync(
      spec,
      text.replace(mark, (_all, before: string, _old, after: string) => before + drawn + after),
    );
  return mark.exec(readFileSync(spec, 'utf8'))?.[2] ?? '';
}
