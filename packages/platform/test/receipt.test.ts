import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser, Portal } from './portal.ts';
import { openPortal, prefix } from './portal.ts';

let portal: Portal;
let browser: Browser;
beforeEach(async () => {
  portal = await openPortal();
  browser = portal.browser();
});
afterEach(() => portal.close());

async function choose(): Promise<{ index: string; t: string }> {
  const response = await browser.post(`${prefix}/preferences`, { form: { do: 'accept-all', return: `${prefix}/preferences` } });
  const query = new URL(response.headers.get('location') ?? '', 'http://x').searchParams;
  return { index: query.get('index') ?? '', t: query.get('t') ?? '' };
}

const show = ({ index, t }: { index: string; t: string }) => browser.get(`${prefix}/receipt?index=${index}&t=${t}`);

test('P30 the receipt is shown with its answers, and downloads as the file that verifies', async () => {
  const key = await choose();
  const page = await (await show(key)).text();
  expect(page).toContain('npx candor verify receipt.json');
  expect(page).toContain('Embedded maps: <strong>yes</strong>');
  const file = await browser.post(`${prefix}/receipt/download`, { form: key });
  expect(file.status).toBe(200);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="receipt.json"');
  expect(file.headers.get('cache-control')).toBe('private, no-store');
  const receipt = await file.text();
  const checked = await browser.post(`${prefix}/receipt/verify`, { form: { receipt } });
  expect(await checked.text()).toContain('This receipt is genuine');
});

test('P30 without its key, under another index, or after ten minutes a receipt is not shown', async () => {
  const key = await choose();
  const other = await choose();
  for (const wrong of [
    { ...key, t: 'x'.repeat(22) },
    { ...key, index: other.index },
    { ...key, index: 'NaN' },
  ]) {
    expect(await (await show(wrong)).text()).toContain('can no longer be shown');
    expect((await browser.post(`${prefix}/receipt/download`, { form: wrong })).status).toBe(404);
  }
  portal.clock.advance(599);
  expect(await (await show(key)).text()).toContain('Receipt of your choice');
  portal.clock.advance(1);
  expect(await (await show(key)).text()).toContain('can no longer be shown');
});

test('P30 a download is refused to another site', async () => {
  const key = await choose();
  const response = await browser.raw(`${prefix}/receipt/download`, { form: key, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(response.status).toBe(403);
});

test('P31 a receipt with one byte changed proves nothing, and the page says why', async () => {
  const receipt = await (await browser.post(`${prefix}/receipt/download`, { form: await choose() })).text();
  const changed = receipt.replace('"granted"', '"denied"');
  expect(changed).not.toBe(receipt);
  const page = await (await browser.post(`${prefix}/receipt/verify`, { form: { receipt: changed } })).text();
  expect(page).toContain('This receipt proves nothing');
  expect(page).toContain('LEDGER_NOT_INCLUDED');
});

test('P31 what is pasted is given back escaped, whatever it is', async () => {
  const page = await (await browser.post(`${prefix}/receipt/verify`, { form: { receipt: '</textarea><script>alert(1)</script>' } })).text();
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;');
});

test('P31 a declaration that pins no key verifies nothing', async () => {
  const unpinned = await openPortal({ declare: ({ log: _, ...rest }) => rest });
  const page = await (await unpinned.browser().post(`${prefix}/receipt/verify`, { form: { receipt: '{}' } })).text();
  expect(page).toContain('pins no key');
  await unpinned.close();
});

test('P7 a receipt above 64 KiB is refused', async () => {
  const response = await browser.post(`${prefix}/receipt/verify`, { form: { receipt: 'x'.repeat(70_000) } });
  expect(response.status).toBe(413);
});
