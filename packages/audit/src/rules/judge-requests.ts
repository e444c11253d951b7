// Requests to other hosts: allowed only where they are declared and their purpose may run.
import type { Question } from '@candor/core';
import type { SentRequest } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { isAfterRefusal } from './judge-cookies.ts';

const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:']);

/** The fact about one request, or null where it may be sent. */
export function judgeRequest(judge: Judge, request: SentRequest): Fact | null {
  const url = readUrl(request.url);
  if (url === null || request.blocked || !protocols.has(url.protocol) || request.as === 'document') return null;
  const question: Question = { kind: 'request', url: request.url, as: request.as, method: request.method };
  const verdict = judge.verdictIn(request.moment.phase, question);
  if (verdict.outcome !== 'drop') return null;
  const rule = ruleOfRequest(judge, request, verdict.code === 'DROP_REFUSED');
  return {
    rule,
    item: { kind: 'request', name: url.hostname, host: url.hostname },
    thing: url.hostname,
    tracker: verdict.tracker,
    moment: request.moment,
    setter: { kind: 'request', initiator: request.initiator },
    message: messageOf(rule, url.hostname),
    question,
    request: request.url,
  };
}

// Where a region lets a site load before a choice, an undeclared host before one is only that: not declared.
function ruleOfRequest(judge: Judge, { moment }: SentRequest, refused: boolean): RuleId {
  const { phase } = moment;
  if (isAfterRefusal(phase)) return 'R-REJ-3P';
  const early = phase === 'unasked' && appliesIn(ruleOf('R-PRE-3P'), judge.profile);
  return refused || early ? 'R-PRE-3P' : 'R-UNDECL';
}

function messageOf(rule: RuleId, host: string): string {
  if (rule === 'R-PRE-3P') return `"${host}" is contacted before the visitor was asked`;
  if (rule === 'R-REJ-3P') return `"${host}" is contacted although its purpose was refused`;
  return `"${host}" is contacted, but the request is not declared`;
}
