// Generated questions in a real browser: each is found, and answered with exactly what was wanted.
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import { answerQuestion } from '../src/question/answer-question.ts';
import { findQuestion } from '../src/question/find-question.ts';
import { askSecondOpinion } from '../src/question/second-opinion.ts';
import type { Decoy, Technique } from './sites/question/banner.ts';
import { decoys, drawBanner, techniques } from './sites/question/banner.ts';
import { createRandom } from './sites/question/random.ts';
import { wordings } from './sites/question/wordings.ts';

type Case = { readonly technique: Technique; readonly decoy: Decoy; readonly language: string; readonly seed: number };
type Result = Case & {
  readonly answer: 'accept' | 'reject';
  readonly wanted: string;
  readonly told: string;
  readonly outcome: string;
  readonly clicks: number;
  readonly path: readonly string[];
};

let browser: AuditBrowser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

async function tryOne(context: BrowserContext, one: Case, answer: 'accept' | 'reject'): Promise<Result> {
  const wording = wordings.find(({ language }) => language === one.language) ?? wordings[0];
  if (wording === undefined) throw new Error('There are no wordings');
  const drawn = drawBanner(one.technique, one.decoy, { wording, random: createRandom(one.seed) });
  const page = await context.newPage();
  try {
    await page.route('**/*', (route) => {
      const isFrame = new URL(route.request().url()).hostname === 'ask.localhost';
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: isFrame ? drawn.framed : drawn.html });
    });
    await page.goto('http://site.localhost/');
    const { outcome, clicks, path } = await answerQuestion(page, answer, { patience: 4000, scroll: true, mayInteract: true });
    const told: string = await page.evaluate('told.join(" ").trim()');
    const wanted = drawn.expected[answer];
    return { ...one, answer, wanted: (wanted ?? '').trim(), told, outcome, clicks, path };
  } finally {
    await page.close();
  }
}

function isRight({ outcome, told, wanted, answer, technique }: Result): boolean {
  if (technique === 'acknowledge' && answer === 'reject') return outcome === 'no-way' && told === '';
  return outcome === 'answered' && told === wanted;
}

function wrongOf(results: readonly Result[]): readonly string[] {
  const wrong = results.filter((result) => !isRight(result));
  return wrong.map(
    ({ technique, decoy, language, seed, answer, outcome, told, wanted, clicks, path }) =>
      `${technique} ${decoy} ${language} ${seed}: ${answer} ${outcome}, "${told}" for "${wanted}", ${clicks} clicks: ${path.join(' > ')}`,
  );
}

const atOnce = 4;

async function tryAll(cases: readonly Case[], acceptEach = 1): Promise<readonly Result[]> {
  const context = await browser.newContext();
  const results: Result[] = [];
  const accepted = cases.filter((_, index) => index % acceptEach === 0).map((one) => ({ one, answer: 'accept' as const }));
  const waiting = [...accepted, ...cases.map((one) => ({ one, answer: 'reject' as const }))];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await tryOne(context, next.one, next.answer));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await context.close();
  return results;
}

function printTable(results: readonly Result[]): void {
  const rows = techniques.map((technique) => {
    const all = results.filter((result) => result.technique === technique);
    const share = (answer: string): string => {
      const ofAnswer = all.filter((result) => result.answer === answer);
      return `${ofAnswer.filter(isRight).length}/${ofAnswer.length}`;
    };
    const found = all.filter(({ outcome }) => outcome !== 'no-question').length;
    return `${technique.padEnd(16)} found ${`${found}/${all.length}`.padEnd(9)} accept ${share('accept').padEnd(7)} reject ${share('reject')}`;
  });
  console.log(rows.join('\n'));
}

function casesOf(count: number, firstSeed: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = firstSeed + index;
    const random = createRandom(seed * 7 + 3);
    return {
      technique: techniques[index % techniques.length] ?? 'bar',
      decoy: random.pick(decoys),
      language: wordings[(index * 5 + Math.floor(index / techniques.length)) % wordings.length]?.language ?? 'en',
      seed,
    };
  });
}

test('A81 A84 every technique: found, accepted and rejected with what the page understood', { timeout: 120_000 }, async () => {
  const results = await tryAll(casesOf(techniques.length, 1), 3);
  if (results.some((result) => !isRight(result))) printTable(results);
  expect(wrongOf(results)).toEqual([]);
});

test.each(decoys.filter((decoy) => decoy !== 'none'))(
  'A83 a box about something else (%s) that mentions cookies is no question',
  async (decoy) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const [wording] = wordings;
    if (wording === undefined) throw new Error('There are no wordings');
    const { html } = drawBanner('late', decoy, { wording, random: createRandom(5) });
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('900)</script>', '900000)</script>') }),
    );
    await page.goto('http://site.localhost/');
    expect(await findQuestion(page, { patience: 0 })).toBeNull();
    await context.close();
  },
);

test('A89 a notice whose words nobody knows is answered by who knows it by name, unseen by the page', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script>var told = []</script><div class="klaro"><div class="cookie-notice"><p>Blorb</p><button class="cn-decline" onclick="told.push('reject'); this.closest('.klaro').remove()">Xyzzy</button></div></div>`,
    }),
  );
  await page.goto('http://site.localhost/');
  const answering = await answerQuestion(page, 'reject', { patience: 1, mayInteract: true, otherwise: askSecondOpinion });
  expect(answering).toMatchObject({ outcome: 'answered', by: 'autoconsent' });
  expect(await page.evaluate('[told.join(), typeof autoconsentReceiveMessage, typeof candorHears]')).toEqual([
    'reject',
    'undefined',
    'undefined',
  ]);
  await context.close();
});

test('A81 A84 held out: hundreds of pages of all languages, techniques and decoys', { timeout: 1_800_000 }, async () => {
  if (process.env['CANDOR_FULL'] !== '1') return console.warn('The held-out run over generated questions is skipped: set CANDOR_FULL=1');
  const results = await tryAll(casesOf(Number(process.env['CANDOR_QUESTIONS'] ?? 330), 100_001));
  printTable(results);
  expect(wrongOf(results)).toEqual([]);
});
