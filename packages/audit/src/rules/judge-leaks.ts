// R-LEAK and R-FP: an identifier in somebody else's hands, and a device that is told apart by what it is.
import type { Tracker } from '@candor/core';
import { matchName } from '@candor/core';
import type { Fingerprint, Leak, TabName } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import { appliesIn } from './applies-in.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { isCalledNecessary } from './judge-declaration.ts';

/**
 * The fact that a leak is, or null where what leaks is a tracker's own number, whose storing and sending other rules judge, or where the
 * declaration says who receives it.
 */
export function judgeLeak(judge: Judge, leak: Leak, holdsSession: (name: string) => boolean): Fact | null {
  const { owner, to, moment } = leak;
  const isVisitor = owner.kind === 'typed' || owner.kind === 'page';
  const tracker = ownerOf(judge, leak);
  if (isVisitor ? !isUnasked(judge, leak) : !isSession(judge, leak, { tracker, holdsSession })) return null;
  if (tracker !== null && isReceiver(judge, tracker[1], leak)) return null;
  const form = leak.form === 'plain' ? '' : ` as ${leak.form}`;
  return {
    rule: 'R-LEAK',
    item: { kind: 'leak', name: to, host: to },
    thing: `leak ${to}`,
    tracker: tracker?.[0] ?? null,
    moment,
    setter: { kind: 'request', initiator: leak.initiator },
    message: `${ownerWords[owner.kind]} "${owner.name}" of "${owner.host}" reaches "${to}" ${ways[leak.through]}${form}`,
    question: null,
    request: leak.url,
  };
}

// What somebody types or reads is sent on without a yes.
function isUnasked(judge: Judge, { moment }: Leak): boolean {
  if (moment.phase === 'rejected' || moment.phase === 'withdrawn') return true;
  return moment.phase === 'unasked' && appliesIn(ruleOf('R-PRE-3P'), judge.profile);
}

type Owned = { readonly tracker: Declared | null; readonly holdsSession: (name: string) => boolean };

// What the declaration calls necessary, or on a site that declares nothing what scripts cannot read, is for the site alone.
function isSession(judge: Judge, { owner }: Leak, { tracker, holdsSession }: Owned): boolean {
  if (!judge.isWithinReach(owner.host)) return false;
  if (tracker !== null) return isNecessary(judge, tracker);
  return judge.declaration === null && owner.kind === 'cookie' && holdsSession(owner.name);
}

const ownerWords = {
  cookie: 'The value of cookie',
  local: 'The value of localStorage item',
  session: 'The value of sessionStorage item',
  typed: 'What is typed into',
  page: 'What is shown on',
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

// A name of a few letters is one that pages give their tabs; an identifier is longer.
const shortestIdentifier = 12;

/** The fact that a name given to a tab is, which the next site in it could read; nothing can declare it. */
export function judgeTabName(judge: Judge, { moment, origin, length }: TabName): Fact | null {
  const early = moment.phase === 'unasked' && judge.declaration === null;
  const rule = early ? 'R-PRE-STORE' : 'R-UNDECL';
  if (length < shortestIdentifier || (judge.declaration === null && !early) || !appliesIn(ruleOf(rule), judge.profile)) return null;
  const host = readUrl(origin)?.hostname ?? origin;
  const setter = { kind: 'unknown', url: moment.page } as const;
  const message = `The page of "${host}" keeps ${length} characters in window.name`;
  return {
    rule,
    item: { kind: 'window-name', name: 'window.name', host },
    thing: `tab ${host}`,
    tracker: null,
    moment,
    setter,
    message,
    question: null,
  };
}
