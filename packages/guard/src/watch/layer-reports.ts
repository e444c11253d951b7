// Whether a layer may be enforced: what it would lose, and whether enough was seen for silence to count.
import type { Enough, Evidence, Fault, GuardLayer, GuardModes, GuardSummary, LayerReport, Loss } from '../contract.ts';
import { lossesOf } from './losses.ts';
import type { Moment, Observations } from './observations.ts';
import { layerOf } from './observations.ts';

/**
 * What does not come in 500 requests comes in less than one of a hundred (three in 500, with 95 % certainty). A day has every hour's
 * job in it, and visitors of the evening. On fewer than five pages few sites show all they can do; with fewer than 50 views of pages
 * a browser has hardly reported, with fewer than 50 requests with cookies hardly anybody has come back.
 */
const ENOUGH: Enough = { requests: 500, seconds: 86_400, views: 50, pages: 5, returning: 50 };

/** Faults by which pages would miss the question, or its look. */
const PAGE_FAULTS: ReadonlySet<string> = new Set(['SCRIPT_KEPT_OUT', 'STYLES_KEPT_OUT', 'NOTICE_FAILED']);

/** What layers are judged by. */
export type Watched = {
  readonly modes: GuardModes;
  readonly observations: Observations;
  readonly evidence: Evidence;
  readonly faults: readonly Fault[];
  readonly now: number;
  readonly requests: number;
  readonly enough: Partial<Enough>;
};

type Count = { readonly seen: number; readonly wanted: number; readonly of: string };

function lacking(counts: readonly Count[]): readonly string[] {
  return counts.filter(({ seen, wanted }) => seen < wanted).map(({ seen, wanted, of }) => `${seen} of ${wanted} ${of}`);
}

function hours(seconds: number): number {
  return Math.floor(seconds / 360) / 10;
}

/** What is missing until nothing new has come for long enough. */
function unsettled({ now, requests, enough }: Watched, newest: Moment): readonly string[] {
  const wanted = { ...ENOUGH, ...enough };
  return lacking([
    { seen: requests - newest.requests, wanted: wanted.requests, of: 'requests without anything new' },
    { seen: hours(now - newest.at), wanted: hours(wanted.seconds), of: 'hours without anything new' },
  ]);
}

function unseen({ evidence, enough }: Watched, layer: GuardLayer): readonly string[] {
  const wanted = { ...ENOUGH, ...enough };
  const { views, pages, returning } = evidence;
  const ofPages = layer === 'html' || layer === 'csp' ? [{ seen: views, wanted: wanted.views, of: 'page views' }] : [];
  const ofCookies = layer === 'cookie' ? [{ seen: returning, wanted: wanted.returning, of: 'requests that brought cookies' }] : [];
  const counted = lacking([...ofPages, { seen: pages, wanted: wanted.pages, of: 'different pages' }, ...ofCookies]);
  return [...counted, ...evidence.unseen.map((id) => `no page of the location "${id}"`)];
}

function lossesIn({ observations, faults }: Watched, layer: GuardLayer): readonly Loss[] {
  if (layer !== 'html') return lossesOf(observations.list().filter(({ kind }) => layerOf(kind) === layer));
  return faults.filter(({ code }) => PAGE_FAULTS.has(code)).map(({ code, count }) => ({ kind: 'fault', name: code, pages: 0, count }));
}

function reportOf(watched: Watched, layer: GuardLayer): LayerReport {
  const mode = watched.modes[layer];
  const losses = lossesIn(watched, layer);
  const waiting = unsettled(watched, watched.observations.newest(layer));
  const settled = waiting.length === 0;
  if (mode === 'enforce') return { mode, verdict: 'enforced', settled, losses, lacks: [] };
  const lacks = [...waiting, ...unseen(watched, layer)];
  if (losses.length > 0) return { mode, verdict: 'unsafe', settled, losses, lacks };
  return { mode, verdict: lacks.length > 0 ? 'too-little' : 'quiet', settled, losses, lacks };
}

/** The report of every layer. */
export function reportLayers(watched: Watched): GuardSummary['layers'] {
  return {
    'set-cookie': reportOf(watched, 'set-cookie'),
    cookie: reportOf(watched, 'cookie'),
    html: reportOf(watched, 'html'),
    csp: reportOf(watched, 'csp'),
  };
}
