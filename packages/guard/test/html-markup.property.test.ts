import { expect, test } from 'vitest';
import { checkDocument, rewrite, waiting, writeDocument } from './html-check.ts';
import { createDice } from './html-grammar.ts';

const FULL = process.env['CANDOR_FULL'] === '1';
const DOCUMENTS = FULL ? 20_000 : 1500;

test('G83 of documents that try to be read in two ways nothing loads that waits, the tree stays, and pieces change nothing', {
  timeout: FULL ? 300_000 : 60_000,
}, () => {
  let loads = 0;
  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    const checked = checkDocument(seed);
    expect(checked.fault, `seed ${seed}`).toBeNull();
    loads += checked.loads;
  }
  expect(loads).toBeGreaterThan(DOCUMENTS);
});

test('G85 where nothing waits the document passes byte for byte', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    // Rules for speculation are the one thing that nobody may have.
    const html = writeDocument(createDice(seed)).replace(/speculationrules/gi, 'x');
    expect(rewrite(html, { ...waiting, ask: () => 'pass' })).toBe(html);
  }
});
