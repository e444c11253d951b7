import { sha256Hex } from '@candor/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser, Portal } from './portal.ts';
import { becomeOwner, cleanReport, heldAudit, hostileReport, openPortal, prefix, submit } from './portal.ts';

let portal: Portal;
let owner: Browser;
let audit: ReturnType<typeof heldAudit>;
beforeEach(async () => {
  audit = heldAudit();
  portal = await openPortal({ runAudit: audit.run });
  owner = portal.browser();
  await becomeOwner(portal, owner);
});
afterEach(() => portal.close());

const admin = `${prefix}/admin`;
const start = () => submit(owner, admin, `${admin}/audits`);
const text = async (browser: Browser, path: string) => (await browser.get(path)).text();

/** The page of an audit that has ended by now: a result takes a few turns of the event loop to be kept. */
async function settled(path: string, browser: Browser = owner): Promise<string> {
  for (let turn = 0; turn < 1000; turn += 1) {
    const page = await text(browser, path);
    if (!page.includes('http-equiv="refresh"')) return page;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The audit did not end');
}

test('P40 before the first audit nothing is claimed', async () => {
  const page = await text(portal.browser(), `${prefix}/truth`);
  expect(page).toContain('Nobody has looked yet');
  expect((await portal.browser().get(`${prefix}/truth.json`)).status).toBe(404);
});

test('P66 an audit is started once, followed by a page that renews itself, and its result is published', async () => {
  const started = await start();
  expect(started.status).toBe(303);
  const path = started.headers.get('location') ?? '';
  expect(path).toMatch(/^\/cookies\/admin\/audits\/\d+$/);
  const running = await text(owner, path);
  expect(running).toContain('<meta http-equiv="refresh" content="2">');
  expect(running).toContain('Browser 147 (&lt;b&gt;bundled&lt;/b&gt;)');
  expect((await start()).headers.get('location') ?? path).toBe(path);
  expect(await text(portal.browser(), `${prefix}/truth`)).toContain('Nobody has looked yet');
  const size = await portal.ledger.size();
  audit.finish(cleanReport(portal.options.declaration.id));
  expect(await settled(path)).toContain('A browser saw what the policy says');
  expect(await portal.ledger.size()).toBe(size + 1);
  const response = await portal.browser().get(`${prefix}/truth.json`);
  const bytes = await response.text();
  expect(response.headers.get('etag')).toBe(`"${sha256Hex(bytes)}"`);
  const page = await text(portal.browser(), `${prefix}/truth`);
  expect(page).toContain(sha256Hex(bytes));
  expect(page).toContain(portal.options.declaration.id);
  expect(page).toContain(`${size} · <a href="/cookies/log/checkpoint">`);
  expect(page).toContain('A browser saw what the policy says');
});

test('P40 findings are counted, and their texts are escaped in front and back', async () => {
  const path = (await start()).headers.get('location') ?? '';
  audit.finish(hostileReport(portal.options.declaration.id));
  const back = await settled(path);
  const front = await text(portal.browser(), `${prefix}/truth`);
  const overview = await text(owner, admin);
  expect(front).toContain('No. One thing is not as the policy says.');
  for (const page of [back, front, overview]) {
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  expect(back).toContain('Would declare it');
  expect(front).not.toContain('Would declare it');
});

test('P40 under a newer declaration the page says that the audit is about the one before', async () => {
  const path = (await start()).headers.get('location') ?? '';
  audit.finish(cleanReport(portal.options.declaration.id));
  await settled(path);
  const { declaration } = portal.options.declaration;
  const newer = await portal.restart({ declaration: { declaration: { ...declaration, version: '2.0.0' }, id: 'f'.repeat(64) } });
  expect(await text(newer.browser(), `${prefix}/truth`)).toContain('The declaration has changed since the last audit');
  await newer.platform.close();
});

test('P66 an audit that throws is shown with its code, and another can be started', async () => {
  const path = (await start()).headers.get('location') ?? '';
  audit.fail(Object.assign(new Error('No browser was found'), { code: 'AUDIT_NO_BROWSER' }));
  const page = await settled(path);
  expect(page).toContain('AUDIT_NO_BROWSER: No browser was found');
  expect(page).not.toContain('at Object');
  const again = await start();
  expect(again.headers.get('location')).not.toBe(path);
  audit.finish(cleanReport(portal.options.declaration.id));
  await settled(again.headers.get('location') ?? '');
});

test('P66 a stop cuts an audit off; what still comes in is thrown away', async () => {
  const path = (await start()).headers.get('location') ?? '';
  const again = await portal.restart();
  audit.finish(cleanReport(portal.options.declaration.id));
  expect(await text(again.browser(), `${prefix}/truth`)).toContain('Nobody has looked yet');
  const browser = again.browser();
  browser.setCookie('sessionid', owner.cookie('sessionid') ?? '', admin);
  expect(await text(browser, path)).toContain('was stopped while this audit ran');
  await again.platform.close();
});

test('P66 a ledger that fails costs the publication, not the result', async () => {
  const failing = await portal.restart({ ledger: { ...portal.ledger, publish: () => Promise.reject(new Error('locked')) } });
  const browser = failing.browser();
  browser.setCookie('sessionid', owner.cookie('sessionid') ?? '', admin);
  const path = (await submit(browser, admin, `${admin}/audits`)).headers.get('location') ?? '';
  audit.finish(cleanReport(portal.options.declaration.id));
  await settled(path, browser);
  expect(await text(failing.browser(), `${prefix}/truth`)).toContain('not published');
  await failing.platform.close();
});

test('P43 metrics hold the gap of the last audit', async () => {
  const path = (await start()).headers.get('location') ?? '';
  audit.finish(hostileReport(portal.options.declaration.id));
  await settled(path);
  const metrics = await text(portal.browser(), `${prefix}/metrics`);
  expect(metrics).toContain('candor_truth_gap 2');
  expect(metrics).toContain('candor_audits_total 1');
});
