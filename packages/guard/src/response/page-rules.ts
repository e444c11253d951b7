// What becomes of a page's body: what goes into it, and what the markup of the site may load for this visitor.
import type { ConsentState, RequestUse } from '@candor/core';
import type { Coding } from '../html/coding.ts';
import type { Meaning } from '../html/edit-tag.ts';
import type { HtmlParts } from '../html/place.ts';
import type { HtmlRules } from '../html/rewrite.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';

/** How a body is gone over, and in which coding it comes and goes. */
export type PageRewrite = { readonly rules: HtmlRules; readonly coding: Coding };

/** By whose consent a page is gone over. */
export type PageCase = { readonly judge: Judge; readonly visit: Visit; readonly consent: ConsentState };

function meaningOf({ judge, consent }: PageCase, url: string, as: RequestUse): Meaning {
  const { outcome, code, tracker } = judge.verdictOf(consent, { kind: 'request', url, as, method: 'GET' });
  if (outcome === 'pass') return 'pass';
  const rule = code === 'DROP_REFUSED' ? judge.rules.trackers.find(({ id }) => id === tracker) : undefined;
  return rule === undefined || rule.purposes.length === 0 ? 'undeclared' : { purposes: rule.purposes };
}

const MOST = 4096;
const LONGEST = 256;

/** Answers that hold as long as a consent does: visitors without a choice share one, and pages the addresses in them. */
const answered = new WeakMap<ConsentState, Map<string, Meaning>>();

function answersFor(consent: ConsentState): Map<string, Meaning> {
  const known = answered.get(consent);
  if (known !== undefined) return known;
  const fresh = new Map<string, Meaning>();
  answered.set(consent, fresh);
  return fresh;
}

function rememberedMeaning(pageCase: PageCase, answers: Map<string, Meaning>, url: string, as: RequestUse): Meaning {
  const key = `${as} ${url}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = meaningOf(pageCase, url, as);
  if (answers.size >= MOST) answers.clear();
  if (key.length <= LONGEST) answers.set(key, answer);
  return answer;
}

/** The rules by which a page is gone over. */
export function compilePageRules(pageCase: PageCase, parts: HtmlParts | null): HtmlRules {
  const { target, scheme } = pageCase.visit;
  const answers = answersFor(pageCase.consent);
  const address = `${scheme}://${target.authority || 'localhost'}${target.path}`;
  return {
    parts,
    base: URL.canParse(address) ? address : `${scheme}://localhost/`,
    ask: (url, use) => rememberedMeaning(pageCase, answers, url, use),
    inert: true,
  };
}
