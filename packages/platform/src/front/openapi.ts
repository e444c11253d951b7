// The front office for programs, as OpenAPI 3.1. Written by hand; a test compares it with the routes.

type Operation = {
  readonly summary: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
};
type PathItem = { readonly get?: Operation; readonly post?: Operation };

const html = { 'text/html': { schema: { type: 'string' } } };
const text = { 'text/plain': { schema: { type: 'string' } } };
const problem = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const verbs = ['accept-all', 'reject-all', 'save', 'withdraw', 'object', 'forget'];
const page = (summary: string): PathItem => ({ get: { summary, responses: { 200: { description: 'A page', content: html } } } });
const file = (summary: string, type: string): PathItem => ({
  get: { summary, responses: { 200: { description: 'The file', content: { [type]: { schema: { type: 'string' } } } }, 404: problem } },
});
const form = (properties: object): object => ({
  required: true,
  content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties } } },
});
const list = (description: string): object => ({ type: 'array', items: { type: 'string' }, description });
const name = (key: string, description: string): object => ({
  name: key,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const choiceForm = {
  do: { type: 'string', enum: verbs },
  grant: list('Purposes allowed, for "save"'),
  purpose: list('Purposes to withdraw or object to; none means all'),
  return: { type: 'string', description: 'Path of this origin to return to' },
  notice: { type: 'string', description: 'Hash of the notice that was shown' },
  language: { type: 'string' },
  profile: { type: 'string' },
};

const paths: Readonly<Record<string, PathItem>> = {
  '/': { get: { summary: 'Leads to the policy', responses: { 302: { description: 'To "policy"' } } } },
  '/policy': page('The policy in the visitor’s language'),
  '/policy.json': file('The policy as data', 'application/json'),
  '/policy.md': file('The policy as Markdown', 'text/markdown'),
  '/policy/{file}': {
    get: {
      summary: 'The policy in one language: "en", "en.json" or "en.md"',
      parameters: [name('file', 'Declared language, with ".json" or ".md" for those formats')],
      responses: {
        200: { description: 'The policy', content: html },
        304: { description: 'Unchanged: ETag begins with the declaration’s SHA-256' },
        404: problem,
      },
    },
  },
  '/preferences': {
    ...page('The preference centre'),
    post: {
      summary: 'A choice by form. Only from a page of this origin; no token',
      requestBody: form(choiceForm),
      responses: {
        200: {
          description: 'With "Accept: application/json": the choice, and its receipt or null',
          content: {
            'application/json': {
              schema: { type: 'object', properties: { choice: { type: ['object', 'null'] }, receipt: { type: ['object', 'null'] } } },
            },
          },
        },
        303: { description: 'To the path in "return"' },
        400: problem,
        403: problem,
      },
    },
  },
  '/api/consents': {
    post: {
      summary: 'A choice by JSON. Only from a page of this origin; no token',
      requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/ChoiceRequest' } } } },
      responses: {
        201: { description: 'The receipt', content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } } },
        202: { description: 'The choice holds, but was not recorded' },
        204: { description: 'Forgotten' },
        400: problem,
        403: problem,
      },
    },
  },
  '/receipt': page('The receipt of the choice just made ("index" and "t"), and a check for any receipt'),
  '/receipt/download': {
    post: {
      summary: 'The receipt as a file, for ten minutes after the choice',
      requestBody: form({ index: { type: 'integer' }, t: { type: 'string' } }),
      responses: { 200: { description: 'receipt.json' }, 404: problem },
    },
  },
  '/receipt/verify': {
    post: {
      summary: 'Checks a receipt against the pinned keys',
      requestBody: form({ receipt: { type: 'string', description: 'The receipt as JSON' } }),
      responses: { 200: { description: 'What the check came to', content: html }, 413: problem },
    },
  },
  '/truth': page('Whether the policy was true when it was last audited'),
  '/truth.json': file('The last audit’s report, the very bytes whose hash is in the log', 'application/json'),
  '/statistics': page('Public statistics, the rule under which they are counted, and the way to object'),
  '/language': {
    post: {
      summary: 'Remembers the language that a visitor picked',
      requestBody: form({ language: { type: 'string' }, return: { type: 'string' } }),
      responses: { 303: { description: 'Back' }, 400: problem, 403: problem },
    },
  },
  '/log/checkpoint': {
    get: {
      summary: 'The newest signed checkpoint (C2SP tlog-checkpoint)',
      responses: { 200: { description: 'A signed note', content: text }, 503: problem },
    },
  },
  '/log/tile/{path}': {
    get: {
      summary: 'A tile of the log (C2SP tlog-tiles)',
      parameters: [name('path', 'For example "0/000" or "0/000.p/7"')],
      responses: { 200: { description: 'The tile', content: { 'application/octet-stream': {} } }, 404: problem },
    },
  },
  '/healthz': { get: { summary: 'Whether the store answers', responses: { 200: { description: 'It does' }, 503: problem } } },
  '/metrics': {
    get: {
      summary: 'Counters in Prometheus’ text format',
      responses: { 200: { description: 'Numbers, for whoever may read them', content: text } },
    },
  },
  '/openapi.json': file('This document', 'application/json'),
};

const schemas = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
    },
  },
  ChoiceRequest: {
    type: 'object',
    required: ['do'],
    properties: {
      do: { type: 'string', enum: verbs },
      grants: list('Purposes allowed, for "save"'),
      purposes: list('Purposes to withdraw or object to; none means all'),
      notice: { type: 'string', description: 'Hash of the notice that was shown' },
      language: { type: 'string' },
    },
  },
  Receipt: {
    type: 'object',
    required: ['v', 'record', 'salt', 'index', 'proof'],
    properties: {
      v: { const: 1 },
      record: { type: 'object' },
      salt: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      index: { type: 'integer', minimum: 0 },
      proof: { type: 'string', description: 'c2sp.org/tlog-proof@v1' },
    },
  },
};

/** The OpenAPI 3.1 document of a front office under a prefix. */
export function describeApi(options: { readonly prefix: string; readonly version: string }): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Candor front office', version: options.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: options.prefix === '' ? '/' : options.prefix }],
    paths,
    components: { schemas },
  };
}
