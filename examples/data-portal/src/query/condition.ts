// A where text, understood: plain data that is walked, never code that is run.
import type { Value } from '../catalog/dataset.ts';

/** How two values are compared. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One condition. `like` is "contains", without regard to case. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly field: string; readonly comparison: Comparison; readonly value: Exclude<Value, null> }
  | { readonly kind: 'like'; readonly field: string; readonly value: string }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Exclude<Value, null>[] }
  | { readonly kind: 'null'; readonly field: string };
