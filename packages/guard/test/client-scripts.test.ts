import { expect, test } from 'vitest';
import { GuardError } from '../src/index.ts';
import { prepareScripts } from '../src/page/client-scripts.ts';
import { client, clientAsset, sha256Of } from './site.ts';

const unfit: readonly (readonly [why: string, body: string])[] = [
  ['is not ASCII', '"é"'],
  ['ends its element', '"</SCRIPT >"'],
  ['hides the end of its element', '"<!-- <script>"'],
  ['has line ends that a parser changes', 'a\r\nb'],
  ['has a NUL', 'a\x00b'],
];

for (const [why, body] of unfit) {
  test(`G47 a script that ${why} is refused at the start`, () => {
    const page = { ...clientAsset, body, sha256: sha256Of(body) };
    expect(() => prepareScripts({ ...client, page }, '/cookies', null)).toThrow(GuardError);
  });
}

test('G47 a script whose hash is not its own is refused at the start, wherever it is used', () => {
  const wrong = { ...clientAsset, sha256: sha256Of('another') };
  for (const assets of [
    { ...client, page: wrong },
    { ...client, more: wrong },
    { ...client, projections: { x: wrong } },
  ]) {
    expect(() => prepareScripts(assets, '/cookies', null)).toThrow(expect.objectContaining({ code: 'GUARD_CLIENT_UNFIT' }) as Error);
  }
});

test('G50 an asset’s path goes behind the prefix once', () => {
  const paths = (path: string): readonly string[] =>
    prepareScripts({ ...client, page: { ...clientAsset, path } }, '/c', null).inPage.map((script) => script.path);
  expect([...paths('/a.js'), ...paths('a.js'), ...paths('/c/a.js')]).toEqual(['/c/a.js', '/c/a.js', '/c/a.js']);
});
