// An error as an RFC 9457 problem document.
import type { PlatformError } from '../errors.ts';
import { respond } from './respond.ts';

/** The problem document of an error; `type` is a URN made of its code. */
export function problemResponse(error: PlatformError): Response {
  const problem = {
    type: `urn:candor:problem:${error.code}`,
    title: error.message,
    status: error.status,
    code: error.code,
    detail: error.hint,
  };
  return respond(`${JSON.stringify(problem)}\n`, 'application/problem+json', { status: error.status, headers: error.headers });
}
