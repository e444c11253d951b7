export {
  decodeBase64,
  decodeBase64Url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64Url,
  encodeHex,
  encodeUtf8,
} from './base/bytes.ts';
export type { Json } from './base/canonical-json.ts';
export { CanonicalJsonError, encodeCanonicalJson } from './base/canonical-json.ts';
export type { CookiePair, SetCookieFacts } from './base/cookie-scan.ts';
export { defaultCookiePath, scanCookieHeader, scanCookieName, scanSetCookie } from './base/cookie-scan.ts';
export { sha256, sha256Hex } from './base/hash.ts';
export type { Html, HtmlValue } from './base/html.ts';
export { html, renderHtml, unescapedHtml } from './base/html.ts';
export { matchHost, matchName, matchPath, matchRequest } from './base/match.ts';
export type { Issue, Result } from './base/result.ts';
export { fail, succeed } from './base/result.ts';
export { applyAction, applyToTerms } from './consent/apply-action.ts';
export { choiceCookieName, decodeChoice, encodeChoice, shortDeclarationId } from './consent/choice-codec.ts';
export { choiceCookie, choiceLine } from './consent/choice-cookie.ts';
export { readChoices } from './consent/read-choices.ts';
export { failClosedConsent, resolveConsent, resolveTerms } from './consent/resolve-consent.ts';
export type { ConsentTerms } from './consent/terms.ts';
export { compileTerms } from './consent/terms.ts';
export { consentTruthTable } from './consent/truth-table.ts';
export type { Answer, Choice, ConsentAction, ConsentReason, ConsentState, PurposeDecision, PurposeState } from './consent/types.ts';
export { checkAgainst } from './declaration/against.ts';
export type { Change, ChangeCode } from './declaration/change.ts';
export { checkDeclaration } from './declaration/check.ts';
export type { DeclarationCode } from './declaration/codes.ts';
export { declarationCodes } from './declaration/codes.ts';
export { composeDeclarations } from './declaration/compose.ts';
export type { DeclarationDraft, LocationIdOf, ProviderIdOf, PurposeIdOf, TrackerRules, Unlawful } from './declaration/define.ts';
export { defineDeclaration } from './declaration/define.ts';
export type { Difference, Renewal } from './declaration/diff.ts';
export { diffDeclarations } from './declaration/diff.ts';
export { identifyDeclaration } from './declaration/identify.ts';
export { lintDeclaration } from './declaration/lint.ts';
export type { ParsedDeclaration } from './declaration/parse.ts';
export { locateIssues, parseDeclaration } from './declaration/parse.ts';
export { basisFor, valueForProfile } from './declaration/profile-rules.ts';
export { declarationSchema } from './declaration/schema.ts';
export type {
  AnswerLook,
  Basis,
  Because,
  Category,
  CookieItem,
  Declaration,
  ForeignTool,
  GoogleConsentType,
  Identified,
  Item,
  Life,
  Location,
  Match,
  Name,
  PerProfile,
  PolicyColumn,
  ProfileId,
  Prose,
  Provider,
  Purpose,
  RequestItem,
  RequestUse,
  Scope,
  SetWhen,
  StorageItem,
  Text,
  ThemeDraft,
  Tracker,
} from './declaration/types.ts';
export { upgradeDeclaration } from './declaration/upgrade.ts';
export { compileCsp } from './enforce/compile-csp.ts';
export { compileEnforcement, failClosedEnforcement } from './enforce/compile-enforcement.ts';
export { compilePermissionsPolicy } from './enforce/compile-permissions.ts';
export { decide } from './enforce/decide.ts';
export type { RequestQuestion } from './enforce/decide-request.ts';
export { decideRequest } from './enforce/decide-request.ts';
export { decideSending } from './enforce/decide-sending.ts';
export { decideStorage } from './enforce/decide-storage.ts';
export type { ExpiryOptions } from './enforce/expiry-lines.ts';
export { expiryLines } from './enforce/expiry-lines.ts';
export { narrowToCookie } from './enforce/narrow-rules.ts';
export { snippetFor } from './enforce/snippet-for.ts';
export type { CspPair, Enforcement, Question, RequestFacts, TrackerRule, Verdict, VerdictCode } from './enforce/types.ts';
export { areAllowed } from './enforce/verdict.ts';
export { checkNotice } from './notice/check-notice.ts';
export type { NoticeOptions } from './notice/compile-notice.ts';
export { compileNotice } from './notice/compile-notice.ts';
export { compileTheme } from './notice/compile-theme.ts';
export { noticeHash } from './notice/notice-hash.ts';
export type { BannerOptions } from './notice/render-banner.ts';
export { renderBanner, renderWayBack } from './notice/render-banner.ts';
export type { PreferencesOptions } from './notice/render-preferences.ts';
export { renderPreferences } from './notice/render-preferences.ts';
export type { StylePart } from './notice/styles.ts';
export { renderNoticeStyles, renderStylePart } from './notice/styles.ts';
export type { Theme } from './notice/theme.ts';
export type { ThemeChoice } from './notice/themes.ts';
export { themeNames } from './notice/themes.ts';
export type { NoticeProvider, NoticePurpose, NoticeRow, NoticeView } from './notice/view.ts';
export { noticeTextKeys } from './notice/words/find-words.ts';
export type { PageConsent, PageFiles, PageState, PageStateOptions, PageWords } from './page/page-state.ts';
export { compilePageConsent, compilePageState } from './page/page-state.ts';
export { compilePageWords } from './page/page-words.ts';
export { compileSharedConsent, declareLive } from './page/shared-page.ts';
export { checkPolicy } from './policy/check-policy.ts';
export { seedColumns } from './policy/columns.ts';
export type { PolicyOptions } from './policy/compile-policy.ts';
export { compilePolicy } from './policy/compile-policy.ts';
export type { Authority } from './policy/context.ts';
export { describeDuration, splitDuration } from './policy/duration.ts';
export { renderPolicyHtml } from './policy/render-html.ts';
export { renderPolicyJson } from './policy/render-json.ts';
export { renderPolicyMarkdown } from './policy/render-markdown.ts';
export type { PolicyPageOptions } from './policy/render-page.ts';
export { renderPolicyPage } from './policy/render-page.ts';
export { policyStyles } from './policy/styles.ts';
export type { Block, Column, ColumnId, Fact, Inline, PolicyView, Section, TrackerGroup, TrackerRow } from './policy/view.ts';
export { findPolicyWords, policyLanguages } from './policy/words/find-words.ts';
export type { PolicyWords } from './policy/words/policy-words.ts';
export { checkProjections } from './projections/check-projections.ts';
export { compileProjection, compileProjections, projectionIds } from './projections/compile-projection.ts';
export type { GoogleConsentSettings } from './projections/google-consent-mode.ts';
export type { ProjectionOptions } from './projections/projection-options.ts';
export { adoptForeignChoice } from './switching/adopt-foreign-choice.ts';
export type { ForeignAnswer, ForeignChoice, ForeignPlace } from './switching/foreign-choice.ts';
export type { ForeignRemovals } from './switching/foreign-removals.ts';
export { foreignRemovals } from './switching/foreign-removals.ts';
export type { ForeignSource } from './switching/read-foreign-choices.ts';
export { isForeignRecord, readForeignChoices } from './switching/read-foreign-choices.ts';
