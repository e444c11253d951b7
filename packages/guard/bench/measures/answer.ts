// One request by hand: whether an entry answers what it should, and which cookies come with it.
import { request } from 'node:http';
import { arrayBuffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Case } from '../cases.ts';
import { declaredNames, page, renderCookies, small } from '../origin/content.ts';

/** What must come back: the site's own bytes with all of its cookies, or what the guard makes of them. */
export type Expected = 'unchanged' | 'decoded alike' | 'guarded';

/** What was wrong, and the names of undeclared cookies that came through. */
export type Checked = { readonly problems: readonly string[]; readonly leaked: readonly string[] };

type Answer = {
  readonly status: number;
  readonly encoding: string;
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
};

const siteCookies = renderCookies('').length;
const deadline = 10_000;

function ask(port: number, { path, headers }: Case): Promise<Answer> {
  const pairs = [...headers, 'Cookie: sessionid=0a1b2c; csrftoken=3d4e5f'].map((line) => line.split(/: (.*)/s, 2));
  const options = { host: '127.0.0.1', port, path, headers: Object.fromEntries(pairs), agent: false, timeout: deadline };
  return new Promise((resolve, reject) => {
    const asked = request(options, (message) => {
      const { statusCode = 0, headers: given } = message;
      const [encoding, cookies] = [given['content-encoding'] ?? '', given['set-cookie'] ?? []];
      arrayBuffer(message).then((body) => resolve({ status: statusCode, encoding, cookies, body: new Uint8Array(body) }), reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${deadline} ms`)));
    asked.on('error', reject);
    asked.end();
  });
}

function decode({ encoding, body }: Answer): string {
  const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (encoding === 'gzip') return read(new Uint8Array(gunzipSync(body)));
  if (encoding === 'br') return read(new Uint8Array(brotliDecompressSync(body)));
  return read(body);
}

const nameOf = (line: string): string => line.split('=', 1)[0] ?? '';

function judgeBody(answer: Answer, { id }: Case, expected: Expected): readonly string[] {
  const wanted = id === 'small' ? small : page;
  const got = decode(answer);
  const isPage = id === 'document' || id === 'encoded';
  if (expected !== 'guarded' || !isPage) return got === wanted ? [] : [`a body of ${got.length} characters in place of ${wanted.length}`];
  if (!got.includes('id="candor-notice"')) return ['a page without its notice'];
  const end = page.slice(-2000);
  return got.length > page.length && got.includes(end.slice(0, 1500)) ? [] : ['a page that is not whole'];
}

function judge(answer: Answer, asked: Case, expected: Expected): Checked {
  const names = answer.cookies.map(nameOf);
  const leaked = names.filter((name) => !declaredNames.includes(name));
  const cookies = expected === 'guarded' ? declaredNames.length : siteCookies;
  const problems = [
    ...(answer.status === 200 ? [] : [`status ${answer.status}`]),
    ...(expected === 'unchanged' && asked.id === 'encoded' && answer.encoding !== 'gzip' ? ['a page that was decoded'] : []),
    ...(names.length === cookies ? [] : [`${names.length} cookies in place of ${cookies}`]),
    ...judgeBody(answer, asked, expected),
  ];
  return { problems, leaked: expected === 'guarded' ? leaked : [] };
}

/** Asks once and judges the answer. Never rejects. */
export async function checkAnswer(port: number, asked: Case, expected: Expected): Promise<Checked> {
  try {
    return judge(await ask(port, asked), asked, expected);
  } catch (cause) {
    return { problems: [cause instanceof Error ? cause.message : String(cause)], leaked: [] };
  }
}
