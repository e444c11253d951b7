// The OpenAPI document at its address.
import { jsonResponse } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import { describeApi } from './openapi.ts';

/** `openapi.json`. Its version is the declaration's. */
export function createOpenapiRoutes(site: Site): readonly Route[] {
  const answer = () =>
    jsonResponse(describeApi({ prefix: site.prefix, version: site.declaration.version }), { headers: { 'Cache-Control': 'no-cache' } });
  return [{ method: 'GET', path: 'openapi.json', personal: false, answer }];
}
