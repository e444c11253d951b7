// The vocabulary in which the language is described once; the checker and the JSON Schema both read that one description.
import type { DeclarationCode } from './codes.ts';

/** A string that must have a form. `pattern` is anchored and linear; `test` holds what a pattern cannot say. */
export type StringShape = {
  readonly kind: 'string';
  /** What is expected, in words that follow "Expected". */
  readonly expected: string;
  readonly pattern: RegExp;
  readonly longest: number;
  readonly code: DeclarationCode;
  readonly test?: (value: string) => boolean;
  readonly hint?: string;
};

/** Records whose keys are ids that other fields refer to. */
export type RecordName = 'providers' | 'purposes' | 'locations';

/** One shape per way in which a value of the language can be built. */
export type Shape =
  | StringShape
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'reference'; readonly to: RecordName }
  /** Words in every declared language and no other. */
  | { readonly kind: 'text'; readonly of: StringShape; readonly languages: StringShape }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number; readonly most: number; readonly unique: boolean }
  | { readonly kind: 'record'; readonly of: Shape; readonly keys: StringShape; readonly least: number; readonly most: number }
  | FieldsShape
  /** A string, or an object in its place. */
  | { readonly kind: 'either'; readonly string: StringShape; readonly object: FieldsShape }
  /** One of several objects, told apart by the string in the field `tag`. */
  | { readonly kind: 'tagged'; readonly tag: string; readonly cases: { readonly [value: string]: FieldsShape } }
  /** One of several objects, told apart by which of their first fields is present. */
  | { readonly kind: 'variant'; readonly cases: { readonly [field: string]: FieldsShape } };

/** An object with these fields and no others. */
export type FieldsShape = {
  readonly kind: 'fields';
  readonly required: { readonly [name: string]: Shape };
  readonly optional: { readonly [name: string]: Shape };
};

/** An object with these fields and no others. */
export function fields(required: FieldsShape['required'], optional: FieldsShape['optional'] = {}): FieldsShape {
  return { kind: 'fields', required, optional };
}

/** A list; its entries differ from each other unless `repeats` is given. */
export function list(
  of: Shape,
  { least = 0, most = 1000, repeats = false }: { least?: number; most?: number; repeats?: boolean } = {},
): Shape {
  return { kind: 'list', of, least, most, unique: !repeats };
}

/** A record keyed by id. */
export function record(of: Shape, keys: StringShape, { least = 0, most = 1000 }: { least?: number; most?: number } = {}): Shape {
  return { kind: 'record', of, keys, least, most };
}

/** A whole number within bounds, both included. */
export function integer(least: number, most: number): Shape {
  return { kind: 'integer', least, most };
}

/** One of these strings. */
export function choice(...values: readonly string[]): Shape {
  return { kind: 'choice', values };
}

/** Exactly this value. */
export function literal(value: string | number | boolean): Shape {
  return { kind: 'literal', value };
}

/** An id of another record. */
export function reference(to: RecordName): Shape {
  return { kind: 'reference', to };
}
