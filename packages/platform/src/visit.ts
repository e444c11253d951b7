// One request as the routes see it: who asks, in which language, under which address.

import { matchHost } from '@candor/core';
import type { GuardContext } from '@candor/guard';
import { cookieValues } from './http/cookies.ts';
import { findLanguage, preferredLanguage } from './http/negotiation.ts';
import type { Site } from './site.ts';
import type { Writing } from './words/dates.ts';
import { createWriting } from './words/dates.ts';
import type { Words } from './words/english.ts';
import { pickWords } from './words/pick.ts';

/** A request with what is known about it. `path` is relative to the prefix and has no slash at its start. */
export type Visit = {
  readonly request: Request;
  readonly url: URL;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly context: GuardContext;
  /** One of the declaration's languages. */
  readonly language: string;
  /** The language that the platform's own words are in. */
  readonly wordsLanguage: string;
  readonly words: Words;
  readonly writing: Writing;
};

/** Reads a request. The language is the cookie's, else the browser's, else the first declared. */
export function openVisit(site: Site, request: Request, context: GuardContext, parameters: Readonly<Record<string, string>>): Visit {
  const url = new URL(request.url);
  const path = url.pathname.slice(site.prefix.length).replace(/^\/+|\/+$/g, '');
  const visit = { request, url, path, parameters, context };
  return { ...visit, ...speak(site, visitorLanguage(site, request.headers)) };
}

/** The same visit in another language: a policy's address decides its own. */
export function inLanguage(site: Site, visit: Visit, language: string): Visit {
  return { ...visit, ...speak(site, language) };
}

/** The origins that this site's own pages have: the public one, and the one asked for where its host is declared. */
export function ownOrigins(site: Site, visit: Visit): readonly string[] {
  const declared = site.declaration.site.hosts.some((pattern) => matchHost(pattern, visit.url.hostname));
  return declared ? [site.publicOrigin, visit.url.origin] : [site.publicOrigin];
}

function speak(site: Site, language: string): Pick<Visit, 'language' | 'wordsLanguage' | 'words' | 'writing'> {
  const { words, language: wordsLanguage } = pickWords(language);
  return { language, wordsLanguage, words, writing: createWriting(wordsLanguage, site.declaration.site.timeZone) };
}

function visitorLanguage(site: Site, headers: Headers): string {
  const { languages } = site.declaration;
  for (const tag of cookieValues(headers.get('cookie'), 'django_language')) {
    const chosen = findLanguage(tag, languages);
    if (chosen !== null) return chosen;
  }
  return preferredLanguage(headers.get('accept-language'), languages) ?? languages[0];
}
