// Cookies: who may be there, since when, for how long, where and with which attributes.
import type { Question, RequestFacts, SetWhen, Verdict } from '@candor/core';
import { hostOfHeld, lineOfHeld } from '../collect/cookie-line.ts';
import type { CookieWrite, HeldCookie, Moment, Phase, Setter } from '../collect/observation.ts';
import { requestFacts } from '../collect/request-facts.ts';
import type { RuleId } from './catalogue.ts';
import type { CookieStory } from './cookie-story.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { isCalledNecessary, misclassMessage } from './judge-declaration.ts';
import { judgeFlags } from './judge-flags.ts';
import { judgeLife } from './judge-life.ts';
import { countsOrAdvertises, knownCookie } from './known-tracker.ts';

/** Every fact about one stored cookie. */
export function judgeCookie(judge: Judge, story: CookieStory): readonly Fact[] {
  const facts: Fact[] = [];
  let declared: Verdict | null = null;
  for (const write of writesOf(story)) {
    const question = questionOf(story.cookie, write);
    const verdict = judge.verdictIn(write.moment.phase, question);
    if (verdict.outcome !== 'drop') declared = verdict;
    const rule = ruleOfVerdict(verdict, write.moment) ?? (isBeforeChoice(judge, verdict, write.moment) ? 'R-MOMENT' : null);
    const on = judge.trackerOf(verdict.tracker)?.setWhen.on ?? 'always';
    if (rule !== null) facts.push(factOf(story.cookie, { rule, verdict, write, question: withLife(question, story.lifeSeconds), on }));
    if (verdict.code === 'DROP_MOMENT') declared = verdict;
  }
  const tracker = judge.trackerOf(declared?.tracker ?? null);
  if (tracker?.kind !== 'cookie' || declared === null) return facts;
  const write = writesOf(story)[0] ?? unseenWrite(story.cookie, story.first);
  const verdict = declared;
  const tell = (rule: RuleId, message: string): void => {
    const found = { rule, verdict, write, question: null, on: tracker.setWhen.on };
    facts.push({ ...factOf(story.cookie, found), message });
  };
  const flags = judgeFlags(tracker, story);
  const life = judgeLife(judge, tracker, story.lifeSeconds);
  if (flags !== null) tell('R-FLAGS', flags);
  if (life !== null) tell(life.rule, `Cookie "${story.cookie.name}" ${life.words}`);
  if (judge.declaration !== null && isCalledNecessary(judge.declaration, tracker) && countsOrAdvertises(knownCookie(story))) {
    tell('R-MISCLASS', misclassMessage({ kind: 'cookie', name: story.cookie.name }));
  }
  return facts;
}

/** The rule a refusal falls under in a phase; null where the verdict refuses nothing. */
export function ruleOfVerdict(verdict: Verdict, moment: Moment): RuleId | null {
  switch (verdict.code) {
    case 'DROP_UNDECLARED':
    case 'DROP_MALFORMED':
      return 'R-UNDECL';
    case 'DROP_SCOPE':
      return 'R-SCOPE';
    case 'DROP_MOMENT':
      return 'R-MOMENT';
    case 'DROP_REFUSED':
      return isAfterRefusal(moment.phase) ? 'R-REJ-STORE' : 'R-PRE-STORE';
    default:
      return null;
  }
}

/** Whether the visitor has said no by then. */
export function isAfterRefusal(phase: Phase): boolean {
  return phase === 'rejecting' || phase === 'rejected' || phase === 'withdrawing' || phase === 'withdrawn';
}

// A tracker declared for "choice" (the choice itself) has no business on a device whose visitor has not chosen. In the states
// with shipped steps a step may have answered the notice, so that nothing can be said there.
function isBeforeChoice(judge: Judge, verdict: Verdict, moment: Moment): boolean {
  const tracker = judge.trackerOf(verdict.tracker);
  return tracker?.setWhen.on === 'choice' && moment.phase === 'unasked' && ['S0', 'S1', 'S2', 'S3'].includes(moment.state);
}

type Seen = {
  readonly moment: Moment;
  readonly setter: Setter;
  readonly request: RequestFacts;
  readonly held: boolean;
  readonly api: CookieWrite['api'];
};

function writesOf(story: CookieStory): readonly Seen[] {
  return story.writes.length > 0 ? story.writes : [unseenWrite(story.cookie, story.first)];
}

function unseenWrite(cookie: HeldCookie, moment: Moment): Seen {
  const setter: Setter = { kind: 'unknown', url: moment.page };
  const page = requestFacts(moment.page, 'GET');
  return { moment, setter, request: { ...page, host: page.host === '' ? hostOfHeld(cookie) : page.host }, held: false, api: 'set-cookie' };
}

function questionOf(cookie: HeldCookie, write: Seen): Question {
  const kind = write.api === 'set-cookie' ? 'set-cookie' : 'script-cookie';
  return { kind, line: lineOfHeld(cookie), request: write.request, held: write.held, now: Math.floor(write.moment.at / 1000) };
}

// The verdict does not depend on the life, the lines that would declare it do.
function withLife(question: Question, seconds: number | null): Question {
  if (seconds === null || !('line' in question)) return question;
  return { ...question, line: `${question.line}; Max-Age=${Math.round(seconds)}` };
}

type Found = {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly write: Seen;
  readonly question: Question | null;
  readonly on: SetWhen['on'];
};

function factOf(cookie: HeldCookie, { rule, verdict, write, question, on }: Found): Fact {
  return {
    rule,
    item: { kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) },
    thing: JSON.stringify([cookie.name, cookie.domain, cookie.path, cookie.partition]),
    tracker: verdict.tracker,
    moment: write.moment,
    setter: write.setter,
    message: messageOf(rule, cookie, on),
    question,
    cookie,
  };
}

const momentWords: { readonly [When in SetWhen['on']]: string } = {
  'log-in': 'a log-in',
  'language-choice': 'a language choice',
  choice: 'a choice in the notice',
  consent: 'a consent',
  form: 'a form',
  action: 'an action',
  always: 'a visit',
};

function messageOf(rule: RuleId, cookie: HeldCookie, on: SetWhen['on']): string {
  const name = `Cookie "${cookie.name}"`;
  const scope = `${cookie.domain.startsWith('.') ? `domain "${cookie.domain.slice(1)}"` : `host "${cookie.domain}"`}, path "${cookie.path}"`;
  switch (rule) {
    case 'R-PRE-STORE':
      return `${name} is stored before the visitor was asked`;
    case 'R-REJ-STORE':
      return `${name} is stored although its purpose was refused`;
    case 'R-MOMENT':
      return `${name} is declared for ${momentWords[on]}, and stored without one`;
    case 'R-SCOPE':
      return `${name} is stored in another way than declared (${scope}${cookie.partition === null ? '' : ', partitioned'})`;
    default:
      return `${name} is not declared (${scope})`;
  }
}
