// Answers made here: what is said, for every runtime alike.
import type { HeaderList } from './header-list.ts';
import { tokensOf } from './header-list.ts';
import type { Judge } from './judge.ts';
import type { Visit } from './request/visit.ts';
import { cspHeaders } from './response/content-security-policy.ts';

/** A whole answer made here. */
export type Answer = { readonly status: number; readonly headers: HeaderList; readonly body: string };

/** What was made here in place of a response of the site. */
export type Made = {
  readonly status: number;
  readonly message: string;
  readonly headers: HeaderList;
  readonly body: string | Response['body'];
};

/** Whether a response to this method with this status has no body. */
export function isBodyless(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304 || (status >= 100 && status < 200);
}

/** A failure in words for people, as an RFC 9457 problem document for programs. */
export function problemAnswer(
  requestHeaders: HeaderList,
  status: number,
  { code, text }: { readonly code: string; readonly text: string },
): Answer {
  const accepted = tokensOf(requestHeaders, 'accept').map((token) => token.split(';')[0]?.trim());
  if (accepted.includes('text/html')) return plainAnswer(status, text);
  return {
    status,
    headers: [
      ['Content-Type', 'application/problem+json'],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
    body: `${JSON.stringify({ type: `urn:candor:problem:${code}`, title: text, status, code })}\n`,
  };
}

/** A plain page in words. */
export function plainAnswer(status: number, text: string, headers: HeaderList = []): Answer {
  return {
    status,
    headers: [
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
      ...headers,
    ],
    body: `${text}\n`,
  };
}

/** An answer with the policy that holds for everybody. */
export function withPolicy(judge: Judge, visit: Visit | null, { status, headers, body }: Answer): Made {
  const profile = visit?.profile ?? judge.defaultProfile;
  return { status, message: '', headers: [...headers, ...cspHeaders(judge.csp(judge.closedConsent(profile), null))], body };
}
