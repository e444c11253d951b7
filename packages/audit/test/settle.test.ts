import { expect, test } from 'vitest';
import { settle } from '../src/settle.ts';

const settling = { quiet: 5, least: 5, most: 5000 };
const silent = { quietFor: () => Number.POSITIVE_INFINITY };

function answering(...answers: readonly boolean[]): { readonly pulse: () => Promise<boolean>; readonly asked: () => number } {
  let asked = 0;
  const pulse = async (): Promise<boolean> => answers[asked++] ?? true;
  return { pulse, asked: () => asked };
}

test('A20 a silent network is not enough while the page is not complete', async () => {
  const page = answering(false, true);
  expect(await settle(silent, settling, page.pulse)).toBe(true);
  expect(page.asked()).toBe(2);
});

test('A20 a page that stays incomplete is done after its third turn', async () => {
  const page = answering(false, false, false, false);
  expect(await settle(silent, settling, page.pulse)).toBe(true);
  expect(page.asked()).toBe(3);
});

test('A20 what is sent while the page is asked starts the wait anew', async () => {
  let lastSent = 0;
  const network = { quietFor: () => performance.now() - lastSent };
  const page = answering();
  const sendsOnce = async (): Promise<boolean> => {
    const complete = await page.pulse();
    if (page.asked() === 1) lastSent = performance.now() + 1;
    return complete;
  };
  expect(await settle(network, settling, sendsOnce)).toBe(true);
  expect(page.asked()).toBe(2);
});

test('A20 a page that never answers, or a network that never rests, ends at the ceiling', async () => {
  const short = { ...settling, most: 30 };
  expect(await settle(silent, short, () => new Promise(() => undefined))).toBe(false);
  expect(await settle({ quietFor: () => 0 }, short, answering().pulse)).toBe(false);
});
