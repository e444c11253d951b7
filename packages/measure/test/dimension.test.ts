import { expect, test } from 'vitest';
import type { MeasuredView } from '../src/dimension.ts';
import { readDimension } from '../src/dimension.ts';
import { browserOf, deviceOf, isProgram } from '../src/user-agent.ts';
import { desktop, view } from './sample.ts';

const read = (dimension: 'path' | 'referrer' | 'language', change: Partial<MeasuredView>): string =>
  readDimension(dimension, view(1, '/', change), ['example.org', '*.example.org']);

test('M2 a path is without query and fragment, and of bounded length', () => {
  expect(read('path', { path: '/a/b?token=secret#x' })).toBe('/a/b');
  expect(read('path', { path: '/a#b?c' })).toBe('/a');
  expect(read('path', { path: '/a?x\ny=secret' })).toBe('/a');
  expect(read('path', { path: `/${'x'.repeat(999)}` })).toHaveLength(200);
  expect(read('path', { path: 'javascript:alert(1)' })).toBe('(unknown)');
});

test('M2 a referrer is only a host', () => {
  expect(read('referrer', { referrer: 'https://search.example/find?q=my+illness' })).toBe('search.example');
  expect(read('referrer', { referrer: 'http://user:password@news.example:8080/x' })).toBe('news.example');
  expect(read('referrer', { referrer: 'https://www.example.org/page' })).toBe('(internal)');
  expect(read('referrer', { referrer: null })).toBe('(direct)');
  for (const referrer of ['javascript:1', 'android-app://com.example', 'about:blank', '//x', 'nonsense'])
    expect(read('referrer', { referrer })).toBe('(unknown)');
});

test('M2 a language is a primary tag', () => {
  expect(read('language', { language: 'fr-CA,fr;q=0.9,en' })).toBe('fr');
  expect(read('language', { language: ' DE' })).toBe('de');
  for (const language of ['', '*', 'x', 'verylong', '12']) expect(read('language', { language })).toBe('(unknown)');
});

test('M3 programs are told by what they say of themselves', () => {
  const agents = [
    '',
    ' ',
    'curl/8.5.0',
    'Googlebot/2.1',
    'Mozilla/5.0 (compatible; bingbot/2.0)',
    'Mozilla/5.0 HeadlessChrome/156.0',
    'python-requests/2.32',
    'Mozilla/5.0 facebookexternalhit/1.1',
  ];
  for (const agent of agents) expect({ agent, program: isProgram(agent) }).toEqual({ agent, program: true });
  expect(isProgram(desktop)).toBe(false);
});

test('M2 device and browser are classes', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const tablet = 'Mozilla/5.0 (Linux; Android 15; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';
  expect([desktop, iphone, tablet, edge].map(deviceOf)).toEqual(['desktop', 'mobile', 'tablet', 'desktop']);
  expect([desktop, iphone, tablet, edge, 'Lynx/2.9'].map(browserOf)).toEqual(['Firefox', 'Safari', 'Chrome', 'Edge', '(unknown)']);
});
