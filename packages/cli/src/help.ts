// The help texts, made from the same data that the command line is read with.
import { readFileSync } from 'node:fs';
import type { Verb, VerbOption } from './verb.ts';
import type { ListedVerb } from './verbs.ts';
import { verbs } from './verbs.ts';

/** `candor 0.1.0`. */
export function versionLine(): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return `candor ${manifest.version}`;
}

/** The list of verbs. */
export function overview(): string {
  return [
    `${versionLine()}: one declaration of a site’s cookies and trackers, made true`,
    '',
    'Usage: candor VERB [options]',
    '',
    ...aligned(verbs.map(({ name, summary }) => [name, summary])),
    '',
    'candor VERB --help says more. A new site begins with `candor init`, then `candor check`.',
    'Exit codes: 0 well · 1 findings, lint errors or not proved · 2 bad usage or input · 3 inconclusive',
  ].join('\n');
}

/** The one line that says how a verb is called. */
export function usageOf(name: string, verb: Verb): string {
  return `Usage: ${['candor', name, verb.takes, '[options]'].filter((part) => part !== '').join(' ')}`;
}

/** The help of one verb. */
export function helpOf(listed: ListedVerb, verb: Verb): string {
  const own = Object.entries(verb.options).map(([name, option]): Row => [`--${name}${wordOf(option)}`, option.says]);
  const shared: readonly Row[] = [
    ['--json', verb.json],
    ['--help', 'This text'],
  ];
  return [
    listed.summary,
    '',
    usageOf(listed.name, verb),
    '',
    ...aligned([...own, ...shared]),
    '',
    ...(verb.notes === undefined ? [] : [...verb.notes, '']),
    'Exit codes',
    ...aligned(Object.entries(verb.exits)),
  ].join('\n');
}

type Row = readonly [string, string];

function wordOf(option: VerbOption): string {
  return option.type === 'string' ? ` ${option.value}` : '';
}

function aligned(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`);
}
