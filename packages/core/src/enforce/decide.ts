// The one decider. Page, guard, mounts and audit put their questions here and nowhere else, so that they cannot differ.
import type { ConsentState } from '../consent/types.ts';
import { decideSending, decideSetting } from './decide-cookie.ts';
import { decideRequest } from './decide-request.ts';
import { decideStorage } from './decide-storage.ts';
import { indexEnforcement } from './rule-index.ts';
import type { Enforcement, Question, Verdict } from './types.ts';

/** May this happen under these rules and this consent? Pure; what was never declared never passes, a deletion apart. */
export function decide(rules: Enforcement, consent: ConsentState, question: Question): Verdict {
  const index = indexEnforcement(rules);
  switch (question.kind) {
    case 'set-cookie':
    case 'script-cookie':
      return decideSetting(index, consent, question);
    case 'cookie':
      return decideSending(index, consent, question);
    case 'storage':
      return decideStorage(index, consent, question);
    case 'request':
      return decideRequest(index, rules.siteHosts, consent, question);
  }
}
