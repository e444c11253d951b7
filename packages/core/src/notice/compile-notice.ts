// The declaration told as a question. Pure; purposes and rows come from the models that the policy page is compiled from.
import type { Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import type { Basis, Declaration, ProfileId } from '../declaration/types.ts';
import { unknownLanguage } from '../policy/compile-policy.ts';
import type { PolicyContext } from '../policy/context.ts';
import { describeStay } from '../policy/life-words.ts';
import type { NamedPurpose, NamedTracker } from '../policy/order.ts';
import { orderPurposes, orderTrackers } from '../policy/order.ts';
import { compilePurpose } from '../policy/purpose-model.ts';
import { compileRow } from '../policy/rows.ts';
import { createTextReader } from '../policy/text-reader.ts';
import type { TrackerRow } from '../policy/view.ts';
import { findPolicyWords } from '../policy/words/find-words.ts';
import type { PolicyWords } from '../policy/words/policy-words.ts';
import { findTheme } from './themes.ts';
import type { NoticePurpose, NoticeRow, NoticeView } from './view.ts';
import { findNoticeWords, isNoticeText } from './words/find-words.ts';
import type { NoticeText, NoticeWords } from './words/notice-words.ts';

/** How a notice is compiled. */
export type NoticeOptions = { readonly language: string; readonly profile: ProfileId; readonly declarationId: string };

/** The notice as plain JSON. Fails with `POLICY_LANGUAGE_UNKNOWN` or `POLICY_TEXT_MISSING`; never another language instead. */
export function compileNotice(declaration: Declaration, options: NoticeOptions): Result<NoticeView> {
  const words = findPolicyWords(options.language);
  const noticeWords = findNoticeWords(options.language);
  if (words === null || noticeWords === null) return fail(unknownLanguage(options.language));
  const reader = createTextReader(options.language);
  const context: PolicyContext = { declaration, words, read: reader.read, columns: null, authority: null, ...options };
  const view = compileView(context, noticeWords);
  return reader.issues.length === 0 ? succeed(view) : fail(...reader.issues);
}

function compileView(context: PolicyContext, { texts, labels, states }: NoticeWords): NoticeView {
  const { declaration, words } = context;
  const trackers = orderTrackers(declaration).map((named) => ({ named, row: compileRow(context, named) }));
  return {
    kind: 'candor-notice',
    language: context.language,
    direction: words.direction,
    declaration: context.declarationId,
    profile: context.profile,
    prefix: declaration.site.prefix,
    site: context.read(declaration.site.name, 'site.name'),
    theme: declaration.notice.theme,
    tokens: findTheme(declaration.notice.theme),
    texts: { ...texts, ...ownTexts(context) },
    labels,
    states,
    purposes: orderPurposes(declaration).map((named) => compileQuestion(context, named, trackers)),
  };
}

function ownTexts(context: PolicyContext): { readonly [K in NoticeText]?: string } {
  const entries = Object.entries(context.declaration.notice.texts).filter(([key]) => isNoticeText(key));
  return Object.fromEntries(entries.map(([key, text]) => [key, context.read(text, `notice.texts.${key}`)]));
}

type Shown = { readonly named: NamedTracker; readonly row: TrackerRow };

function compileQuestion(context: PolicyContext, named: NamedPurpose, trackers: readonly Shown[]): NoticePurpose {
  const model = compilePurpose(context, named);
  const shown = trackers.filter(({ row }) => row.purposes.includes(named.id));
  return {
    ...model,
    choice: choiceFor(model.basis),
    providers: [...new Set(shown.map(({ row }) => row.cells.provider))],
    longest: longestLife(shown, context.words),
    rows: shown.map(({ row }) => compileNoticeRow(row)),
  };
}

function choiceFor(basis: Basis['kind']): NoticePurpose['choice'] {
  if (basis === 'consent') return 'ask';
  return basis === 'objectable' || basis === 'opt-out' ? 'object' : 'none';
}

// A session counts as no time; a request stores nothing.
function longestLife(shown: readonly Shown[], words: PolicyWords): string | null {
  const stored = shown.filter(({ row }) => row.kind !== 'request');
  const longest = stored.toSorted((a, b) => (b.row.seconds ?? 0) - (a.row.seconds ?? 0))[0];
  return longest === undefined ? null : describeStay(longest.named.tracker, words);
}

function compileNoticeRow({ id, names, cells }: TrackerRow): NoticeRow {
  const { provider, function: what, purposes, duration, recipients } = cells;
  return { id, names, provider, function: what, explanation: purposes, duration, recipients };
}
