// The office of a page without a server, with what stands for the page reduced to a jar of cookies.
import type { ConsentState } from '@candor/core';
import {
  applyAction,
  choiceCookie,
  choiceCookieName,
  compileEnforcement,
  compilePageState,
  compileTerms,
  decodeChoice,
  identifyDeclaration,
  readChoices,
  resolveConsent,
} from '@candor/core';
import { referenceDeclaration } from '@candor/testkit';
import { expect, test } from 'vitest';
import type { Env } from '../src/env.ts';
import { createLocalOffice, heldChoice } from '../src/local-office.ts';
import type { Office } from '../src/office.ts';
import type { Page } from '../src/page.ts';

const declaration = referenceDeclaration();
const declarationId = identifyDeclaration(declaration);
const profile = 'eu-base';
const now = 1_790_000_000;

type Jar = { line: string; readonly refuses?: boolean };

/** What the office touches of a page, and nothing else. */
function officeWith(jar: Jar): { readonly office: Office; readonly env: Env } {
  const consent = resolveConsent(declaration, { profile, choice: null, gpc: false, now: 0 });
  const files = { more: '', words: '' };
  const state = compilePageState(declaration, { enforcement: compileEnforcement(declaration), consent, files, projections: {} });
  const env = {
    now: () => now,
    readCookies: () => (/Max-Age=0/.test(jar.line) ? '' : (jar.line.split(';')[0] ?? '')),
    writeCookie: (line: string) => {
      if (!jar.refuses) jar.line = line;
    },
  } as unknown as Env;
  const page = { env, state: { ...state, terms: compileTerms(declaration, profile) } } as unknown as Page;
  return { office: createLocalOffice(page), env };
}

const fields = (deed: string, more: readonly (readonly [string, string])[] = []): URLSearchParams =>
  new URLSearchParams([['do', deed], ...more.map(([name, value]) => [name, value])]);

const deeds = [
  [fields('accept-all'), { do: 'accept-all' }],
  [fields('reject-all'), { do: 'reject-all' }],
  [fields('save', [['grant', 'embeds']]), { do: 'save', grants: ['embeds'] }],
  [fields('grant', [['purpose', 'audience']]), { do: 'grant', purposes: ['audience'] }],
  [fields('withdraw'), { do: 'withdraw', purposes: 'all' }],
  [fields('object', [['purpose', 'audience']]), { do: 'object', purposes: ['audience'] }],
] as const;

test.each(deeds)('C55 "%s" is kept as the line that the front office would set', async (form, action) => {
  const jar: Jar = { line: '' };
  const { office } = officeWith(jar);
  expect(await office.keep(form)).toEqual({ receipt: null });
  const choice = applyAction(declaration, { declarationId, profile, choice: null, action, now });
  expect(jar.line).toBe(choiceCookie(declaration, { profile, choice, now }));
});

test('C55 what holds is what the state machine says of the cookie, with the signal and without', async () => {
  const jar: Jar = { line: '' };
  const { office } = officeWith(jar);
  const held = async (gpc: boolean): Promise<ConsentState | undefined> => (await office.ask(gpc))?.consent;
  for (const gpc of [false, true]) expect(await held(gpc)).toEqual(resolveConsent(declaration, { profile, choice: null, gpc, now }));
  await office.keep(fields('grant', [['purpose', 'embeds']]));
  const value = /=([^;]*)/.exec(jar.line)?.[1] ?? '';
  const choice = readChoices([value]);
  expect(choice?.answers[2]?.state).toBe('granted');
  for (const gpc of [false, true]) expect(await held(gpc)).toEqual(resolveConsent(declaration, { profile, choice, gpc, now }));
});

test('C55 forgetting leaves no choice', async () => {
  const jar: Jar = { line: '' };
  const { office, env } = officeWith(jar);
  await office.keep(fields('reject-all'));
  expect(heldChoice(env)).not.toBeNull();
  expect(await office.keep(fields('forget'))).toEqual({ receipt: null });
  expect(heldChoice(env)).toBeNull();
});

test('C55 a browser that keeps no cookies has kept no choice, and what asks for nothing known changes nothing', async () => {
  const deaf: Jar = { line: '', refuses: true };
  expect(await officeWith(deaf).office.keep(fields('accept-all'))).toBeNull();
  const jar: Jar = { line: '' };
  const { office } = officeWith(jar);
  for (const form of [fields('obey'), new URLSearchParams()]) expect(await office.keep(form)).toBeNull();
  expect(jar.line).toBe('');
});

test('C55 a browser that keeps an older choice has not kept the new one', async () => {
  const { office } = officeWith({ line: '' });
  const jar: Jar = { line: '' };
  await officeWith(jar).office.keep(fields('reject-all'));
  const stuck = officeWith({ line: jar.line, refuses: true });
  expect(await stuck.office.keep(fields('accept-all'))).toBeNull();
  expect(await stuck.office.keep(fields('forget'))).toBeNull();
  expect(await office.keep(fields('accept-all'))).not.toBeNull();
});

test('C55 two choices that contradict each other allow what both allow', async () => {
  const jar: Jar = { line: '' };
  const { env } = officeWith(jar);
  const value = (line: string): string => /=([^;]*)/.exec(line)?.[1] ?? '';
  const lineFor = (deed: 'accept-all' | 'reject-all'): string => {
    const choice = applyAction(declaration, { declarationId, profile, choice: null, action: { do: deed }, now });
    return choiceCookie(declaration, { profile, choice, now });
  };
  const both = [lineFor('accept-all'), lineFor('reject-all')].map((line) => `${choiceCookieName}=${value(line)}`).join('; ');
  expect(heldChoice({ ...env, readCookies: () => both })?.answers[2]?.state).toBe('denied');
  expect(decodeChoice(value(lineFor('accept-all'))).ok).toBe(true);
});
