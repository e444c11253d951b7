// Handing a request to the front office as a web-standard Request, and taking its Response as a head and a body.
import type { GuardContext } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import { without } from '../header-list.ts';
import type { ReadBody } from '../request/body.ts';
import { withoutHopByHop } from '../request/hop-by-hop.ts';
import { withCookies } from '../request/request-plan.ts';
import type { Visit } from '../request/visit.ts';
import { linesOf, toHeaders } from '../web-headers.ts';

/** The largest body the front office is given. */
export const FRONT_OFFICE_BODY_LIMIT = 1_048_576;

/** What came back. */
export type FrontOfficeAnswer = {
  readonly status: number;
  readonly message: string;
  readonly headers: HeaderList;
  readonly body: Response['body'];
};

/** Why there is no answer: the body was too large, the request is none that a Request can be, the answer too late or none at all. */
export type FrontOfficeRefusal = 'too-large' | 'unfit' | 'late' | 'nonsense';

const REBUILT: ReadonlySet<string> = new Set(['content-length', 'expect', 'accept-encoding']);

function buildHeaders(visit: Visit, cookies: string | null): Headers {
  return toHeaders(withCookies(without(withoutHopByHop(visit.headers), REBUILT), cookies));
}

async function buildRequest(read: ReadBody, visit: Visit, cookies: string | null): Promise<Request | 'too-large' | 'unfit'> {
  const { method } = visit.facts;
  const body = await read(FRONT_OFFICE_BODY_LIMIT);
  if (body === null) return 'too-large';
  try {
    const url = `${visit.scheme}://${visit.target.authority}${visit.target.forwarded}`;
    const bodied = method !== 'GET' && method !== 'HEAD' && body.length > 0 ? { body } : {};
    return new Request(url, { method, headers: buildHeaders(visit, cookies), redirect: 'manual', ...bodied });
  } catch {
    return 'unfit';
  }
}

/** The port's answer, or `late`; then it is told to stop, and what it says afterwards is thrown away. */
async function within(limit: number, ask: (signal: AbortSignal) => Promise<Response>): Promise<Response | 'late'> {
  const abort = new AbortController();
  const asked = ask(abort.signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit);
  });
  try {
    const first = await Promise.race([asked, late]);
    if (first !== 'late') return first;
    abort.abort();
    asked.then((response) => response.body?.cancel()).catch(() => undefined);
    return first;
  } finally {
    clearTimeout(timer);
  }
}

/** What a request is handed over with. `limit` is in milliseconds. */
export type Handover = {
  readonly visit: Visit;
  readonly cookies: string | null;
  readonly context: GuardContext;
  readonly limit: number;
};

/** Asks the port. Rejects when the port does. */
export async function askFrontOffice(
  port: (request: Request, context: GuardContext) => Promise<Response>,
  read: ReadBody,
  { visit, cookies, context, limit }: Handover,
): Promise<FrontOfficeAnswer | FrontOfficeRefusal> {
  const request = await buildRequest(read, visit, cookies);
  if (typeof request === 'string') return request;
  const response = await within(limit, (signal) => port(new Request(request, { signal }), context));
  if (response === 'late') return response;
  if (!(response.status >= 200 && response.status <= 599)) return 'nonsense';
  return { status: response.status, message: response.statusText, headers: linesOf(response.headers), body: response.body };
}
