// People who let a program answer: the library that several browsers and extensions use, with all of its rules and ours, at our banner.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decodeChoice } from '@candor/core';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand } from './stand.ts';
import { choiceIn, isGranted, namesIn, openTestBrowser, startStand } from './stand.ts';

const { resolve } = createRequire(import.meta.url);
const contentScript = readFileSync(join(dirname(resolve('@duckduckgo/autoconsent')), 'autoconsent.playwright.js'), 'utf8');
const { autoconsent: theirs } = JSON.parse(readFileSync(resolve('@duckduckgo/autoconsent/rules/rules.json'), 'utf8')) as {
  readonly autoconsent: readonly object[];
};
const ours = JSON.parse(readFileSync(new URL('../packages/client/autoconsent/candor.json', import.meta.url), 'utf8')) as {
  readonly [action in 'optIn' | 'optOut']: readonly object[];
};

type Message = {
  readonly type: string;
  readonly cmp?: string;
  readonly result?: boolean;
  readonly totalClicks?: number;
  readonly mainFrame?: boolean;
  readonly state?: { readonly findCmpAttempts: number };
};
type Action = 'optIn' | 'optOut';

let opened: Awaited<ReturnType<typeof openTestBrowser>>;
let browser: Browser;
let context: BrowserContext | undefined;
let at: Stand | undefined;

beforeAll(async () => {
  opened = await openTestBrowser();
  browser = opened.browser;
});
afterAll(() => opened?.close());
afterEach(async () => {
  await context?.close();
  await at?.close();
});

/** A page in which the library answers, and everything that it tells. */
async function visit(autoAction: Action): Promise<{ readonly page: Page; readonly told: readonly Message[] }> {
  at = await startStand();
  context = await browser.newContext();
  const page = await context.newPage();
  const told: Message[] = [];
  const send = async (frame: Frame, message: object): Promise<void> => {
    // A frame may be gone before it hears the answer.
    await frame.evaluate(`autoconsentReceiveMessage(${JSON.stringify(message)})`).catch(() => undefined);
  };
  await page.exposeBinding(
    'autoconsentSendMessage',
    async ({ frame }, message: Message & { readonly id?: string; readonly code?: string }) => {
      told.push(message);
      const config = { enabled: true, autoAction, disabledCmps: [], enablePrehide: false, detectRetries: 3, enableCosmeticRules: true };
      if (message.type === 'init') await send(frame, { type: 'initResp', config, rules: { autoconsent: [...theirs, ours] } });
      // What its own rules ask of the page itself.
      if (message.type === 'eval') {
        const result = await frame.evaluate(message.code ?? '').catch(() => false);
        await send(frame, { type: 'evalResp', id: message.id, result });
      }
      if (message.type === 'autoconsentDone') await send(frame, { type: 'selfTest' });
    },
  );
  await page.addInitScript(contentScript);
  await page.goto(at.url);
  return { page, told };
}

const first = (told: readonly Message[], type: string): Message | undefined => told.find((message) => message.type === type);

test.each([
  ['optOut', 'reject-all', false],
  ['optIn', 'accept-all', true],
] as const)('C65 %s: found among all rules, answered with one click, and kept', async (action, deed, granted) => {
  const { page, told } = await visit(action);
  await expect.poll(() => first(told, 'selfTestResult'), { timeout: 30_000 }).toMatchObject({ cmp: 'candor', result: true });
  expect(theirs.length).toBeGreaterThan(700);
  expect(told.filter(({ type }) => type === 'cmpDetected').map(({ cmp }) => cmp)).toEqual(['candor']);
  expect(first(told, 'popupFound')).toMatchObject({ cmp: 'candor' });
  expect(first(told, `${action}Result`)).toMatchObject({ cmp: 'candor', result: true });
  expect(first(told, 'autoconsentDone')).toMatchObject({ totalClicks: 1 });
  expect(told.filter(({ type }) => type === 'autoconsentError')).toEqual([]);
  expect(ours[action]).toHaveLength(1);
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(at?.posts.map((post) => post.get('do'))).toEqual([deed]);
  expect(await namesIn(page)).toContain('cookies_preferences');
  const choice = decodeChoice((await choiceIn(page)) ?? '');
  const answers = choice.ok ? Object.values(choice.value.answers).map(({ state }) => state) : [];
  // Of what may run until somebody objects, a no is an objection.
  expect(new Set(answers)).toEqual(new Set(granted ? ['granted'] : ['denied', 'objected']));
  expect(await isGranted(page, 'map')).toBe(granted);
});

test('C65 where a choice is kept there is nothing to answer', async () => {
  const { page, told } = await visit('optOut');
  await expect.poll(() => first(told, 'selfTestResult'), { timeout: 30_000 }).toBeDefined();
  const before = told.length;
  await page.reload();
  // When it looks a second time, it has looked everywhere once.
  const looks = (): readonly unknown[] => told.slice(before).map(({ mainFrame, state }) => mainFrame && state?.findCmpAttempts);
  await expect.poll(looks, { timeout: 30_000 }).toContain(2);
  expect(told.slice(before).filter(({ type }) => type === 'cmpDetected')).toEqual([]);
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(at?.posts).toHaveLength(1);
});
