// The declaration of a cell: one small site, under the rules that the catalog has for the profile.
import { profiles } from '@candor/catalog';
import type { Basis, Declaration, Identified, Purpose, Text, Tracker } from '@candor/core';
import { checkDeclaration, identifyDeclaration } from '@candor/core';
import type { Cell } from './cell.ts';
import { hostOf, mapHost, ownTheme } from './cell.ts';
import { PlaygroundError } from './errors.ts';
import { wordsIn } from './words/all.ts';
import type { SiteWords } from './words/site-words.ts';

const day = 86_400;
const halfYear = 182;

/** The revision of every purpose that is asked about; a visitor who answered an earlier one is asked again. */
export const revision = 2;

/** The declaration of a cell, with its id. Throws `PLAYGROUND_DECLARATION` where it would not hold. */
export function declarationFor(cell: Cell): Identified {
  const declaration = compile(cell);
  const checked = checkDeclaration(declaration);
  if (!checked.ok) throw new PlaygroundError('PLAYGROUND_DECLARATION', JSON.stringify(checked.issues));
  return { declaration, id: identifyDeclaration(declaration) };
}

type Parts = { readonly cell: Cell; readonly words: SiteWords; readonly say: (text: string) => Text };

function compile(cell: Cell): Declaration {
  const { profile, language, theme } = cell;
  const { maxChoiceDays, askAgainAfterDays, gpc } = profiles[profile];
  const words = wordsIn(language);
  const say = (text: string): Text => ({ [language]: text });
  const parts = { cell, words, say };
  const life = Math.min(maxChoiceDays ?? halfYear, 365);
  const host = hostOf(cell);
  return {
    language: 1,
    version: '1.0.0',
    date: '2026-11-23',
    languages: [language],
    site: {
      name: say(words.site),
      hosts: [host],
      prefix: '/cookies',
      timeZone: 'Europe/Paris',
      choiceScope: { host, path: '/', partitioned: false },
      locations: { pages: { label: say(words.pages), match: { hosts: [host] } } },
    },
    profiles: { default: profile, offered: [profile] },
    controller: { provider: 'museum', address: '1 Old Quay, Harbourtown', contact: 'privacy@museum.example', hostingCountry: 'FR' },
    providers: {
      museum: { name: 'Harbour Museum', country: 'FR', role: 'controller', policy: 'https://museum.example/privacy' },
      maps: { name: 'Coastal Maps Inc.', country: 'IE', role: 'third', policy: 'https://maps.example/privacy' },
      quay: { name: 'Ad Quay', country: 'IE', role: 'joint', policy: 'https://quay.example/privacy' },
    },
    purposes: purposesOf(parts),
    trackers: trackersOf(parts, host, life),
    policy: { parts: [] },
    scripts: { inline: 'hashes', hashes: [] },
    notice: {
      texts: {},
      theme: theme === 'own' ? ownTheme : theme,
      onGrant: 'live',
      onWithdraw: 'sweep',
      choiceLife: { default: life * day },
      askAgainAfter: { default: Math.min(askAgainAfterDays ?? halfYear, life) * day },
    },
    signals: { gpc: { default: gpc }, projections: [] },
  };
}

function purposesOf({ cell, words, say }: Parts): Declaration['purposes'] {
  const { model, statistics, because } = profiles[cell.profile];
  const rest: Basis =
    model === 'opt-in' ? { kind: 'consent' } : { kind: model === 'opt-out' ? 'opt-out' : 'notice', ground: 'public-notice', because };
  const counted: Basis = { kind: statistics.basis, ground: 'audience-measurement', because };
  const purpose = (number: number, category: Purpose['category'], basis: Basis, [name, text, consequence]: readonly string[]): Purpose => ({
    number,
    revision: basis.kind === 'exempt' ? 1 : revision,
    category,
    name: say(name ?? ''),
    text: say(text ?? ''),
    consequence: say(consequence ?? ''),
    basis: { default: basis },
  });
  return {
    platform: purpose(1, 'necessary', { kind: 'exempt', ground: 'requested-service', because }, words.purposes.platform),
    audience: purpose(2, 'statistics', counted, words.purposes.audience),
    maps: purpose(3, 'preferences', rest, words.purposes.maps),
    advertising: purpose(4, 'marketing', rest, words.purposes.advertising),
  };
}

type Place = { readonly provider: string; readonly purpose: string; readonly words: keyof SiteWords['trackers'] };

function trackersOf({ words, say }: Parts, host: string, choiceDays: number): Declaration['trackers'] {
  const common = ({ provider, purpose, words: key }: Place) => ({
    provider,
    purposes: [purpose] as const,
    locations: ['pages'] as const,
    function: say(words.trackers[key][0]),
    explanation: say(words.trackers[key][1]),
    recipients: provider === 'museum' ? [] : [provider],
    data: { categories: ['usage'] },
  });
  const cookie = (place: Place, name: string, days: number): Tracker => ({
    ...common(place),
    kind: 'cookie',
    names: [name.endsWith('*') ? { prefix: name.slice(0, -1) } : { exact: name }],
    scopes: [{ host, path: '/', partitioned: false }],
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    life: days === 0 ? { kind: 'session' } : { kind: 'seconds', max: days * day, extended: false },
    setWhen: { on: place.words === 'choice' ? 'choice' : place.purpose === 'platform' ? 'always' : 'consent' },
  });
  return {
    basket: cookie({ provider: 'museum', purpose: 'platform', words: 'basket' }, 'basket', 0),
    cookies_preferences: cookie({ provider: 'museum', purpose: 'platform', words: 'choice' }, 'cookies_preferences', choiceDays),
    visits: cookie({ provider: 'museum', purpose: 'audience', words: 'visits' }, '_visits', 30),
    map: {
      ...common({ provider: 'maps', purpose: 'maps', words: 'map' }),
      setWhen: { on: 'consent' },
      kind: 'request',
      match: { hosts: [mapHost] },
      as: ['frame'],
      credentials: true,
    },
    map_look: cookie({ provider: 'maps', purpose: 'maps', words: 'look' }, '_map_*', 90),
    advert: cookie({ provider: 'quay', purpose: 'advertising', words: 'advert' }, '_quay', 90),
  };
}
