// The reference declaration with the page's gated things under some of its names: forty trackers as before, and the same purposes.
import { createHash } from 'node:crypto';
import type { CookieItem, Declaration, Identified, RequestItem, StorageItem, Tracker } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { referenceDeclaration } from '@candor/testkit';
import type { Surroundings, Variant } from '../entry.ts';
import { gatedInline } from '../page.ts';
import { siteHost, tracePath, traces } from '../words.ts';

type Facts = Partial<CookieItem> | Partial<StorageItem> | Partial<RequestItem>;

function replace(trackers: Readonly<Record<string, Tracker>>, id: string, facts: Facts): Record<string, Tracker> {
  const tracker = trackers[id];
  if (tracker === undefined) throw new Error(`The reference declaration has no tracker "${id}"`);
  return { ...trackers, [id]: { ...tracker, ...facts } as Tracker };
}

const hostScope = { host: siteHost, path: '/', partitioned: false };

function withPage(
  trackers: Readonly<Record<string, Tracker>>,
  { tracker, frame }: Surroundings,
  origins: readonly string[],
): Record<string, Tracker> {
  const named = (name: string): { readonly names: readonly [{ readonly exact: string }] } => ({ names: [{ exact: name }] });
  const inSection = { ...hostScope, path: tracePath };
  let all = replace(trackers, '_lm_id', named(traces.domain));
  all = replace(all, '_lm_opt', { ...named(traces.path), scopes: [inSection] });
  all = replace(all, '_hf_user', { ...named(traces.host), scopes: [hostScope] });
  all = replace(all, '_hf_session', { ...named(traces.http), scopes: [hostScope], httpOnly: true });
  all = replace(all, 'heatfield_store', { ...named(traces.local), origins: [...origins] });
  all = replace(all, 'lumen', { match: { hosts: [new URL(tracker).hostname, 'collect.lumen.example'] } });
  return replace(all, 'cartoworld', { match: { hosts: [new URL(frame).hostname, 'tiles.cartoworld.example'] } });
}

/** What changes in a declaration: some words, or a purpose whose revision rises because a tracker was added to it. */
function vary(declaration: Declaration, variant: Variant): Declaration {
  if (variant === 'base') return declaration;
  const { audience } = declaration.purposes;
  if (audience === undefined) throw new Error('The reference declaration has no purpose "audience"');
  const changed =
    variant === 'cosmetic'
      ? { ...audience, text: { en: 'Tells us which pages are read, how often, and on which devices they are.' } }
      : { ...audience, revision: audience.revision + 1 };
  const { _lm_ses: like } = declaration.trackers;
  const added = variant === 'material' && like?.kind === 'cookie' ? { heatmap: { ...like, names: [{ exact: 'heatmap' }] } as Tracker } : {};
  return {
    ...declaration,
    version: variant === 'cosmetic' ? '1.0.1' : '2.0.0',
    trackers: { ...declaration.trackers, ...added },
    purposes: { ...declaration.purposes, audience: changed },
  };
}

/** The declaration of the page. `origins` are those under which it is served. */
export function declarePage(surroundings: Surroundings, variant: Variant, origins: readonly string[]): Identified {
  const reference = referenceDeclaration();
  const sha256 = createHash('sha256').update(gatedInline).digest('base64');
  const declaration = vary(
    {
      ...reference,
      trackers: withPage(reference.trackers, surroundings, origins),
      scripts: { inline: 'hashes', hashes: [{ sha256, purposes: ['audience'], gated: true }] },
    },
    variant,
  );
  return { declaration, id: identifyDeclaration(declaration) };
}

/** The declaration that sizes are measured with, as it is. */
export function declareReference(): Identified {
  const declaration = referenceDeclaration();
  return { declaration, id: identifyDeclaration(declaration) };
}
