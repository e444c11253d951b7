// One purpose in words: the model that the policy's list and the notice's questions share.

import { basisFor } from '../declaration/profile-rules.ts';
import type { Basis, Category } from '../declaration/types.ts';
import { describeBasis, describeSource } from './basis-words.ts';
import type { PolicyContext } from './context.ts';
import type { NamedPurpose } from './order.ts';

/** A purpose told in one language under one profile. */
export type PurposeModel = {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly category: Category;
  readonly name: string;
  readonly text: string;
  readonly consequence: string;
  readonly profiling: string | null;
  readonly basis: Basis['kind'];
  readonly basisText: string;
  readonly source: string | null;
};

/** The model of a purpose. */
export function compilePurpose(context: PolicyContext, { id, purpose }: NamedPurpose): PurposeModel {
  const basis = basisFor(context.declaration, purpose, context.profile);
  const path = `purposes.${id}`;
  return {
    id,
    number: purpose.number,
    revision: purpose.revision,
    category: purpose.category,
    name: context.read(purpose.name, `${path}.name`),
    text: context.read(purpose.text, `${path}.text`),
    consequence: context.read(purpose.consequence, `${path}.consequence`),
    profiling: purpose.profiling === undefined ? null : context.read(purpose.profiling, `${path}.profiling`),
    basis: basis.kind,
    basisText: describeBasis(basis, context.words),
    source: describeSource(basis, context.words),
  };
}
