// What every entry says and asks: three purposes, in English, and the two ways in which that may change.
import type { Variant } from './entry.ts';

/** One purpose to ask for. */
export type Asked = { readonly id: 'embeds' | 'audience' | 'advertising'; readonly name: string; readonly text: string };

/** The purposes of the reference declaration. */
export const asked: readonly Asked[] = [
  { id: 'embeds', name: 'Maps, videos and chat', text: 'Shows maps, videos and a chat that other companies provide.' },
  { id: 'audience', name: 'Audience measurement', text: 'Tells us which pages are read, how often and on which devices.' },
  { id: 'advertising', name: 'Advertising', text: 'Shows advertisements chosen by what you looked at here and elsewhere.' },
];

/** The words above the buttons. */
export const title = 'Your choice about cookies';

/** The sentence below the title; a cosmetic change is one of its words. */
export function textFor(variant: Variant): string {
  const verb = variant === 'cosmetic' ? 'would like to use' : 'use';
  return `We ${verb} cookies and similar techniques for the purposes below. You can refuse, and change your mind at any time.`;
}

/** What a material change adds: a service that records where visitors click. */
export const addedService = { id: 'heatmaps', name: 'Heat maps', text: 'Records where visitors click.' } as const;

/** The names that the gated content leaves behind, with where it puts them. */
export const traces = {
  host: 't_host',
  domain: 't_domain',
  path: 't_path',
  local: 't_local',
  http: 't_http',
} as const;

/** The path of the cookie that is not for the whole site. */
export const tracePath = '/section';

/** The host of the page. */
export const siteHost = 'portal.localhost';
