// What a visitor types and reads, to see whether somebody listens: words that nobody else could have made up, never sent by us.
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { callInTop } from '../collect/isolated-world.ts';
import type { Recorder } from '../collect/recorder.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { Field } from '../injected/find-fields.ts';
import { findFields, findWords } from '../injected/find-fields.ts';
import { within } from '../within.ts';

const mostFields = 2;
const patience = 1500;

/** Types into the first fields of a page and leaves them again; nothing is sent. The words are kept to be looked for. */
export async function typeSomething(page: Page, recorder: Recorder): Promise<void> {
  const host = readUrl(page.url())?.hostname ?? '';
  const fields = await within(callInTop<readonly Field[]>(page, findFields, mostFields), patience, []);
  for (const { x, y, name } of fields) {
    const value = `q${randomBytes(6).toString('hex')}w`;
    recorder.keep({ owner: { kind: 'typed', name: name.slice(0, 80), host }, value });
    await within(typeAt(page, { x, y }, value), patience, undefined);
  }
}

async function typeAt(page: Page, { x, y }: { readonly x: number; readonly y: number }, value: string): Promise<void> {
  await page.mouse.click(x, y);
  await page.keyboard.type(value);
  await page.keyboard.press('Tab');
}

/** Keeps some words of the page, which nobody else needs to be told. */
export async function rememberWords(page: Page, recorder: Recorder): Promise<void> {
  const host = readUrl(page.url())?.hostname ?? '';
  const words = await within(callInTop<readonly string[]>(page, findWords), patience, []);
  for (const value of words) recorder.keep({ owner: { kind: 'page', name: 'text', host }, value });
}
