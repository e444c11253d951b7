import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/declaration/check.ts';
import { declarationShape } from '../../src/declaration/language.ts';
import { isMembers } from '../../src/declaration/members.ts';
import type { FieldsShape, Shape } from '../../src/declaration/shape.ts';
import { everything } from './everything.ts';
import { cookie, draft, storage } from './wrong-declarations.ts';

test('D15 what the types allow at most and ask at least, the table does too', () => {
  expect(checkDeclaration(everything)).toEqual({ ok: true, value: everything });
  expect(checkDeclaration({ ...draft, trackers: { cookie, storage } }).ok).toBe(true);
});

test('D15 the table has no field and no case that the types do not have', () => {
  const seen = new Map<FieldsShape, Set<string>>();
  visit(declarationShape, everything, seen);
  const unseen = [...listFields(declarationShape)].flatMap((shape) => namesOf(shape).filter((name) => !seen.get(shape)?.has(name)));
  expect(unseen).toEqual([]);
});

// Notes every field of every object shape that a value, which the compiler has seen, makes use of.
function visit(shape: Shape, value: unknown, seen: Map<FieldsShape, Set<string>>): void {
  if (shape.kind === 'list' && Array.isArray(value)) for (const entry of value) visit(shape.of, entry, seen);
  if (!isMembers(value)) return;
  if (shape.kind === 'either') visit(shape.object, value, seen);
  if (shape.kind === 'record') for (const member of Object.values(value)) visit(shape.of, member, seen);
  if (shape.kind === 'tagged') visit(shape.cases[String(value[shape.tag])] ?? shape, value, seen);
  if (shape.kind === 'variant') {
    for (const [field, of] of Object.entries(shape.cases)) if (Object.hasOwn(value, field)) visit(of, value, seen);
  }
  if (shape.kind !== 'fields') return;
  const names = seen.get(shape) ?? new Set();
  seen.set(shape, names);
  for (const [name, of] of Object.entries({ ...shape.required, ...shape.optional })) {
    if (value[name] === undefined) continue;
    names.add(name);
    visit(of, value[name], seen);
  }
}

function namesOf(shape: FieldsShape): readonly string[] {
  return Object.keys({ ...shape.required, ...shape.optional });
}

function listFields(shape: Shape): ReadonlySet<FieldsShape> {
  switch (shape.kind) {
    case 'list':
    case 'record':
      return listFields(shape.of);
    case 'either':
      return listFields(shape.object);
    case 'tagged':
    case 'variant':
      return new Set(Object.values(shape.cases).flatMap((of) => [...listFields(of)]));
    case 'fields':
      return new Set([shape, ...Object.values({ ...shape.required, ...shape.optional }).flatMap((of) => [...listFields(of)])]);
    default:
      return new Set();
  }
}
