// The declaration told as a question. Pure; purposes, providers and rows come from the models that the policy page is compiled from.
import type { Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import { valueForProfile } from '../declaration/profile-rules.ts';
import type { Basis, Declaration, ProfileId } from '../declaration/types.ts';
import { unknownLanguage } from '../policy/compile-policy.ts';
import type { PolicyContext } from '../policy/context.ts';
import { describeStay } from '../policy/life-words.ts';
import type { NamedPurpose } from '../policy/order.ts';
import { orderPurposes, orderTrackers } from '../policy/order.ts';
import { compilePurpose } from '../policy/purpose-model.ts';
import { compileRow } from '../policy/rows.ts';
import { createTextReader } from '../policy/text-reader.ts';
import { findPolicyWords } from '../policy/words/find-words.ts';
import type { PolicyWords } from '../policy/words/policy-words.ts';
import type { Shown } from './compile-providers.ts';
import { compileProviders } from './compile-providers.ts';
import { compileTheme } from './compile-theme.ts';
import type { Theme } from './theme.ts';
import { findTheme } from './themes.ts';
import type { NoticePurpose, NoticeView } from './view.ts';
import { findNoticeWords, isNoticeText } from './words/find-words.ts';
import type { NoticeText, NoticeWords } from './words/notice-words.ts';

/** How a notice is compiled. */
export type NoticeOptions = { readonly language: string; readonly profile: ProfileId; readonly declarationId: string };

/**
 * The notice as plain JSON. Fails with `POLICY_LANGUAGE_UNKNOWN` or `POLICY_TEXT_MISSING`, never another language instead; and with
 * `NOTICE_THEME_*` for a theme of the site's own that would treat the answers differently or could not be read.
 */
export function compileNotice(declaration: Declaration, options: NoticeOptions): Result<NoticeView> {
  const words = findPolicyWords(options.language);
  const noticeWords = findNoticeWords(options.language);
  if (words === null || noticeWords === null) return fail(unknownLanguage(options.language));
  const { theme } = declaration.notice;
  const tokens = typeof theme === 'string' ? succeed(findTheme(theme)) : compileTheme(theme);
  if (!tokens.ok) return tokens;
  const reader = createTextReader(options.language);
  const context: PolicyContext = { declaration, words, read: reader.read, columns: null, authority: null, ...options };
  const view = compileView(context, noticeWords, tokens.value);
  return reader.issues.length === 0 ? succeed(view) : fail(...reader.issues);
}

function compileView(context: PolicyContext, { texts, labels, states }: NoticeWords, tokens: Theme): NoticeView {
  const { declaration, words } = context;
  const { notice, signals } = declaration;
  const trackers = orderTrackers(declaration).map((named) => ({ named, row: compileRow(context, named) }));
  return {
    kind: 'candor-notice',
    language: context.language,
    direction: words.direction,
    declaration: context.declarationId,
    profile: context.profile,
    prefix: declaration.site.prefix,
    site: context.read(declaration.site.name, 'site.name'),
    theme: typeof notice.theme === 'string' ? notice.theme : 'own',
    tokens,
    honoursGpc: valueForProfile(signals.gpc, context.profile) !== 'record-only',
    texts: { ...texts, ...ownTexts(context) },
    labels,
    states,
    terms: { duration: words.columns.duration, recipients: words.columns.recipients, policy: words.involved.columns.policy },
    signs: { comma: words.grammar.comma, colon: words.grammar.term('') },
    purposes: orderPurposes(declaration).map((named) => compileQuestion(context, named, trackers)),
  };
}

function ownTexts(context: PolicyContext): { readonly [K in NoticeText]?: string } {
  const entries = Object.entries(context.declaration.notice.texts).filter(([key]) => isNoticeText(key));
  return Object.fromEntries(entries.map(([key, text]) => [key, context.read(text, `notice.texts.${key}`)]));
}

function compileQuestion(context: PolicyContext, named: NamedPurpose, trackers: readonly Shown[]): NoticePurpose {
  const model = compilePurpose(context, named);
  const shown = trackers.filter(({ row }) => row.purposes.includes(named.id));
  return {
    ...model,
    choice: choiceFor(model.basis),
    providers: compileProviders(context, shown),
    longest: longestLife(shown, context.words),
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
