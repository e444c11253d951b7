import { expect, test } from 'vitest';
import { linkText, siteLink } from '../../src/policy/links.ts';

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['privacy@example.org', 'mailto:privacy@example.org'],
])('P19 "%s" is a link', (text, href) => {
  expect(linkText(text)).toEqual({ text, href });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'a@b',
  'https://a.example/"onclick=x',
  'x@example.org?bcc=y@z.example',
  '1 Market Square',
])('P19 "%s" stays text', (text) => {
  expect(linkText(text)).toBe(text);
});

test('P19 the site is linked by its first host, unless it is a machine of one’s own', () => {
  expect(siteLink(['*.example.org', 'data.example.org'])).toEqual({ text: 'https://data.example.org', href: 'https://data.example.org' });
  expect(siteLink(['portal.localhost'])).toBe('portal.localhost');
});
