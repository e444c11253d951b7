// A visitor without a browser: keeps cookies by name, follows nothing, and sees header bytes as they came.
import { request } from 'node:http';
import { host } from '../src/index.ts';

type Fields = Readonly<Record<string, string>>;

/** What came back. `setCookies` are the field values as they came, without the blanks around them. */
export type Visit = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly setCookies: readonly string[];
  readonly policies: readonly string[];
  /** One character a byte. */
  readonly body: string;
  readonly text: string;
};

/** Requests with a jar of its own. */
export type Visitor = {
  readonly jar: Map<string, string>;
  readonly get: (path: string, headers?: Fields) => Promise<Visit>;
  /** Sends a form as a page of the site would; a header with an empty value is left away. */
  readonly post: (path: string, fields: Fields, headers?: Fields) => Promise<Visit>;
};

type Sent = { readonly port: number; readonly method: string; readonly path: string; readonly headers: Fields; readonly body: string };

function exchange({ port, method, path, headers, body: sent }: Sent): Promise<Visit> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      let body = '';
      incoming.setEncoding('latin1').on('data', (part: string) => {
        body += part;
      });
      incoming.on('error', reject);
      incoming.on('end', () => {
        const raw = incoming.rawHeaders;
        const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1] ?? ''] as const] : []));
        const valuesOf = (wanted: string): readonly string[] => pairs.filter(([name]) => name === wanted).map(([, value]) => value);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: new Map(pairs),
          setCookies: valuesOf('set-cookie'),
          policies: valuesOf('content-security-policy'),
          body,
          text: Buffer.from(body, 'latin1').toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const cut = pair.indexOf('=');
  if (/;\s*max-age=0/i.test(line)) jar.delete(pair.slice(0, cut));
  else jar.set(pair.slice(0, cut), pair.slice(cut + 1));
}

/** A visitor of the library behind this port. `own` goes with every request. */
export function visitorAt(port: number, own: Fields = {}): Visitor {
  const jar = new Map<string, string>();
  const visit = async (method: string, path: string, body: string, more: Fields): Promise<Visit> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { Host: `${host}:${port}`, Accept: 'text/html,*/*', Cookie: cookie, ...own, ...more };
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const reply = await exchange({ port, method, path, headers, body });
    for (const line of reply.setCookies) keep(jar, line);
    return reply;
  };
  return {
    jar,
    get: (path, headers = {}) => visit('GET', path, '', headers),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams(fields).toString();
      const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(Buffer.byteLength(body)) };
      return visit('POST', path, body, { ...type, Origin: `http://${host}:${port}`, ...headers });
    },
  };
}

/** The CSRF token of a page's form; empty when there is none. */
export function tokenIn(visit: Visit): string {
  return /name="csrfmiddlewaretoken" value="([^"]*)"/.exec(visit.text)?.[1] ?? '';
}

/** Logs the librarian in through a log-in page. */
export async function logIn(visitor: Visitor, password: string, path = '/admin/login/?next=/admin/'): Promise<Visit> {
  const page = await visitor.get(path);
  const next = path.includes('admin') ? '/admin/' : '/';
  return visitor.post(path.split('?')[0] ?? path, { csrfmiddlewaretoken: tokenIn(page), username: 'librarian', password, next });
}
