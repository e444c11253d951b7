import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { portalText } from './portal.ts';
import { review } from './readme-example.ts';

test('D43 the example of the README is this code, and runs', () => {
  const code = readFileSync(new URL('./readme-example.ts', import.meta.url), 'utf8');
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(code);
  const longer = portalText.replace('"max": 2592000', '"max": 5184000').replace('"1.0.0"', '"1.1.0"');
  expect(review(portalText, longer)).toEqual([
    expect.stringMatching(/^[0-9a-f]{12} is material$/),
    'Ask again for "map": The tracker "map_visitor" lasts longer',
  ]);
  expect(review(portalText, '{"language": 1')).toEqual(['DECL_JSON  (line 1): Expected "," or "}" (line 1, column 15)']);
});
