// The declaration told as a policy page, in one language and under one profile. Pure: the same input gives the same page.
import type { Issue, Result } from '../base/result.ts';
import { fail, succeed } from '../base/result.ts';
import type { Declaration, ProfileId } from '../declaration/types.ts';
import type { Authority, PolicyContext } from './context.ts';
import { describeDate } from './date-words.ts';
import { plainText } from './plain-text.ts';
import { compileChoices } from './sections/choices.ts';
import { compileController } from './sections/controller.ts';
import { compileInvolved } from './sections/involved.ts';
import { compileProse } from './sections/prose.ts';
import { compilePurposes } from './sections/purposes.ts';
import { compileRecord } from './sections/record.ts';
import { compileRights } from './sections/rights.ts';
import { compileSignals } from './sections/signals.ts';
import { compileStatistics } from './sections/statistics.ts';
import { compileUsed } from './sections/used.ts';
import { statedDate, statedVersion } from './stated.ts';
import { createTextReader } from './text-reader.ts';
import type { ColumnId, PolicyView, Section } from './view.ts';
import { findPolicyWords, policyLanguages } from './words/find-words.ts';

/** How a policy is compiled. `columns` replaces the declared or the product's columns; `authority` is where to complain. */
export type PolicyOptions = {
  readonly language: string;
  readonly profile: ProfileId;
  readonly declarationId: string;
  readonly columns?: readonly ColumnId[];
  readonly authority?: Authority;
};

/** The policy page as plain JSON. Fails with `POLICY_LANGUAGE_UNKNOWN` or `POLICY_TEXT_MISSING`; never another language in place of the one asked for. */
export function compilePolicy(declaration: Declaration, options: PolicyOptions): Result<PolicyView> {
  const words = findPolicyWords(options.language);
  if (words === null) return fail(unknownLanguage(options.language));
  const reader = createTextReader(options.language);
  const context: PolicyContext = {
    declaration,
    words,
    read: reader.read,
    language: options.language,
    profile: options.profile,
    declarationId: options.declarationId,
    columns: options.columns ?? declaration.policy.columns ?? null,
    authority: options.authority ?? null,
  };
  const view = compileView(context);
  return reader.issues.length === 0 ? succeed(view) : fail(...uniqueByPath(reader.issues));
}

/** The issue for a language that the product has no words for. */
export function unknownLanguage(language: string): Issue {
  return {
    code: 'POLICY_LANGUAGE_UNKNOWN',
    path: 'languages',
    message: `There are no words for the language "${plainText(language)}"`,
    hint: `Languages with words: ${policyLanguages.join(', ')}`,
    severity: 'error',
  };
}

function compileView(context: PolicyContext): PolicyView {
  const { declaration, words, profile, declarationId } = context;
  const { site } = declaration;
  const date = statedDate(declaration);
  const version = statedVersion(declaration);
  return {
    kind: 'candor-policy',
    language: context.language,
    direction: words.direction,
    title: words.title,
    site: { name: context.read(site.name, 'site.name'), hosts: site.hosts.map(plainText) },
    profile: { id: profile, name: words.profiles[profile] },
    version: version === null ? null : plainText(version),
    date: date === null ? null : { iso: date, text: describeDate(date, words) },
    declaration: { id: declarationId, short: declarationId.slice(0, 12) },
    preferences: { text: words.choices.button, href: `${site.prefix}/preferences` },
    languages: declaration.languages.map((language) => ({
      language,
      name: findPolicyWords(language)?.name ?? language,
      href: `${site.prefix}/policy/${language}`,
    })),
    labels: {
      contents: words.contents,
      version: words.version,
      inForceSince: words.inForceSince,
      fingerprint: words.fingerprint,
      languages: words.languages,
    },
    sections: compileSections(context),
  };
}

function compileSections(context: PolicyContext): readonly Section[] {
  const sections = [
    ...compileProse(context),
    compileUsed(context),
    compilePurposes(context),
    compileStatistics(context),
    compileChoices(context),
    compileSignals(context),
    compileInvolved(context),
    compileController(context),
    compileRights(context),
    compileRecord(context),
  ];
  return sections.filter((section) => section !== null);
}

function uniqueByPath(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.path, issue])).values()];
}
