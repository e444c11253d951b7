import { expect, test } from 'vitest';
import type { GuardReport } from '../../src/index.ts';
import { page, withGuard } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';

const PATH = '/cookies/api/report';

function post(body: string, headers: readonly string[] = []): string {
  return requestText(`POST ${PATH}`, [`Content-Length: ${body.length}`, ...headers], body);
}

function violation(body: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([
    { type: 'csp-violation', body: { documentURL: 'http://portal.localhost/', effectiveDirective: 'img-src', ...body } },
  ]);
}

async function reported(
  texts: readonly string[],
): Promise<{ readonly reports: readonly GuardReport[]; readonly replies: readonly string[] }> {
  const reports: GuardReport[] = [];
  const replies = await withGuard(
    () => page('x'),
    async ({ port }) => {
      const all: string[] = [];
      for (const text of texts) all.push(await exchangeBytes(port, text));
      return all;
    },
    { onReport: (report) => reports.push(report) },
  );
  return { reports, replies };
}

test('G116 attack 18: nothing about a person survives a report: no query, fragment, credentials, sample, referrer or agent', async () => {
  const secret = 'secret';
  const body = violation({
    documentURL: `http://${secret}:${secret}@portal.localhost/data?user=${secret}#${secret}`,
    blockedURL: `https://${secret}:${secret}@x.example/p?id=${secret}#${secret}`,
    referrer: `https://other.example/?q=${secret}`,
    sample: secret,
    sourceFile: `https://x.example/${secret}`,
    originalPolicy: secret,
  });
  const { reports, replies } = await reported([
    post(body, [`User-Agent: ${secret}`, `Cookie: sessionid=${secret}`, `Referer: http://portal.localhost/?${secret}`]),
  ]);
  expect(reports).toEqual([{ kind: 'csp', page: '/data', directive: 'img-src', blocked: 'https://x.example/p', disposition: 'enforce' }]);
  expect(JSON.stringify(reports)).not.toContain(secret);
  expect(replies.join()).not.toContain(secret);
});

test('G116 attack 18: nothing of a report comes back, is stored with its sender, or needs one', async () => {
  const mark = '"><script>evil()</script>';
  const bodies = [
    violation({ blockedURL: mark, effectiveDirective: mark }),
    mark,
    `{"csp-report":"${mark}"}`,
    '',
    '[]',
    '\xff\xfe',
    '0',
    '"x"',
  ];
  const { reports, replies } = await reported(bodies.map((body) => post(body, ['Origin: https://evil.example', 'Cookie: _ga=1'])));
  expect(reports).toEqual([]);
  for (const reply of replies) {
    expect(statusOf(reply)).toBe(204);
    expect(reply).not.toContain('evil');
    expect(bodyOf(reply)).toBe('');
    expect(headerValues(reply, 'set-cookie').filter((line) => !line.includes('Max-Age=0'))).toEqual([]);
    expect(headerValues(reply, 'access-control-allow-origin')).toEqual([]);
  }
});

test('G116 attack 18: size, depth and number are bounded, however the body comes', async () => {
  const large = 'x'.repeat(16_385);
  const chunked = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
  const deep = `${'['.repeat(8000)}${']'.repeat(8000)}`;
  const nested = `${'{"csp-report":'.repeat(1000)}1${'}'.repeat(1000)}`;
  const many = JSON.stringify(Array.from({ length: 120 }, () => JSON.parse(violation({}))[0]));
  const { reports, replies } = await reported([
    requestText(`POST ${PATH}`, ['Transfer-Encoding: chunked'], chunked),
    post(large),
    post(deep),
    post(nested),
    post(many),
    requestText(`PUT ${PATH}`, ['Content-Length: 0']),
    requestText(`DELETE ${PATH}`),
  ]);
  expect(replies.map(statusOf)).toEqual([413, 413, 204, 204, 204, 405, 405]);
  expect(reports).toHaveLength(20);
});

test('G116 attack 18: a report names a path and a host as words that cannot be mistaken for markup or a line', async () => {
  const { reports } = await reported([
    post(violation({ documentURL: 'http://portal.localhost/<img src=x>\r\nSet-Cookie: a', blockedURL: 'https://x.example/\u0000<b>\n' })),
    post(violation({ blockedURL: 'javascript:evil()', documentURL: 'javascript:evil()' })),
    post(violation({ blockedURL: 'data:text/html,evil' })),
  ]);
  for (const { page: path, blocked } of reports) expect(`${path} ${blocked}`).not.toMatch(/[<>\r\n\0]|evil/);
});
