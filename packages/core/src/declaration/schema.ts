// The JSON Schema of the JSON form, made from the same table the checker reads, so that the two cannot drift apart.
import type { Json } from '../base/canonical-json.ts';
import { forbiddenKeys } from './json-reader.ts';
import { declarationShape, namedShapes } from './language.ts';
import type { FieldsShape, Shape, StringShape } from './shape.ts';

type Schema = { readonly [key: string]: Json };

const names: ReadonlyMap<Shape, string> = new Map(Object.entries(namedShapes).map(([name, shape]) => [shape, name]));

/** JSON Schema, draft 2020-12. It holds the structure; references, languages, dates and browser rules are the checker's. */
export const declarationSchema: { readonly [key: string]: Json } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Candor declaration, language 1',
  ...describe(declarationShape),
  $defs: Object.fromEntries(Object.entries(namedShapes).map(([name, shape]) => [name, describe(shape)])),
};

// A named shape becomes a reference wherever it is used.
function schemaOf(shape: Shape): Schema {
  const name = names.get(shape);
  return name === undefined ? describe(shape) : { $ref: `#/$defs/${name}` };
}

function describe(shape: Shape): Schema {
  switch (shape.kind) {
    case 'string':
      return describeString(shape);
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'literal':
      return { const: shape.value };
    case 'choice':
      return { enum: shape.values };
    case 'reference':
      return { type: 'string', description: `Expected an id of ${shape.to}` };
    case 'text':
      return describeRecord(shape.of, shape.languages, { least: 0, most: 100 });
    case 'list':
      return { type: 'array', items: schemaOf(shape.of), minItems: shape.least, maxItems: shape.most, uniqueItems: shape.unique };
    case 'record':
      return describeRecord(shape.of, shape.keys, shape);
    case 'fields':
      return describeFields(shape);
    case 'either':
      return { oneOf: [schemaOf(shape.string), schemaOf(shape.object)] };
    case 'tagged':
    case 'variant':
      return { oneOf: Object.values(shape.cases).map(schemaOf) };
  }
}

function describeString(shape: StringShape): Schema {
  return { type: 'string', description: `Expected ${shape.expected}`, pattern: shape.pattern.source, maxLength: shape.longest };
}

function describeRecord(of: Shape, keys: StringShape, { least, most }: { readonly least: number; readonly most: number }): Schema {
  return {
    type: 'object',
    propertyNames: { ...describeString(keys), not: { enum: [...forbiddenKeys] } },
    additionalProperties: schemaOf(of),
    minProperties: least,
    maxProperties: most,
  };
}

function describeFields({ required, optional }: FieldsShape): Schema {
  const members = Object.entries({ ...required, ...optional }).map(([name, shape]) => [name, schemaOf(shape)] as const);
  return { type: 'object', properties: Object.fromEntries(members), required: Object.keys(required), additionalProperties: false };
}
