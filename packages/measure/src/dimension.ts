// What a view is filed under. Whatever is not one of these values does not get past here.
import { matchHost } from '@candor/core';
import { browserOf, deviceOf } from './user-agent.ts';

/** One page shown, as the request carried it; the guard's page view fits. `at` (Unix seconds) decides nothing: the day is the measure's own clock's. */
export type MeasuredView = {
  readonly path: string;
  readonly referrer: string | null;
  readonly userAgent: string;
  readonly language: string;
  readonly remoteAddress: string;
  readonly at: number;
};

/** A dimension that can be counted. */
export type Dimension = 'path' | 'referrer' | 'language' | 'device' | 'browser';

/** Every dimension, in the order tables are shown. */
export const dimensions: readonly Dimension[] = ['path', 'referrer', 'language', 'device', 'browser'];

const maxLength = 200;

/** The value of a view in a dimension. `siteHosts` are the site's own host patterns. */
export function readDimension(dimension: Dimension, view: MeasuredView, siteHosts: readonly string[]): string {
  switch (dimension) {
    case 'path':
      return pathOf(view.path);
    case 'referrer':
      return referrerOf(view.referrer, siteHosts);
    case 'language':
      return languageOf(view.language);
    case 'device':
      return deviceOf(view.userAgent);
    case 'browser':
      return browserOf(view.userAgent);
  }
}

function pathOf(path: string): string {
  const bare = path.replace(/[?#].*$/s, '');
  return bare.startsWith('/') ? bare.slice(0, maxLength) : '(unknown)';
}

function referrerOf(referrer: string | null, siteHosts: readonly string[]): string {
  if (referrer === null || referrer === '') return '(direct)';
  if (!URL.canParse(referrer)) return '(unknown)';
  const { hostname, protocol } = new URL(referrer);
  if (!/^https?:$/.test(protocol) || hostname === '') return '(unknown)';
  return siteHosts.some((pattern) => matchHost(pattern, hostname)) ? '(internal)' : hostname.slice(0, maxLength);
}

// Of "fr-CA,fr;q=0.9,en" only "fr": the whole list is close to a fingerprint.
function languageOf(language: string): string {
  return /^\s*([A-Za-z]{2,3})(?![A-Za-z])/.exec(language)?.[1]?.toLowerCase() ?? '(unknown)';
}
