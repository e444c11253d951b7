// Asks a library that knows many notices by name, where it is installed and our finder finds no way. Its guesses about notices it
// does not know stay off: they take a "Got it" for a refusal.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { askFrame, readFrameIds } from '../collect/isolated-world.ts';
import { within } from '../within.ts';
import type { Answer } from './choose-way.ts';

const packageName = '@duckduckgo/autoconsent';
// How long it may take to know a notice, and to answer one that it knows.
const knowingPatience = 2000;
const answerPatience = 5000;

type Library = { readonly script: string; readonly rules: readonly unknown[] };
type Message = { readonly type?: string; readonly id?: string; readonly code?: string; readonly result?: boolean };

/** Whether the library knew the notice and answered it; false where it is not installed. */
export async function askSecondOpinion(page: Page, answer: Answer): Promise<boolean> {
  const library = await loadLibrary();
  if (library === null) return false;
  const session = await page.context().newCDPSession(page);
  try {
    return await within(converse(session, library, answer), answerPatience, false);
  } finally {
    await within(session.detach(), 1000, undefined);
  }
}

async function loadLibrary(): Promise<Library | null> {
  try {
    const { resolve } = createRequire(import.meta.url);
    const script = await readFile(join(dirname(resolve(packageName)), 'autoconsent.playwright.js'), 'utf8');
    const list: unknown = JSON.parse(await readFile(resolve(`${packageName}/rules/rules.json`), 'utf8'));
    const rules = typeof list === 'object' && list !== null && 'autoconsent' in list ? list.autoconsent : null;
    return Array.isArray(rules) ? { script, rules } : null;
  } catch {
    return null;
  }
}

// In a world of its own: the page sees neither the library nor what it says.
async function converse(session: CDPSession, { script, rules }: Library, answer: Answer): Promise<boolean> {
  const [frameId] = await readFrameIds(session);
  if (frameId === undefined) return false;
  const autoAction = answer === 'accept' ? 'optIn' : 'optOut';
  const config = {
    enabled: true,
    autoAction,
    disabledCmps: [],
    enablePrehide: false,
    enableCosmeticRules: false,
    enableHeuristicDetection: false,
    heuristicMode: 'off',
    detectRetries: 5,
  };
  const say = (message: object): Promise<unknown> =>
    askFrame(session, frameId, `void autoconsentReceiveMessage(${JSON.stringify(message)})`);
  let knows = false;
  const ended = new Promise<boolean>((resolve) => {
    setTimeout(() => {
      if (!knows) resolve(false);
    }, knowingPatience);
    const hear = async ({ type, id, code, result }: Message): Promise<void> => {
      if (type === 'init') await say({ type: 'initResp', config, rules: { autoconsent: rules } });
      if (type === 'eval') await say({ type: 'evalResp', id, result: await evaluate(session, code ?? '') });
      if (type === 'cmpDetected') knows = true;
      if (type === `${autoAction}Result`) resolve(result === true);
    };
    session.on('Runtime.bindingCalled', ({ payload }) => {
      hear(JSON.parse(payload) as Message).catch(() => undefined);
    });
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'candorHears', executionContextName: 'candor' });
  const speak = 'globalThis.autoconsentSendMessage = (message) => { candorHears(JSON.stringify(message)); return Promise.resolve(); };';
  await askFrame(session, frameId, `${speak}\n${script}\nvoid 0;`);
  return await ended;
}

// What its rules ask of the page itself.
async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
  return result.value ?? false;
}
