// What is in the page only while its purpose is allowed.
import type { Declaration, PurposeIdOf } from '@candor/core';
import type { ReactNode } from 'react';
import { useConsent } from './use-consent.ts';

/** `fallback` stands where nothing is granted, and in what a server renders. */
export type GateProps<D extends Declaration = Declaration> = {
  readonly purpose: PurposeIdOf<D>;
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
};

/** Its children while the purpose is allowed, else the fallback. */
export function Gate<D extends Declaration = Declaration>({ purpose, fallback = null, children = null }: GateProps<D>): ReactNode {
  return useConsent<D>(purpose) ? children : fallback;
}
