// What a server renders, whoever asks.
import type { ReactNode } from 'react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CandorSettings } from '../src/candor-settings.ts';
import { Gate } from '../src/gate.ts';
import { useConsent } from '../src/use-consent.ts';

const gate = (fallback?: ReactNode): ReactNode => createElement(Gate, { purpose: 'map', fallback }, createElement('b', null, 'map'));

test('R4 a gate renders its fallback', () => {
  expect(renderToString(gate('later'))).toBe('later');
  expect(renderToString(gate())).toBe('');
});

test('R4 R5 the hook says no', () => {
  const Answer = (): ReactNode => String(useConsent('map'));
  expect(renderToString(createElement(Answer))).toBe('false');
});

test('R4 the server says no even where something of this name is at hand', () => {
  Object.assign(globalThis, { candor: { granted: () => true, on: () => () => undefined } });
  expect(renderToString(gate('later'))).toBe('later');
  Reflect.deleteProperty(globalThis, 'candor');
});

test('R6 the way back is a link that needs no script', () => {
  const link = createElement(CandorSettings, { prefix: '/cookies', className: 'quiet', children: 'Cookie settings' });
  expect(renderToString(link)).toBe('<a class="quiet" href="/cookies/preferences" data-candor="preferences">Cookie settings</a>');
});

test('R7 without a prefix it is a button that submits nothing', () => {
  expect(renderToString(createElement(CandorSettings, { children: 'Cookie settings' }))).toBe(
    '<button type="button">Cookie settings</button>',
  );
});
