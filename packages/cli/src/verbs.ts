// The verbs of the command, in the order a newcomer meets them. Each is loaded only when it is run: `check` needs no browser.
import type { Verb } from './verb.ts';

/** A verb by name, with its one line; `load` brings in what it needs. */
export type ListedVerb = { readonly name: string; readonly summary: string; readonly load: () => Promise<Verb> };

/** Every verb with its one line. */
export const verbs: readonly ListedVerb[] = [
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
    name: 'static',
    summary: 'Writes the files that put question and gates into a site without a server of ours',
    load: async () => (await import('./verbs/static.ts')).staticVerb,
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
    summary: 'Proves a receipt or a whole log offline, against pinned keys',
    load: async () => (await import('./verbs/verify.ts')).verifyVerb,
  },
];
