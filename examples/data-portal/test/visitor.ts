// A visitor without a browser: keeps cookies by name, follows nothing, and says where a form comes from.
import { request } from 'node:http';
import { parseSetCookie } from './set-cookie.ts';

type Fields = { readonly [name: string]: string };

/** What came back. `setCookies` are the lines as sent. */
export type Visit = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly setCookies: readonly string[];
  readonly text: string;
};

/** Requests with a jar of its own. */
export type Visitor = {
  readonly jar: Map<string, string>;
  readonly get: (path: string, headers?: Fields) => Promise<Visit>;
  /** Sends as a form or a script of the site's own would; a header with an empty value is left away. */
  readonly send: (method: string, path: string, body: string | URLSearchParams, headers?: Fields) => Promise<Visit>;
};

type Sent = { readonly port: number; readonly method: string; readonly path: string; readonly headers: Fields; readonly body: string };

// Not `fetch`: it cannot say that it came to "portal.localhost".
function exchange({ port, method, path, headers, body }: Sent): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () => {
        const { 'set-cookie': setCookies = [], ...rest } = incoming.headers;
        const all = Object.entries(rest).map(([name, value]) => [name, String(value)] as const);
        resolve({ status: incoming.statusCode ?? 0, headers: new Map(all), setCookies, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A visitor of "portal.localhost" on this loopback port. */
export function visitorOf(port: number): Visitor {
  const host = `portal.localhost:${port}`;
  const jar = new Map<string, string>();
  const visit = async (method: string, path: string, body: string, own: Fields): Promise<Visit> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { Host: host, Cookie: cookie, 'Content-Length': String(Buffer.byteLength(body)), ...own };
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const reply = await exchange({ port, method, path, headers, body });
    for (const line of reply.setCookies) {
      const { name, value, attributes } = parseSetCookie(line);
      if (attributes.get('max-age') === '0') jar.delete(name);
      else jar.set(name, value);
    }
    return reply;
  };
  return {
    jar,
    get: (path, headers = {}) => visit('GET', path, '', headers),
    send: (method, path, body, headers = {}) => visit(method, path, String(body), { Origin: `http://${host}`, ...headers }),
  };
}

/** The CSRF token in a page's form; empty when there is none. */
export function tokenIn(visit: Visit): string {
  return /name="csrfmiddlewaretoken" value="([^"]*)"/.exec(visit.text)?.[1] ?? '';
}
