import { expect, test } from 'vitest';
import { chooseNext } from '../src/states/pages.ts';

const choosing = { isOwnHost: (host: string) => host === 'portal.localhost', prefix: '/cookies' };
const at = (path: string): string => `http://portal.localhost${path}`;

function choose(paths: readonly string[], count: number): readonly string[] {
  const chosen: string[] = [];
  while (chosen.length < count) {
    const next = chooseNext(
      paths.map((path) => (path.startsWith('/') ? at(path) : path)),
      [at('/'), ...chosen],
      choosing,
    );
    if (next === null) break;
    chosen.push(next);
  }
  return chosen.map((url) => new URL(url).pathname + new URL(url).search);
}

test('A30 one page of each shape comes before a second of any', () => {
  const paths = ['/', '/datasets/a', '/datasets/b', '/datasets/c', '/datasets', '/developers', '/datasets?q=x'];
  expect(choose(paths, 5)).toEqual(['/datasets/a', '/datasets', '/developers', '/datasets?q=x', '/datasets/b']);
});

test('A30 the policy and preferences come last', () => {
  expect(choose(['/cookies/policy', '/a/1', '/a/2', '/cookies/preferences'], 4)).toEqual([
    '/a/1',
    '/a/2',
    '/cookies/policy',
    '/cookies/preferences',
  ]);
});

test('A30 downloads, ways to log out, other sites and seen pages are not opened', () => {
  const paths = [
    '/',
    '/export.csv',
    '/data.JSON',
    '/logout',
    '/admin/log-out',
    '/account/delete',
    'http://embed.localhost/map',
    'https://elsewhere.example/',
  ];
  expect(choose(paths, 5)).toEqual([]);
});
