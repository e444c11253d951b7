// Small declarations for the tests of consent and enforcement: one purpose for each kind of basis.
import type { Basis, Category, Declaration, PerProfile, Purpose } from '../../src/declaration/types.ts';

const because = { source: 'https://example.org/law', asOf: '2026-01-01', verified: true };
const words = { en: 'x' };

export const day = 86_400;
/** A Unix time at which everything in these tests happens. */
export const now = 1_800_000_000;
export const declarationId = '0123456789abcdef'.repeat(4);
export const shortId = '0123456789ab';

export function basis(kind: Basis['kind']): Basis {
  return kind === 'consent' ? { kind } : { kind, ground: 'x', because };
}

export function purpose(
  number: number,
  kind: PerProfile<Basis> | Basis['kind'],
  options: { revision?: number; category?: Category } = {},
): Purpose {
  return {
    number,
    revision: options.revision ?? 1,
    category: options.category ?? 'statistics',
    name: words,
    text: words,
    consequence: words,
    basis: typeof kind === 'string' ? { default: basis(kind) } : kind,
  };
}

/** Purposes: 1 `needed` exempt · 2 `asked` consent · 3 `counted` objectable · 4 `sold` opt-out · 5 `told` notice. */
export const site: Declaration = {
  language: 1,
  version: '1.0.0',
  date: '2026-01-01',
  languages: ['en'],
  site: {
    name: words,
    hosts: ['site.example'],
    prefix: '/cookies',
    timeZone: 'UTC',
    choiceScope: { host: 'site.example', path: '/', partitioned: false },
    locations: {},
  },
  profiles: { default: 'eu-base', offered: ['eu-base', 'fr', 'us-ca', 'au-qld'] },
  controller: { provider: 'us', address: 'x', contact: 'x', hostingCountry: 'FR' },
  providers: { us: { name: 'Us', country: 'FR', role: 'controller' } },
  purposes: {
    needed: purpose(1, 'exempt', { category: 'necessary' }),
    asked: purpose(2, 'consent', { revision: 3, category: 'marketing' }),
    counted: purpose(3, 'objectable'),
    sold: purpose(4, 'opt-out', { category: 'marketing' }),
    told: purpose(5, 'notice'),
  },
  trackers: {},
  scripts: { inline: 'hashes', hashes: [] },
  policy: { parts: [] },
  notice: {
    texts: {},
    theme: 'plain',
    onGrant: 'reload',
    onWithdraw: 'sweep',
    choiceLife: { default: 180 * day, 'us-ca': 365 * day },
    askAgainAfter: { default: 90 * day },
  },
  signals: { gpc: { default: 'deny-unless-chosen', 'us-ca': 'opt-out', 'au-qld': 'record-only' }, projections: [] },
};
