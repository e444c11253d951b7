import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Portal } from './portal.ts';
import { openPortal, prefix } from './portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const statistics = `${prefix}/statistics`;

function countVisits(visitors: number): void {
  for (let visitor = 0; visitor < visitors; visitor += 1) {
    portal.options.measure?.count({
      path: '/datasets',
      referrer: null,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      language: 'fr',
      remoteAddress: `198.51.100.${visitor}`,
      at: portal.clock.now(),
    });
  }
}

test('P41 the page says under which exemption it counts, with source and date', async () => {
  const page = await (await portal.browser().get(statistics)).text();
  expect(page).toContain('A: no storage, and nothing read on the device');
  expect(page).toContain('on until you object');
  expect(page).toContain('Counting of requests with no storage on the device and no access to it');
  expect(page).toContain('guidelines-22023');
  expect(page).toContain('as of 1 July 2026');
});

test('P41 another profile has another ground', async () => {
  const page = await (await portal.browser({ profile: 'us-ca' }).get(statistics)).text();
  expect(page).toContain('Counting by the site for its own use');
  expect(page).toContain('on until you opt out');
});

test('P41 a source that nobody has checked is marked as such', async () => {
  expect(await (await portal.browser().get(statistics)).text()).not.toContain('not yet checked');
  const unchecked = await openPortal({
    declare: (declaration) => JSON.parse(JSON.stringify(declaration).replaceAll('"verified":true', '"verified":false')),
  });
  expect(await (await unchecked.browser().get(statistics)).text()).toContain('not yet checked by a lawyer');
  await unchecked.close();
});

test('P41 one button objects, and the page then says so', async () => {
  const browser = portal.browser();
  const page = await (await browser.get(statistics)).text();
  expect(page).toContain('<button class="main" name="do" value="object" data-candor="object">');
  const response = await browser.post(`${prefix}/preferences`, {
    form: { do: 'object', purpose: 'audience', return: `${statistics}#object` },
  });
  expect(response.headers.get('location')).toBe(`${statistics}#object`);
  const after = await (await browser.get(statistics)).text();
  expect(after).toContain('You have objected');
  expect(after).not.toContain('value="object"');
});

test('P41 with the signal counting is off, and the page says that the signal did it', async () => {
  expect(await (await portal.browser().get(statistics)).text()).toContain(
    'If your browser sends this signal, your visits are not counted.',
  );
  expect(await (await portal.browser({ gpc: true }).get(statistics)).text()).toContain(
    'Your browser sends this signal, so your visits are not counted.',
  );
});

test('P41 numbers come as figures, bars and tables', async () => {
  countVisits(12);
  await portal.options.measure?.flush();
  const page = await (await portal.browser().get(statistics)).text();
  expect(page).toContain('<div class="chart"');
  expect(page).toContain('<th scope="row">/datasets</th>');
  expect(page).toContain('no other site');
  expect(page).toMatch(/<caption>Pages<\/caption>/);
});

test('P41 a site that counts nothing says so', async () => {
  const silent = await openPortal({ measure: null });
  expect(await (await silent.browser().get(statistics)).text()).toContain('This site counts no visits');
  await silent.close();
});

test('P41 counts that cannot be read leave the rule and the objection in place', async () => {
  const measure = portal.options.measure;
  if (measure === null) throw new Error('the portal measures');
  const broken = await portal.restart({ measure: { ...measure, statistics: () => Promise.reject(new Error('locked')) } });
  const page = await (await broken.browser().get(statistics)).text();
  expect(page).toContain('cannot be read at the moment');
  expect(page).toContain('value="object"');
  await broken.platform.close();
});
