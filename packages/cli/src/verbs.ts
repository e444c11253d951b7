// The verbs of the command, in the order a newcomer meets them. Each is loaded only when it is run: `check` needs no browser.
import { readFileSync } from 'node:fs';
import type { Verb } from './verb.ts';

type Listed = { readonly name: string; readonly summary: string; readonly load: () => Promise<Verb> };

/** Every verb with its one line. */
export const verbs: readonly Listed[] = [
  { name: 'init', summary: 'Writes a declaration to start from', load: async () => (await import('./verbs/init.ts')).initVerb },
  {
    name: 'check',
    summary: 'Checks a declaration: shape, rules, what its policy lacks',
    load: async () => (await import('./verbs/check.ts')).checkVerb,
  },
  {
    name: 'policy',
    summary: 'Writes the cookies policy that the declaration means',
    load: async () => (await import('./verbs/policy.ts')).policyVerb,
  },
  {
    name: 'diff',
    summary: 'Says what changed: cosmetic, or which purposes must be asked again',
    load: async () => (await import('./verbs/diff.ts')).diffVerb,
  },
  {
    name: 'audit',
    summary: 'Visits the site in a real browser and says where it and its declaration differ',
    load: async () => (await import('./verbs/audit.ts')).auditVerb,
  },
  {
    name: 'guard',
    summary: 'Stands in front of a site and lets through what is declared and allowed',
    load: async () => (await import('./verbs/guard.ts')).guardVerb,
  },
  {
    name: 'serve',
    summary: 'Serves policy, preferences, receipts, truth, statistics and the back office',
    load: async () => (await import('./verbs/serve.ts')).serveVerb,
  },
  {
    name: 'verify',
    summary: 'Proves a receipt offline, against pinned keys',
    load: async () => (await import('./verbs/verify.ts')).verifyVerb,
  },
];

/** `candor 0.1.0`. */
export function versionLine(): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return `candor ${manifest.version}`;
}

/** The list of verbs. */
export function overview(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    `${versionLine()}: one declaration of a site's cookies and trackers, made true`,
    '',
    ...verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'candor VERB --help says more. Exit codes: 0 well, 1 findings or lint errors, 2 bad usage or input, 3 inconclusive.',
  ].join('\n');
}

/** The help of one verb. */
export function helpOf(listed: Listed, verb: Verb): string {
  return `${listed.summary}\n\nUsage: ${verb.usage}\n\n${verb.details}`;
}
