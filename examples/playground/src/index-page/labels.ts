// What the index calls things.
import { profiles } from '@candor/catalog';
import type { ConsentReason } from '@candor/core';
import { findPolicyWords } from '@candor/core';
import type { Arrival, Cell } from '../cell.ts';

const states: { readonly [A in Arrival]: string } = {
  unset: 'First visit',
  granted: 'Accepted all',
  denied: 'Refused all',
  gpc: 'Global Privacy Control',
  objected: 'Objected to all',
  revised: 'Accepted an earlier revision',
  expired: 'Accepted too long ago',
  failing: 'First visit, and the server fails',
};

const themes: { readonly [theme: string]: string } = { default: 'Default', ink: 'Ink', contrast: 'Contrast', own: 'A site’s own' };

const models = { 'opt-in': 'Off until a yes', 'opt-out': 'On until a no', notice: 'On, and told' } as const;

const reasons: { readonly [R in ConsentReason]: string } = {
  exempt: 'needs no answer',
  granted: 'granted',
  denied: 'refused',
  objected: 'objected to',
  'default-on': 'by the profile',
  'default-off': 'until a yes',
  'gpc-off': 'by the signal',
  revised: 'changed since the answer',
  expired: 'the answer expired',
  'fail-closed': 'by a fault',
};

/** The words for why a purpose is on or off. */
export function reasonLabel(reason: ConsentReason): string {
  return reasons[reason];
}

/** The words for a value of a cell. */
export function labelOf(key: keyof Cell, value: string): string {
  if (key === 'profile') return Object.values(profiles).find(({ id }) => id === value)?.name ?? value;
  if (key === 'language') return findPolicyWords(value)?.name ?? value;
  return key === 'theme' ? (themes[value] ?? value) : (states[value as Arrival] ?? value);
}

/** What a profile does, in a few words. */
export function modelLabel({ profile }: Cell): string {
  return models[profiles[profile].model];
}
