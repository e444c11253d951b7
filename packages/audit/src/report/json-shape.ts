// The part of JSON Schema (2020-12) that the report's schema is written in, and its reader: structure, no formats.

/** A schema of this part of the language. */
export type JsonShape = {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly items?: JsonShape;
  readonly properties?: { readonly [name: string]: JsonShape };
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonShape };
};

type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** Where a value is not of its shape, and what was expected there. */
export type Misfit = { readonly path: string; readonly expected: string };

const mostMisfits = 20;

/** What is wrong with a value, the first twenty; `strict` also names members that the shape does not know. */
export function findMisfits(value: unknown, root: JsonShape, options: { readonly strict: boolean } = { strict: false }): readonly Misfit[] {
  const misfits: Misfit[] = [];
  visit({ root, misfits, strict: options.strict }, value, root, '');
  return misfits;
}

type Search = { readonly root: JsonShape; readonly misfits: Misfit[]; readonly strict: boolean };

function visit(search: Search, value: unknown, shape: JsonShape, path: string): void {
  if (search.misfits.length >= mostMisfits) return;
  if (shape.$ref !== undefined) return visit(search, value, search.root.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {}, path);
  const expected = misfitOf(value, shape);
  if (expected !== null) search.misfits.push({ path, expected });
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(search, item, shape.items ?? {}, `${path}[${index}]`);
  else if (isRecord(value)) visitMembers(search, value, shape, path);
}

type JsonObject = { readonly [name: string]: unknown };

function visitMembers(search: Search, value: JsonObject, { properties, required = [] }: JsonShape, path: string): void {
  const pathOf = (name: string): string => (path === '' ? name : `${path}.${name}`);
  for (const name of required) {
    if (!Object.hasOwn(value, name)) search.misfits.push({ path: pathOf(name), expected: 'a value, and it is missing' });
  }
  if (properties === undefined) return;
  for (const [name, member] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (shape !== undefined) visit(search, member, shape, pathOf(name));
    else if (search.strict) search.misfits.push({ path: pathOf(name), expected: 'nothing of this name' });
  }
}

function misfitOf(value: unknown, shape: JsonShape): string | null {
  const types = shape.type === undefined ? [] : typeof shape.type === 'string' ? [shape.type] : shape.type;
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return types.join(' or ');
  if (shape.const !== undefined && value !== shape.const) return JSON.stringify(shape.const);
  if (shape.enum !== undefined && !shape.enum.some((one) => one === value)) return `one of ${shape.enum.join(', ')}`;
  if (typeof value === 'string') return misfitOfText(value, shape);
  if (typeof value === 'number' && shape.minimum !== undefined && value < shape.minimum) return `${shape.minimum} or more`;
  return null;
}

function misfitOfText(value: string, { pattern, maxLength }: JsonShape): string | null {
  if (maxLength !== undefined && value.length > maxLength) return `at most ${maxLength} characters`;
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? null : `a text like ${pattern}`;
}

function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
