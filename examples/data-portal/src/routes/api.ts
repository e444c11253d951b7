// The JSON API, version 2: the catalogue, a dataset, its records, and one write.
import type { Dataset } from '../catalog/dataset.ts';
import { licences } from '../catalog/dataset.ts';
import { dayOf } from '../catalog/day.ts';
import type { Edit } from '../catalog/edits.ts';
import { checkEdit } from '../catalog/edits.ts';
import { parseSearch, searchDatasets } from '../catalog/search.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Header, Reply } from '../http/reply.ts';
import { jsonReply, problemReply } from '../http/reply.ts';
import type { QueryIssue } from '../query/issue.ts';
import { parseCount, parseSelection, selectRows } from '../query/select-rows.ts';
import { languageOf } from '../words/language.ts';
import { refusalOf } from './csrf-guard.ts';
import type { PortalContext, Route } from './portal-context.ts';
import { userOf } from './portal-context.ts';

const base = '/api/v2/catalog/datasets';

// Reads are public and answer the same to everybody, so scripts of other sites may have them, without credentials.
const open: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Cache-Control', 'no-cache'],
];

function describe(dataset: Dataset): { readonly [member: string]: unknown } {
  const { rows, sort: _sort, chart: _chart, licence, ...facts } = dataset;
  return { ...facts, licence: { name: licence, url: licences.get(licence) ?? null }, records_count: rows.length };
}

function refuseQuery(issue: QueryIssue): Reply {
  const { code, parameter, message, at } = issue;
  return problemReply(400, code, message, at === undefined ? { parameter } : { parameter, at });
}

function listDatasets(exchange: Exchange, context: PortalContext): Reply {
  const limit = parseCount(exchange.query.get('limit'), 'limit', { fallback: 20, most: 100 });
  if (!limit.ok) return refuseQuery(limit.issue);
  const offset = parseCount(exchange.query.get('offset'), 'offset', { fallback: 0, most: 10_000 });
  if (!offset.ok) return refuseQuery(offset.issue);
  const found = searchDatasets(context.catalog.list(), parseSearch(exchange.query), languageOf(exchange));
  const results = found.slice(offset.value, offset.value + limit.value).map(describe);
  return jsonReply(200, { total_count: found.length, results }, open);
}

function listRecords(dataset: Dataset, exchange: Exchange): Reply {
  const selection = parseSelection(exchange.query, dataset.fields);
  if (!selection.ok) return refuseQuery(selection.issue);
  const page = selectRows(dataset, selection.value);
  return jsonReply(200, { total_count: page.total, results: page.rows.map((row) => Object.fromEntries(row)) }, open);
}

type Change = { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly problem: Reply };

function badMember(member: string, expected: string): Change {
  return { ok: false, problem: problemReply(422, 'EDIT_INVALID', `Expected ${expected} in "${member}"`, { member }) };
}

function readObject(text: string | null): Map<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function readTitle(members: ReadonlyMap<string, unknown>, dataset: Dataset): Edit['title'] | null {
  const given = members.get('title');
  if (given === undefined) return dataset.title;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const words = new Map(Object.entries(given));
  const known = [...words.keys()].every((language) => language === 'en' || language === 'fr');
  const en: unknown = words.get('en') ?? dataset.title.en;
  const fr: unknown = words.get('fr') ?? dataset.title.fr;
  return known && typeof en === 'string' && typeof fr === 'string' ? { en, fr } : null;
}

function readChange(text: string | null, dataset: Dataset): Change {
  const members = readObject(text);
  if (members === null) return { ok: false, problem: problemReply(400, 'BODY_NOT_JSON', 'Expected a JSON object of at most 64 KiB') };
  const unknown = [...members.keys()].find((member) => member !== 'title' && member !== 'licence');
  if (unknown !== undefined) return badMember(unknown, 'only "title" and "licence", found another member');
  const title = readTitle(members, dataset);
  if (title === null) return badMember('title', 'texts by language, "en" and "fr",');
  const licence = members.get('licence') ?? dataset.licence;
  if (typeof licence !== 'string') return badMember('licence', 'the name of a licence');
  const edit = { title, licence };
  const wrong = checkEdit(edit);
  if (wrong === null) return { ok: true, edit };
  return wrong === 'licence' ? badMember(wrong, `one of "${[...licences.keys()].join('", "')}"`) : badMember(wrong, '1 to 120 characters');
}

async function patchDataset(dataset: Dataset, exchange: Exchange, context: PortalContext): Promise<Reply> {
  if (userOf(exchange, context) === null) return problemReply(401, 'NOT_LOGGED_IN', 'Expected a session; log in at /admin/login');
  const refusal = refusalOf(exchange, null);
  if (refusal !== null) return problemReply(403, refusal, 'Expected the csrftoken cookie’s value in X-CSRFToken, from a page of this site');
  const change = readChange(await exchange.body(), dataset);
  if (!change.ok) return change.problem;
  context.catalog.edit(dataset.id, change.edit, dayOf(context.now()));
  return jsonReply(200, describe(context.catalog.find(dataset.id) ?? dataset), [['Cache-Control', 'no-store']]);
}

function refuseMethod(allowed: string): Reply {
  const problem = problemReply(405, 'METHOD_NOT_ALLOWED', `Expected ${allowed}`);
  return { ...problem, headers: [...problem.headers, ['Allow', allowed]] };
}

async function respond(exchange: Exchange, context: PortalContext): Promise<Reply> {
  const read = exchange.method === 'GET' || exchange.method === 'HEAD';
  if (exchange.path === base) return read ? listDatasets(exchange, context) : refuseMethod('GET, HEAD');
  const [, id = '', records] = /^\/api\/v2\/catalog\/datasets\/([a-z0-9-]+)(\/records)?$/.exec(exchange.path) ?? [];
  const dataset = context.catalog.find(id);
  if (dataset === null) return problemReply(404, 'NOT_FOUND', `Expected a dataset of ${base}`);
  if (records !== undefined) return read ? listRecords(dataset, exchange) : refuseMethod('GET, HEAD');
  if (read) return jsonReply(200, describe(dataset), open);
  return exchange.method === 'PATCH' ? patchDataset(dataset, exchange, context) : refuseMethod('GET, HEAD, PATCH');
}

/** Everything under /api/. */
export const api: Route = (exchange, context) => (exchange.path.startsWith('/api/') ? respond(exchange, context) : null);
