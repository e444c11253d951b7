// Proved by the compiler: every line after an expectation must be refused, and the others must not be.
import type { Declaration } from '@candor/core';
import type { Candor } from '../src/api.ts';
import { connectCandor } from '../src/connect.ts';

/** What `typeof declaration` is where `defineDeclaration` has made it. */
type Declared = Declaration<'city', 'choices' | 'statistics', 'front'>;

const candor = connectCandor<Declared>();
export const answers: readonly boolean[] = [candor.granted('choices'), candor.granted('statistics')];
// @ts-expect-error C60 a purpose that is not declared
candor.granted('statistic');
// @ts-expect-error C60 a provider is not a purpose
candor.granted('city');

export const ends: readonly (() => void)[] = [
  candor.on('change', ({ purposes }) => void purposes['statistics']?.allowed),
  candor.on('blocked', ({ name, stack }) => void [name, stack]),
];
// @ts-expect-error C60 an event that does not exist
candor.on('changed', () => undefined);
// @ts-expect-error C60 what was refused is not what a change tells
candor.on('change', ({ stack }) => void stack);

// @ts-expect-error C61 where Candor is absent there is no declaration
export const id: string = candor.declaration;
// @ts-expect-error C61 where Candor is absent there is no report
export const declared = (await candor.debug()).declared;
// @ts-expect-error C60 nothing can be taken back
candor.blocked.pop();

// Without a declaration at hand any name goes.
connectCandor().granted('anything');
connectCandor<Declaration>({ prefix: '/cookies' }).granted('anything');

// Plain scripts have the same, by its own name.
declare const plain: Candor<'choices'>;
plain.granted('choices');
// @ts-expect-error C60 a purpose that is not declared
plain.granted('statistics');
