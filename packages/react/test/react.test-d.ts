// Proved by the compiler: every line after an expectation must be refused, and the others must not be.
import type { Declaration } from '@candor/core';
import { createElement } from 'react';
import type { GateProps } from '../src/gate.ts';
import { Gate } from '../src/gate.ts';
import { useConsent } from '../src/use-consent.ts';

/** What `typeof declaration` is where `defineDeclaration` has made it. */
type Site = Declaration<'city', 'audience' | 'map', 'front'>;

export const counted: boolean = useConsent<Site>('audience');
// @ts-expect-error R8 a purpose that is not declared
useConsent<Site>('audiences');
export const props: GateProps<Site> = { purpose: 'map', fallback: 'later', children: 'map' };
// @ts-expect-error R8 a purpose that is not declared
export const wrong: GateProps<Site> = { purpose: 'maps' };
export const typed = createElement(Gate<Site>, { purpose: 'map' });
// @ts-expect-error R8 a purpose that is not declared
export const untrue = createElement(Gate<Site>, { purpose: 'maps' });
// @ts-expect-error R8 a gate names its purpose
export const unnamed = createElement(Gate, {});

// Without a declaration at hand any name goes.
useConsent('anything');
