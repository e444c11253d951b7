// R-LEAK and R-FP: an identifier in somebody else's hands, and a device that is told apart by what it is.
import type { Tracker } from '@candor/core';
import { matchName } from '@candor/core';
import type { Fingerprint, Leak } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import { appliesIn } from './applies-in.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { isCalledNecessary } from './judge-declaration.ts';

/** The fact that a leak is, or null where the visitor allowed it or the declaration says who receives it. */
export function judgeLeak(judge: Judge, leak: Leak): Fact | null {
  const { owner, to, moment } = leak;
  // Words that a page shows anybody say nothing about who reads them.
  if (owner.kind === 'page') return null;
  const tracker = ownerOf(judge, leak);
  const early = moment.phase === 'unasked' && appliesIn(ruleOf('R-PRE-STORE'), judge.profile);
  const refused = moment.phase === 'rejected' || moment.phase === 'withdrawn';
  if (!early && !refused && (tracker === null || !isNecessary(judge, tracker))) return null;
  if (tracker !== null && isReceiver(judge, tracker[1], leak)) return null;
  return {
    rule: 'R-LEAK',
    item: { kind: 'leak', name: owner.name, host: to },
    thing: `leak ${owner.kind} ${owner.name} ${to}`,
    tracker: tracker?.[0] ?? null,
    moment,
    setter: { kind: 'request', initiator: leak.initiator },
    message: `${ownerWords[owner.kind]} "${owner.name}" of "${owner.host}" reaches "${to}" ${ways[leak.through]}${leak.form === 'plain' ? '' : ` as ${leak.form}`}`,
    question: null,
    request: leak.url,
  };
}

const ownerWords = {
  cookie: 'The value of cookie',
  local: 'The value of localStorage item',
  session: 'The value of sessionStorage item',
  typed: 'What is typed into',
} as const;

const ways: { readonly [Way in Leak['through']]: string } = {
  url: 'in an address',
  referer: 'in a Referer',
  body: 'in what is sent',
  socket: 'over a WebSocket',
};

type Declared = readonly [id: string, tracker: Tracker];

function ownerOf({ declaration, isWithinReach }: Judge, { owner }: Leak): Declared | null {
  if (!isWithinReach(owner.host)) return null;
  const found = Object.entries(declaration?.trackers ?? {}).find(
    ([, tracker]) => tracker.kind === owner.kind && 'names' in tracker && tracker.names.some((name) => matchName(name, owner.name)),
  );
  return found ?? null;
}

function isNecessary({ declaration }: Judge, [, tracker]: Declared): boolean {
  return declaration !== null && isCalledNecessary(declaration, tracker);
}

function isReceiver(judge: Judge, { provider, recipients }: Tracker, { url, moment }: Leak): boolean {
  const verdict = judge.verdictIn(moment.phase, { kind: 'request', url, as: 'connect', method: 'GET' });
  const receiver = verdict.outcome === 'drop' ? undefined : judge.trackerOf(verdict.tracker)?.provider;
  return receiver !== undefined && (receiver === provider || recipients.includes(receiver));
}

/** The fact that reading a device is, or null where the visitor had said yes. */
export function judgeFingerprint(judge: Judge, { moment, kind, script, detail }: Fingerprint): Fact | null {
  if (!['unasked', 'rejected', 'withdrawn'].includes(moment.phase) || !appliesIn(ruleOf('R-FP'), judge.profile)) return null;
  const url = readUrl(script);
  const name = url?.pathname ?? 'inline';
  const host = url?.hostname ?? judge.home.hostname;
  const read = detail.slice(0, 3).join(', ');
  return {
    rule: 'R-FP',
    item: { kind: 'fingerprint', name, host },
    thing: `fingerprint ${host} ${name}`,
    tracker: null,
    moment,
    setter: { kind: 'script', url: script, line: null, column: null, stack: [] },
    message: `A script of "${host}" tells devices apart by ${kind}${read === '' ? '' : ` (${read})`} without the visitor’s yes`,
    question: null,
  };
}
