// One cell of the playground: a profile, a language, a theme and the state in which a visitor arrives; and the host name it has.
import { profiles } from '@candor/catalog';
import type { ProfileId, ThemeDraft } from '@candor/core';
import { siteWords } from './words/all.ts';

/** How a visitor arrives. */
export type Arrival = 'unset' | 'granted' | 'denied' | 'gpc' | 'objected' | 'revised' | 'expired' | 'failing';

/** One combination. */
export type Cell = { readonly profile: ProfileId; readonly language: string; readonly theme: string; readonly state: Arrival };

/** What a cell can be put together from, in the order it is shown. */
export const choices: { readonly [K in keyof Cell]: readonly Cell[K][] } = {
  profile: Object.values(profiles).map(({ id }) => id),
  language: [...siteWords.keys()],
  theme: ['default', 'ink', 'contrast', 'own'],
  state: ['unset', 'granted', 'denied', 'gpc', 'objected', 'revised', 'expired', 'failing'],
};

/** What everything starts from. */
export const firstCell: Cell = { profile: 'eu-base', language: 'en', theme: 'default', state: 'unset' };

/** A theme of the site's own, as a declaration may bring one. */
export const ownTheme: ThemeDraft = {
  paper: 'light-dark(#fbf3e6,#241a17)',
  ink: 'light-dark(#33190f,#f4e6d8)',
  soft: 'light-dark(#6b4a3c,#cfb3a1)',
  line: 'light-dark(#d9bfa6,#5c463b)',
  button: 'light-dark(#fbf3e6,#241a17)',
  buttonText: 'light-dark(#8a1f3d,#ffb9c6)',
  edge: 'light-dark(#8a1f3d,#ffb9c6)',
  border: '2px',
  radius: '0',
  font: 'Georgia, "Times New Roman", serif',
};

/** The domain that everything shares, so that a cell in a frame keeps the cookies it has on its own. */
export const domain = 'playground.localhost';

/** The host of what stands for another company's map. */
export const mapHost = `maps.${domain}`;

const order = ['state', 'theme', 'language', 'profile'] as const;

/** The host name of a cell. */
export function hostOf(cell: Cell): string {
  return [...order.map((key) => cell[key]), domain].join('.');
}

/** The cell that a host name stands for, or null. */
export function cellOf(host: string): Cell | null {
  const [labels = '', rest] = host.split(`.${domain}`);
  if (rest !== '') return null;
  const parts = labels.split('.');
  return parts.length === order.length ? readCell(Object.fromEntries(order.map((key, at) => [key, parts[at]]))) : null;
}

/** The cell that four words name; null where one of them names nothing. */
export function readCell(words: { readonly [key: string]: string | undefined }): Cell | null {
  const pick = <K extends keyof Cell>(key: K): Cell[K] | undefined => choices[key].find((choice) => choice === words[key]);
  const [profile, language, theme, state] = [pick('profile'), pick('language'), pick('theme'), pick('state')];
  return profile && language && theme && state ? { profile, language, theme, state } : null;
}
