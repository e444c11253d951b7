// The JSON Schema of the baseline.
import type { JsonShape } from '../report/json-shape.ts';
import { stateNames } from '../report/words.ts';

const text: JsonShape = { type: 'string', maxLength: 2000 };

const properties: { readonly [name: string]: JsonShape } = {
  fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  rule: text,
  item: { type: 'object', properties: { kind: text, name: text, host: text }, required: ['kind', 'name'] },
  states: { type: 'array', items: { enum: Object.keys(stateNames) } },
  page: { type: ['string', 'null'], maxLength: 2000 },
  reason: { ...text, description: 'Why it is accepted, and by whom' },
  expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The last day on which it does not count' },
  firstSeen: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}' },
};

/** JSON Schema, draft 2020-12, of a baseline in version 1. */
export const baselineSchema: JsonShape = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Candor audit baseline, version 1',
  type: 'object',
  properties: {
    v: { const: 1 },
    accepted: { type: 'array', items: { type: 'object', properties, required: Object.keys(properties) } },
  },
  required: ['v', 'accepted'],
};
