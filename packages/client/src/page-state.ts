// What the guard put into the page: rules, this visitor's consent, what to sweep, and where the front office is.
import type { ConsentState, Enforcement, sweepPlan } from '@candor/core';
import type { Env } from './env.ts';

/** What is to be removed now. */
export type Sweep = ReturnType<typeof sweepPlan>;

/** The data block `#candor-state`. */
export type PageState = {
  readonly enforcement: Enforcement;
  readonly consent: ConsentState;
  readonly sweep: Sweep;
  readonly prefix: string;
  readonly onGrant: 'live' | 'reload';
  readonly onWithdraw: 'sweep' | 'reload';
  /** In the visitor's language; `purposes` says what waits for a yes, by purpose. */
  readonly words: { readonly allow: string; readonly saved: string; readonly purposes: { readonly [id: string]: string } };
};

/** What may change while a page is open. */
export type Consented = Pick<PageState, 'consent' | 'sweep'>;

/** Reads the block, or null where there is none that can be read: then this script does nothing. */
export function readPageState(env: Env): PageState | null {
  const text = env.document.getElementById('candor-state')?.textContent ?? '';
  try {
    const value = JSON.parse(text) as PageState | null;
    return typeof value?.enforcement?.siteHosts === 'object' && typeof value.consent?.purposes === 'object' ? value : null;
  } catch {
    return null;
  }
}
