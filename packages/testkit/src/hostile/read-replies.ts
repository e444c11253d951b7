// What a client may make of the bytes that it gets: read as leniently as any browser ever did, so that nothing hides in a spelling.

/** One head as it can be read: `names` and `lines` hold folded lines both as part of the line before and by themselves. */
export type LenientHead = {
  readonly status: number;
  readonly first: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
};

/** All heads in order (the last one may be of trailers, status 0), the final body, and what came behind the end of the message. */
export type Replies = { readonly heads: readonly LenientHead[]; readonly body: string; readonly rest: string };

function readLine(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  // A name as the most lenient reader takes it: no white space, no control characters, no case.
  const name = (colon < 0 ? line : line.slice(0, colon)).replace(/[\0-\x20\x7f-\xa0]/g, '').toLowerCase();
  return [name, colon < 0 ? '' : line.slice(colon + 1).trim()];
}

function readLines(text: string): LenientHead['lines'] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  const folded: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line)) folded[folded.length - 1] = `${folded.at(-1) ?? ''} ${line.trim()}`;
    folded.push(line);
  }
  return folded.map(readLine);
}

function readHead(text: string): LenientHead {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  return { status: Number(/^HTTP\/\d\.\d +(\d+)/.exec(first)?.[1] ?? 0), first, lines: readLines(text.slice(first.length)) };
}

function headerOf(head: LenientHead, name: string): string | undefined {
  return head.lines.find(([given]) => given === name)?.[1];
}

function readChunks(text: string): { readonly body: string; readonly trailers: string; readonly rest: string } {
  let at = 0;
  let body = '';
  for (;;) {
    const end = text.indexOf('\r\n', at);
    const size = Number.parseInt(text.slice(at, end), 16);
    if (end < 0 || Number.isNaN(size)) return { body: body + text.slice(at), trailers: '', rest: '' };
    if (size === 0) {
      const last = text.indexOf('\r\n\r\n', end);
      return last < 0
        ? { body, trailers: text.slice(end), rest: '' }
        : { body, trailers: text.slice(end + 2, last + 2), rest: text.slice(last + 4) };
    }
    body += text.slice(end + 2, end + 2 + size);
    at = end + 4 + size;
  }
}

function readBody(head: LenientHead, method: string, rest: string): Replies {
  if (head.status === 101) return { heads: [], body: rest, rest: '' };
  if (method === 'HEAD' || head.status === 204 || head.status === 304) return { heads: [], body: '', rest };
  if (headerOf(head, 'transfer-encoding')?.includes('chunked') === true) {
    const { body, trailers, rest: behind } = readChunks(rest);
    return { heads: trailers === '' ? [] : [{ status: 0, first: '', lines: readLines(trailers) }], body, rest: behind };
  }
  const length = headerOf(head, 'content-length');
  if (length === undefined) return { heads: [], body: rest, rest: '' };
  return { heads: [], body: rest.slice(0, Number(length)), rest: rest.slice(Number(length)) };
}

/** Reads everything that a connection brought in answer to one request. */
export function readReplies(bytes: string, method: string): Replies {
  const heads: LenientHead[] = [];
  let rest = bytes;
  while (rest !== '') {
    const end = /\r?\n\r?\n/.exec(rest);
    const head = readHead(rest.slice(0, end?.index ?? rest.length));
    rest = end === null ? '' : rest.slice(end.index + end[0].length);
    heads.push(head);
    if (head.status >= 100 && head.status < 200 && head.status !== 101) continue;
    const message = readBody(head, method, rest);
    return { ...message, heads: [...heads, ...message.heads] };
  }
  return { heads, body: '', rest: '' };
}

/** Every Set-Cookie (and Set-Cookie2) value of every head. */
export function cookiesSetBy(replies: Replies): readonly string[] {
  return replies.heads.flatMap(({ lines }) =>
    lines.filter(([name]) => name === 'set-cookie' || name === 'set-cookie2').map(([, value]) => value),
  );
}
