// The verbs of the command and their help, in the order a newcomer meets them.
import { readFileSync } from 'node:fs';
import type { Verb } from './verb.ts';
import { auditVerb } from './verbs/audit.ts';
import { checkVerb } from './verbs/check.ts';
import { diffVerb } from './verbs/diff.ts';
import { guardVerb } from './verbs/guard.ts';
import { initVerb } from './verbs/init.ts';
import { policyVerb } from './verbs/policy.ts';
import { serveVerb } from './verbs/serve.ts';
import { verifyVerb } from './verbs/verify.ts';

/** Every verb. */
export const verbs: readonly Verb[] = [initVerb, checkVerb, policyVerb, diffVerb, auditVerb, guardVerb, serveVerb, verifyVerb];

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
export function helpOf(verb: Verb): string {
  return `${verb.summary}\n\nUsage: ${verb.usage}\n\n${verb.details}`;
}
