// Headers by which a response sends the browser to other hosts, past any Content-Security-Policy: preconnect and preload links,
// Refresh, report endpoints, speculation rules, alternative services. What is not the site's own and not allowed is dropped.

import type { ConsentState, RequestUse } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { keyOf } from '../header-list.ts';
import type { Judge } from '../judge.ts';
import { usesAhead } from '../link-uses.ts';
import type { Visit } from '../request/visit.ts';
import type { Observations } from '../watch/observations.ts';
import type { LinkValue } from './link-header.ts';
import { parseLinks } from './link-header.ts';
import { isDictionary } from './permissions-policy.ts';

/** What the headers of one response are judged by. */
export type OutwardCase = {
  readonly judge: Judge;
  readonly visit: Visit;
  readonly consent: ConsentState;
  readonly observations: Observations;
};

/** Relations that make a browser fetch, connect or resolve. */
const FETCHING: ReadonlySet<string> = new Set([
  'preconnect',
  'dns-prefetch',
  'preload',
  'modulepreload',
  'prefetch',
  'prerender',
  'stylesheet',
  'icon',
  'compression-dictionary',
]);

function mayReach(outward: OutwardCase, reference: string, uses: readonly RequestUse[]): boolean {
  const { visit, judge, consent } = outward;
  const base = `${visit.scheme}://${visit.target.authority || 'localhost'}/`;
  if (!URL.canParse(reference, base)) return false;
  const url = new URL(reference, base);
  if (url.hostname.toLowerCase() === visit.facts.host) return true;
  return uses.some((as) => judge.verdictOf(consent, { kind: 'request', url: url.href, as, method: 'GET' }).outcome === 'pass');
}

function usesOf(link: LinkValue): readonly RequestUse[] {
  if (link.rels.includes('stylesheet') && !link.rels.includes('modulepreload')) return ['style'];
  return usesAhead(link.rels, link.as ?? '');
}

function keepsLink(outward: OutwardCase, link: LinkValue): boolean {
  if (!link.whole) return false;
  if (!link.rels.some((rel) => FETCHING.has(rel))) return true;
  const sources = (link.sources ?? '')
    .split(',')
    .map((source) => source.trim().split(/\s+/)[0] ?? '')
    .filter((source) => source !== '');
  return [link.target, ...sources].every((reference) => mayReach(outward, reference, usesOf(link)));
}

/** The link values of a line that may stay. */
export function allowedLinks(outward: OutwardCase, value: string): readonly string[] {
  return parseLinks(value)
    .filter((link) => keepsLink(outward, link))
    .map(({ text }) => text);
}

function allowedRefresh(outward: OutwardCase, value: string): string | null {
  const target = /^[\s\d.]*(?:[;,]\s*|\s+)(?:url\s*=\s*)?["']?([^"']*)/i.exec(value)?.[1]?.trim() ?? '';
  return target === '' || mayReach(outward, target, ['frame']) ? value : null;
}

/** A key with one address in quotes, and parameters without any: what is written otherwise is not understood here, so it goes. */
const ENDPOINT = /^[ \t]*[a-z*][a-z0-9_.*-]*="([^"\\]*)"[ \t]*(?:;[^"]*)?$/;

function allowedEndpoints(outward: OutwardCase, value: string): string | null {
  const members = value.split(',').filter((member) => {
    const address = ENDPOINT.exec(member)?.[1];
    return address !== undefined && mayReach(outward, address, ['connect']);
  });
  return members.length === 0 ? null : members.map((member) => member.trim()).join(', ');
}

/** Endpoints are URLs anywhere in the JSON; one foreign URL, or an escape that could hide one, takes the header with it. */
function allowedReportTo(outward: OutwardCase, value: string): string | null {
  const urls = [...value.matchAll(/"url"\s*:\s*"([^"]*)"/g)].map(([, url = '']) => url);
  const isPlain = urls.length > 0 && !value.includes('\\');
  return isPlain && urls.every((url) => mayReach(outward, url, ['connect'])) ? value : null;
}

/** The site's own policies, of which a line may hold several, without report addresses they may not reach. */
function allowedPolicies(outward: OutwardCase, value: string): string {
  const policies = value.split(',');
  const kept = policies.map((policy) => allowedPolicy(outward, policy));
  return kept.every((policy, at) => policy === policies[at]) ? value : kept.filter((policy) => policy.trim() !== '').join(',');
}

function allowedPolicy(outward: OutwardCase, value: string): string {
  const directives = value.split(';').flatMap((directive) => {
    const [name = '', ...addresses] = directive.trim().split(/\s+/);
    if (name.toLowerCase() !== 'report-uri') return [directive];
    const kept = addresses.filter((address) => mayReach(outward, address, ['connect']));
    return kept.length === 0 ? [] : [kept.length === addresses.length ? directive : ` ${name} ${kept.join(' ')}`];
  });
  return directives.join(';');
}

/** The value that may go out under this name, or null. Headers not known here pass. */
function allowedValue(outward: OutwardCase, name: string, value: string): string | null {
  switch (name) {
    case 'link': {
      const kept = allowedLinks(outward, value);
      return kept.length === parseLinks(value).length ? value : kept.join(', ') || null;
    }
    case 'refresh':
      return allowedRefresh(outward, value);
    case 'reporting-endpoints':
      return allowedEndpoints(outward, value);
    case 'report-to':
      return allowedReportTo(outward, value);
    case 'content-security-policy':
    case 'content-security-policy-report-only':
      return allowedPolicies(outward, value) || null;
    case 'permissions-policy':
      // No browser obeys it, and it would take ours with it.
      return isDictionary(value) ? value : null;
    // These cannot be held to declared hosts: their addresses are elsewhere, or they lead past the guard.
    case 'attribution-reporting-register-source':
    case 'attribution-reporting-register-trigger':
    case 'nel':
    case 'observe-browsing-topics':
    case 'shared-storage-write':
    case 'speculation-rules':
    case 'alt-svc':
    case 'set-cookie2':
      return null;
    default:
      return value;
  }
}

/** The list without what would reach an undeclared or refused host. */
export function filterOutward(outward: OutwardCase, pairs: HeaderList): HeaderList {
  const kept: HeaderPair[] = [];
  for (const pair of pairs) {
    const key = keyOf(pair);
    const allowed = allowedValue(outward, key, pair[1]);
    if (allowed === pair[1]) kept.push(pair);
    else {
      outward.observations.record({ kind: 'header', name: key, code: 'DROP_UNDECLARED', page: outward.visit.facts.path }, null);
      if (allowed !== null) kept.push([pair[0], allowed, key]);
    }
  }
  return kept;
}
