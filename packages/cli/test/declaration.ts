// A small declaration as plain JSON, to be changed by each test in one place.
import type { Declaration } from '@candor/core';
import { defineDeclaration } from '@candor/core';

const text = (en: string, fr: string): { readonly en: string; readonly fr: string } => ({ en, fr });
const because = { source: 'Directive 2002/58/EC, Article 5(3)', asOf: '2026-01-01', verified: true } as const;

/** Two purposes, two cookies, two languages, one pinned key. */
export const library: Declaration = defineDeclaration({
  language: 1,
  version: '1',
  date: '2026-01-01',
  languages: ['en', 'fr'],
  site: {
    name: text('Library', 'Bibliothèque'),
    hosts: ['library.localhost'],
    prefix: '/cookies',
    timeZone: 'UTC',
    choiceScope: { host: 'library.localhost', path: '/', partitioned: false },
    locations: { front: { label: text('front office', 'front office'), match: { hosts: ['library.localhost'], paths: ['/*'] } } },
  },
  profiles: { default: 'eu-base', offered: ['eu-base', 'fr'] },
  controller: { provider: 'library', address: '1 Shelf Street, Booktown', contact: 'privacy@library.example', hostingCountry: 'FR' },
  providers: {
    library: { name: 'Town Library', country: 'FR', role: 'controller' },
    recommender: { name: 'Recommender', country: 'FR', role: 'processor' },
  },
  purposes: {
    platform: {
      number: 1,
      revision: 1,
      category: 'necessary',
      name: text('The site itself', 'Le site lui-même'),
      text: text('Keeps your answer.', 'Garde votre réponse.'),
      consequence: text('You would be asked on every page.', 'La question reviendrait à chaque page.'),
      basis: { default: { kind: 'exempt', ground: 'requested-service', because } },
    },
    advice: {
      number: 2,
      revision: 1,
      category: 'preferences',
      name: text('Advice', 'Conseils'),
      text: text('Remembers the shelf you like.', 'Se souvient du rayon que vous aimez.'),
      consequence: text('No advice.', 'Pas de conseils.'),
      basis: { default: { kind: 'consent' } },
    },
  },
  trackers: {
    cookies_preferences: {
      kind: 'cookie',
      names: [{ exact: 'cookies_preferences' }],
      scopes: [{ host: 'library.localhost', path: '/', partitioned: false }],
      secure: true,
      httpOnly: false,
      sameSite: 'lax',
      life: { kind: 'seconds', max: 15_552_000, extended: false },
      provider: 'library',
      purposes: ['platform'],
      locations: ['front'],
      setWhen: { on: 'choice' },
      function: text('Choices', 'Choix'),
      explanation: text('To remember your choice', 'Se souvenir de votre choix'),
      recipients: [],
      data: { categories: ['choices'] },
    },
    shelf: {
      kind: 'cookie',
      names: [{ exact: 'shelf' }],
      scopes: [{ host: 'library.localhost', path: '/', partitioned: false }],
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      life: { kind: 'seconds', max: 86_400, extended: false },
      provider: 'library',
      purposes: ['advice'],
      locations: ['front'],
      setWhen: { on: 'consent' },
      function: text('Shelf', 'Rayon'),
      explanation: text('To show the shelf you like', 'Montrer le rayon que vous aimez'),
      recipients: [],
      data: { categories: ['shelf'], retentionDays: 1 },
    },
  },
  scripts: { inline: 'hashes', hashes: [] },
  policy: { parts: [] },
  notice: {
    texts: {},
    theme: 'default',
    onGrant: 'live',
    onWithdraw: 'sweep',
    choiceLife: { default: 15_552_000 },
    askAgainAfter: { default: 15_552_000 },
  },
  signals: { gpc: { default: 'deny-unless-chosen' }, projections: [] },
});

/** JSON of a value, one member a line. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** The text of the declaration with one piece of it replaced; throws where the piece is not there. */
export function edited(...edits: readonly (readonly [before: string, after: string])[]): string {
  return edits.reduce((source, [before, after]) => {
    if (!source.includes(before)) throw new Error(`The declaration holds no ${before}`);
    return source.replace(before, () => after);
  }, json(library));
}

/** The 1-based line on which a piece of text begins. */
export function lineOf(source: string, piece: string): number {
  return source.slice(0, source.indexOf(piece)).split('\n').length;
}
