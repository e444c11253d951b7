// S3: what is left on the device, and what still travels, after a withdrawal.
import type { Question } from '@candor/core';
import { matchName } from '@candor/core';
import { hostOfHeld, isDeletion, lineOfHeld, nameOfLine } from '../collect/cookie-line.ts';
import type { Evidence, HeldCookie, Snapshot } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { FindingItem } from '../report/report.ts';
import type { CookieStory } from './cookie-story.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import type { StorageStory } from './judge-storage.ts';
import { itemOfName, keyOf, questionOfName } from './judge-storage.ts';
import { lastLook } from './last-look.ts';

/** Facts, and what another party keeps out of the site's reach. */
export type WithdrawalFacts = { readonly facts: readonly Fact[]; readonly outOfReach: readonly FindingItem[] };

type Stories = { readonly cookies: readonly CookieStory[]; readonly storage: readonly StorageStory[] };

/** Judges a state that withdrew; empty for one that did not. */
export function judgeWithdrawal(judge: Judge, evidence: Evidence, stories: Stories): WithdrawalFacts {
  const final = lastLook(evidence);
  if (final === null) return { facts: [], outOfReach: [] };
  const cookies = leftCookies(judge, final, stories.cookies);
  const names = leftNames(judge, final, stories.storage);
  const known = new Set(cookies.facts.map((fact) => fact.item.name));
  return {
    facts: [...cookies.facts, ...names.facts, ...readCookies(judge, evidence, known)],
    outOfReach: [...cookies.outOfReach, ...names.outOfReach],
  };
}

// Asked as "may this cookie still be sent" where it is declared to live: a refused tracker under an undeclared path is left too.
function refusedTracker(judge: Judge, name: string): string | null {
  for (const rule of judge.enforcement.trackers) {
    if (rule.kind !== 'cookie' || !rule.names.some((one) => matchName(one, name))) continue;
    for (const scope of rule.scopes) {
      const host = 'host' in scope ? scope.host : scope.domain;
      if (!judge.isWithinReach(host)) continue;
      const question: Question = { kind: 'cookie', name, request: { host, path: scope.path, method: 'GET', secure: true } };
      if (judge.verdictIn('withdrawn', question).code === 'DROP_REFUSED') return rule.id;
    }
  }
  return null;
}

function leftCookies(judge: Judge, final: Snapshot, stories: readonly CookieStory[]): WithdrawalFacts {
  const facts: Fact[] = [];
  const outOfReach: FindingItem[] = [];
  for (const cookie of final.cookies) {
    const host = hostOfHeld(cookie);
    const item = { kind: 'cookie', name: cookie.name, host };
    if (!judge.isWithinReach(host)) {
      outOfReach.push(item);
      continue;
    }
    const tracker = refusedTracker(judge, cookie.name);
    if (tracker === null) continue;
    const story = stories.find((one) => isSame(one.cookie, cookie));
    const fact = leftFact(cookie, { item, tracker, final, story });
    if (fact !== null) facts.push(fact);
  }
  return { facts, outOfReach };
}

type Left = { readonly item: FindingItem; readonly tracker: string; readonly final: Snapshot; readonly story: CookieStory | undefined };

// Written again once withdrawn: that is a fact of its own, judged with the write. Written while the withdrawal was under way: the
// answer to it, or a slower response, brought the cookie back.
function leftFact(cookie: HeldCookie, { item, tracker, final, story }: Left): Fact | null {
  const writes = story?.writes ?? [];
  if (writes.some((write) => write.moment.phase === 'withdrawn')) return null;
  const again = writes.find((write) => write.moment.phase === 'withdrawing');
  const first = writes[0];
  return {
    rule: again === undefined ? 'R-WD-LEFT' : 'R-REJ-STORE',
    item,
    thing: JSON.stringify([cookie.name, cookie.domain, cookie.path, cookie.partition]),
    tracker,
    moment: again?.moment ?? final.moment,
    setAt: (again ?? first)?.moment.at ?? null,
    setter: (again ?? first)?.setter ?? { kind: 'unknown', url: final.moment.page },
    message:
      again === undefined
        ? `Cookie "${cookie.name}" (path "${cookie.path}") is left after its purpose was withdrawn`
        : `Cookie "${cookie.name}" is stored again in the course of its withdrawal`,
    question: null,
    cookie,
  };
}

function isSame(one: HeldCookie, other: HeldCookie): boolean {
  return (
    lineOfHeld({ ...one, secure: true, httpOnly: true, sameSite: 'lax' }) ===
    lineOfHeld({ ...other, secure: true, httpOnly: true, sameSite: 'lax' })
  );
}

function leftNames(judge: Judge, final: Snapshot, stories: readonly StorageStory[]): WithdrawalFacts {
  const facts: Fact[] = [];
  const outOfReach: FindingItem[] = [];
  for (const held of final.names) {
    const item = itemOfName(held);
    const question = questionOfName(held);
    const verdict = judge.verdictIn('withdrawn', question);
    if (verdict.code !== 'DROP_REFUSED') continue;
    const writes = stories.find((story) => keyOf(story.held) === keyOf(held))?.writes ?? [];
    if (writes.some((write) => write.moment.phase === 'withdrawn')) continue;
    if (!judge.isWithinReach(item.host ?? '')) {
      outOfReach.push(item);
      continue;
    }
    facts.push({
      rule: 'R-WD-LEFT',
      item,
      thing: keyOf(held),
      tracker: verdict.tracker,
      moment: final.moment,
      setAt: writes[0]?.moment.at ?? null,
      setter: writes[0]?.setter ?? { kind: 'unknown', url: final.moment.page },
      message: `"${held.name}" (${held.store} of "${held.origin}") is left after its purpose was withdrawn`,
      question,
    });
  }
  return { facts, outOfReach };
}

function readCookies(judge: Judge, evidence: Evidence, known: ReadonlySet<string>): readonly Fact[] {
  const facts: Fact[] = [];
  for (const request of evidence.requests) {
    const host = readUrl(request.url)?.hostname ?? '';
    if (request.moment.phase !== 'withdrawn' || !judge.isWithinReach(host)) continue;
    for (const name of request.cookies) {
      const tracker = known.has(name) ? null : refusedTracker(judge, name);
      if (tracker === null || isWrittenAfter(evidence, name)) continue;
      facts.push({
        rule: 'R-WD-READ',
        item: { kind: 'cookie', name, host },
        thing: name,
        tracker,
        moment: request.moment,
        setter: { kind: 'request', initiator: request.initiator },
        message: `Cookie "${name}" is still sent after its purpose was withdrawn`,
        question: null,
        request: request.url,
      });
    }
  }
  return facts;
}

// A cookie that is set again after the withdrawal is sent again too: one lie, told under R-REJ-STORE.
function isWrittenAfter(evidence: Evidence, name: string): boolean {
  return evidence.cookieWrites.some(
    (write) => write.moment.phase.startsWith('withdraw') && nameOfLine(write.line) === name && !isDeletion(write.line, write.moment.at),
  );
}
