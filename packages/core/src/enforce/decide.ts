// The one decider. Page, guard, mounts and audit put their questions here and nowhere else, so that they cannot differ.
import type { ConsentState } from '../consent/types.ts';
import { decideRequest } from './decide-request.ts';
import { decideSending } from './decide-sending.ts';
import { decideSetting } from './decide-setting.ts';
import { decideStorage } from './decide-storage.ts';
import { readRequestAddress } from './request-address.ts';
import type { Enforcement, Question, Verdict } from './types.ts';

/** May this happen under these rules and this consent? Pure; what was never declared never passes, a deletion apart. */
export function decide(rules: Enforcement, consent: ConsentState, question: Question): Verdict {
  switch (question.kind) {
    case 'cookie':
      return decideSending(rules, consent, question);
    case 'storage':
      return decideStorage(rules, consent, question);
    case 'request':
      return decideRequest(rules, consent, { ...question, address: readRequestAddress(question.url) });
    default:
      return decideSetting(rules, consent, question);
  }
}
