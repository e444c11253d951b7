// Holds an unknown value against a shape and rebuilds it: what comes out has the described fields in the described order,
// records without a prototype, everything frozen. Never throws and never reads a value more often than its shape says.

import { findClosest } from './closest.ts';
import type { DeclarationCode } from './codes.ts';
import type { Complaint, IssueList } from './issue-list.ts';
import { forbiddenKeys } from './json-reader.ts';
import type { Members } from './members.ts';
import { isMembers } from './members.ts';
import type { Path } from './path.ts';
import { quote, quoteAll } from './path.ts';
import type { FieldsShape, RecordName, Shape, StringShape } from './shape.ts';

/** What a value is checked with. A set that is null could not be read, so nothing is held against it. */
export type ShapeContext = {
  readonly issues: IssueList;
  readonly languages: ReadonlySet<string> | null;
  readonly ids: { readonly [name in RecordName]: ReadonlySet<string> | null };
};

type ShapeOf<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>;
type Work = ShapeContext & { readonly path: (string | number)[] };

/** The value rebuilt, or what could be kept of it when issues were added. */
export function checkShape(shape: Shape, value: unknown, context: ShapeContext): unknown {
  return check(shape, value, { ...context, path: [] });
}

function check(shape: Shape, value: unknown, work: Work): unknown {
  if (work.issues.full()) return undefined;
  switch (shape.kind) {
    case 'string':
      return checkString(shape, value, work);
    case 'boolean':
      return typeof value === 'boolean' ? value : wrongType('true or false', value, work);
    case 'integer':
      return checkInteger(shape, value, work);
    case 'literal':
      return value === shape.value ? value : complain(work, 'DECL_VALUE', { message: `Expected ${JSON.stringify(shape.value)}` });
    case 'choice':
      return checkChoice(shape.values, value, work);
    case 'reference':
      return checkReference(shape, value, work);
    case 'text':
      return checkText(shape, value, work);
    case 'list':
      return checkList(shape, value, work);
    case 'record':
      return checkRecord(shape, value, work);
    case 'fields':
      return checkFields(shape, value, work);
    case 'either':
      return checkEither(shape, value, work);
    case 'tagged':
      return checkTagged(shape, value, work);
    case 'variant':
      return checkVariant(shape, value, work);
  }
}

function checkString(shape: StringShape, value: unknown, work: Work): unknown {
  if (typeof value !== 'string') return wrongType(shape.expected, value, work);
  const hint = shape.hint === undefined ? {} : { hint: shape.hint };
  if (value.length > shape.longest) {
    return complain(work, shape.code, { message: `Expected at most ${shape.longest} characters instead of ${value.length}` });
  }
  const valid = shape.pattern.test(value) && (shape.test?.(value) ?? true) && !/\p{Surrogate}/u.test(value);
  return valid ? value : complain(work, shape.code, { message: `Expected ${shape.expected} instead of ${quote(value)}`, ...hint });
}

function checkInteger({ least, most }: ShapeOf<'integer'>, value: unknown, work: Work): unknown {
  if (typeof value !== 'number') return wrongType('a number', value, work);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  return complain(work, 'DECL_RANGE', { message: `Expected a whole number from ${least} to ${most} instead of ${value}` });
}

function checkChoice(values: readonly string[], value: unknown, work: Work): unknown {
  if (typeof value !== 'string') return wrongType(`one of ${quoteAll(values)}`, value, work);
  if (values.includes(value)) return value;
  return complain(work, 'DECL_VALUE', {
    message: `Expected one of ${quoteAll(values)} instead of ${quote(value)}`,
    ...meaning(value, values),
  });
}

function checkReference({ to }: ShapeOf<'reference'>, value: unknown, work: Work): unknown {
  if (typeof value !== 'string') return wrongType(`an id from ${quote(to)}`, value, work);
  const ids = work.ids[to];
  if (ids === null || ids.has(value)) return value;
  const hint = meaning(value, [...ids]).hint ?? `Declare it under ${quote(to)} or use one of ${quoteAll([...ids])}`;
  return complain(work, 'DECL_REFERENCE', { message: `No ${to.slice(0, -1)} has the id ${quote(value)}`, hint });
}

function checkText(shape: ShapeOf<'text'>, value: unknown, work: Work): unknown {
  const rebuilt = checkRecord({ kind: 'record', of: shape.of, keys: shape.languages, least: 0, most: 100 }, value, work);
  if (!isMembers(rebuilt) || work.languages === null) return rebuilt;
  const missing = [...work.languages].filter((language) => !Object.hasOwn(rebuilt, language));
  const hint = 'Every text has exactly the declared languages';
  if (missing.length > 0) complain(work, 'DECL_TEXT_MISSING', { message: `Words are missing in ${quoteAll(missing)}`, hint });
  for (const language of Object.keys(rebuilt)) {
    if (work.languages.has(language)) continue;
    within(work, language, () =>
      complain(work, 'DECL_TEXT_UNDECLARED', { message: `The language ${quote(language)} is not declared`, hint }),
    );
  }
  return rebuilt;
}

function checkList(shape: ShapeOf<'list'>, value: unknown, work: Work): unknown {
  if (!Array.isArray(value)) return wrongType('a list', value, work);
  if (!checkLength('entries', value.length, shape, work)) return undefined;
  const seen = new Set<string>();
  const entries = value.map((entry: unknown, index) =>
    within(work, index, () => {
      const rebuilt = check(shape.of, entry, work);
      if (shape.unique && rebuilt !== undefined) {
        const text = JSON.stringify(rebuilt);
        if (seen.has(text))
          complain(work, 'DECL_LIST_REPEATED', { message: `The entry ${quote(text)} is already in the list`, hint: 'Remove one' });
        seen.add(text);
      }
      return rebuilt;
    }),
  );
  return Object.freeze(entries);
}

function checkRecord(shape: ShapeOf<'record'>, value: unknown, work: Work): unknown {
  if (!isMembers(value)) return wrongType('an object', value, work);
  const keys = presentKeys(value);
  if (!checkLength('keys', keys.length, shape, work)) return undefined;
  const rebuilt: { [key: string]: unknown } = Object.create(null);
  for (const key of keys) {
    within(work, key, () => {
      if (checkKey(shape.keys, key, work)) rebuilt[key] = check(shape.of, value[key], work);
    });
  }
  return Object.freeze(rebuilt);
}

function checkFields(shape: FieldsShape, value: unknown, work: Work): unknown {
  if (!isMembers(value)) return wrongType('an object', value, work);
  const known = { ...shape.required, ...shape.optional };
  const rebuilt: { [key: string]: unknown } = {};
  for (const [name, of] of Object.entries(known)) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member !== undefined) rebuilt[name] = within(work, name, () => check(of, member, work));
    else if (Object.hasOwn(shape.required, name)) complain(work, 'DECL_FIELD_MISSING', { message: `The field ${quote(name)} is missing` });
  }
  refuseUnknown(Object.keys(known), value, work);
  return Object.freeze(rebuilt);
}

function refuseUnknown(known: readonly string[], value: Members, work: Work): void {
  const names = new Set(known);
  const absent = known.filter((name) => !Object.hasOwn(value, name));
  for (const key of presentKeys(value)) {
    if (names.has(key)) continue;
    const hint = meaning(key, absent).hint ?? `Fields here are ${quoteAll(known)}`;
    within(work, key, () => complain(work, 'DECL_FIELD_UNKNOWN', { message: `There is no field ${quote(key)} here`, hint }));
    if (work.issues.full()) return;
  }
}

function checkEither({ string, object }: ShapeOf<'either'>, value: unknown, work: Work): unknown {
  if (typeof value === 'string') return checkString(string, value, work);
  return isMembers(value) ? checkFields(object, value, work) : wrongType(`${string.expected}, or an object`, value, work);
}

function checkTagged({ tag, cases }: ShapeOf<'tagged'>, value: unknown, work: Work): unknown {
  if (!isMembers(value)) return wrongType('an object', value, work);
  const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
  if (name === undefined) return complain(work, 'DECL_FIELD_MISSING', { message: `The field ${quote(tag)} is missing` });
  const shape = typeof name === 'string' && Object.hasOwn(cases, name) ? cases[name] : undefined;
  if (shape !== undefined) return checkFields(shape, value, work);
  return within(work, tag, () => checkChoice(Object.keys(cases), name, work));
}

function checkVariant({ cases }: ShapeOf<'variant'>, value: unknown, work: Work): unknown {
  if (!isMembers(value)) return wrongType('an object', value, work);
  const found = Object.entries(cases).find(([field]) => Object.hasOwn(value, field) && value[field] !== undefined);
  if (found !== undefined) return checkFields(found[1], value, work);
  return complain(work, 'DECL_FIELD_MISSING', { message: `Expected one of the fields ${quoteAll(Object.keys(cases))}` });
}

function checkKey(shape: StringShape, key: string, work: Work): boolean {
  if (forbiddenKeys.has(key)) {
    complain(work, 'DECL_KEY_FORBIDDEN', { message: `The key ${quote(key)} is not allowed`, hint: 'Use another id' });
    return false;
  }
  return checkString(shape, key, work) !== undefined;
}

function checkLength(
  what: string,
  length: number,
  { least, most }: { readonly least: number; readonly most: number },
  work: Work,
): boolean {
  if (length >= least && length <= most) return true;
  const expected = length < least ? `at least ${least}` : `at most ${most}`;
  complain(work, 'DECL_LIST_LENGTH', { message: `Expected ${expected} ${what} instead of ${length}` });
  return false;
}

function meaning(word: string, candidates: readonly string[]): { readonly hint?: string } {
  const closest = findClosest(word, candidates);
  return closest === null ? {} : { hint: `Did you mean ${quote(closest)}` };
}

function wrongType(expected: string, value: unknown, work: Work): undefined {
  return complain(work, 'DECL_TYPE', { message: `Expected ${expected} instead of ${describe(value)}` });
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function complain(work: Work, code: DeclarationCode, complaint: Complaint): undefined {
  work.issues.add(code, work.path satisfies Path, complaint);
  return undefined;
}

function within<T>(work: Work, step: string | number, run: () => T): T {
  work.path.push(step);
  const result = run();
  work.path.pop();
  return result;
}

// A property that is undefined is absent, as it would be in JSON.
function presentKeys(value: Members): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
