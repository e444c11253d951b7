// As much of JSON Schema 2020-12 as the published schema uses. A keyword it does not know throws: nothing is skipped in silence.
type Schema = { readonly [key: string]: unknown };
type Rule = (value: unknown, wanted: never, schema: Schema, root: Schema) => boolean;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const types: { readonly [type: string]: (value: unknown) => boolean } = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
};
const silent = () => true;
const each = (value: unknown, test: (entry: unknown) => boolean): boolean => !Array.isArray(value) || value.every(test);

const rules: { readonly [keyword: string]: Rule } = {
  $schema: silent,
  $defs: silent,
  title: silent,
  description: silent,
  $ref: (value, ref: string, _schema, root) => accepts(Object(root['$defs'])[ref.replace('#/$defs/', '')], value, root),
  type: (value, type: string) => types[type]?.(value) ?? false,
  const: (value, wanted) => value === wanted,
  enum: (value, wanted: readonly unknown[]) => wanted.includes(value),
  not: (value, schema: Schema, _schema, root) => !accepts(schema, value, root),
  oneOf: (value, schemas: readonly Schema[], _schema, root) => schemas.filter((schema) => accepts(schema, value, root)).length === 1,
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  maxLength: (value, most: number) => typeof value !== 'string' || [...value].length <= most,
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  maxItems: (value, most: number) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (value, unique: boolean) =>
    !unique || !Array.isArray(value) || new Set(value.map((entry) => JSON.stringify(entry))).size === value.length,
  items: (value, schema: Schema, _schema, root) => each(value, (entry) => accepts(schema, entry, root)),
  minProperties: (value, least: number) => !isObject(value) || Object.keys(value).length >= least,
  maxProperties: (value, most: number) => !isObject(value) || Object.keys(value).length <= most,
  required: (value, names: readonly string[]) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  propertyNames: (value, schema: Schema, _schema, root) =>
    !isObject(value) || each(Object.keys(value), (key) => accepts(schema, key, root)),
  properties: (value, schemas: { readonly [name: string]: Schema }, _schema, root) =>
    !isObject(value) ||
    Object.entries(schemas).every(([name, schema]) => !Object.hasOwn(value, name) || accepts(schema, value[name], root)),
  additionalProperties: (value, wanted: Schema | false, schema, root) => {
    if (!isObject(value)) return true;
    const others = Object.keys(value).filter((key) => !Object.hasOwn(Object(schema['properties']), key));
    return wanted === false ? others.length === 0 : others.every((key) => accepts(wanted, value[key], root));
  },
};

/** Whether a schema accepts a value. */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    const rule = rules[keyword];
    if (rule === undefined) throw new Error(`Unknown keyword ${keyword}`);
    return rule(value, wanted as never, schema, root);
  });
}
