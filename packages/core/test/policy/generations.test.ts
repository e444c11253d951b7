import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPolicyJson } from '../../src/policy/render-json.ts';
import { renderPolicyMarkdown } from '../../src/policy/render-markdown.ts';
import { renderPolicyPage } from '../../src/policy/render-page.ts';
import { expectFile } from './match-file.ts';
import { compileGeneration, generations, languages } from './seed-declarations.ts';

const seedFile = new URL('../../../../../shared/seed/cookies-policy.txt', import.meta.url);

for (const generation of generations) {
  for (const language of languages) {
    const view = compileGeneration(generation, language);
    test(`P2 the ${generation} generation comes out in ${language} as Markdown, HTML and JSON`, () => {
      expectFile(`${generation}.${language}.md`, renderPolicyMarkdown(view));
      expectFile(`${generation}.${language}.html`, renderPolicyPage(view));
      expectFile(`${generation}.${language}.json`, renderPolicyJson(view));
    });
  }
}

// Quotes, spaces and the one slip of the pen in the text are no difference.
function normalise(text: string): string {
  return text
    .replace(/<(https:[^>]*)>/g, '$1')
    .replace(/[‘’']/g, "'")
    .replace(/[“”"]/g, '"')
    .replace(/front et back/g, 'front and back')
    .replace(/[`*#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function plainParts(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => normalise(line.replace(/^- /, '')));
}

test('P3 the older generation has every part and every cell of the text it was declared from, in its order', () => {
  if (!existsSync(seedFile)) {
    console.warn('The seed policy is not beside the repository: its parts are checked against the golden files only');
    return;
  }
  const lines = readFileSync(seedFile, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const rows = filled.filter((line) => line.includes('\t')).map((line) => line.split('\t').map(normalise));
  const parts = filled.filter((line) => !line.includes('\t')).map(normalise);
  expect(rows).toHaveLength(5);
  expect(parts).toHaveLength(11);
  const markdown = renderPolicyMarkdown(compileGeneration('older', 'en'));
  const printed = plainParts(markdown);
  const places = parts.map((part) => printed.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const cells = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  const table = cells.map((line) => line.slice(2, -2).split(' | ').map(normalise));
  expect(table.slice(0, 5)).toEqual(rows);
});

test('P4 the newer generation adds how long each cookie stays and when it is set', () => {
  const block = compileGeneration('newer', 'en')
    .sections.flatMap(({ blocks }) => blocks)
    .find(({ kind }) => kind === 'trackers');
  if (block?.kind !== 'trackers') throw new Error('There is no table');
  expect(block.columns.map(({ id }) => id)).toEqual(['provider', 'function', 'name', 'purposes', 'duration']);
  const rows = block.groups.flatMap((group) => group.rows);
  expect(rows.map(({ cells }) => [cells.name, cells.duration, cells.when])).toEqual([
    ['sessionid', '2 weeks', 'When you log in'],
    ['django_language', '12 months', 'When you choose a language'],
    ['csrftoken', '12 months, starting again with each visit', 'When you use a form'],
    ['cookies_preferences', '6 months', 'When you answer the question about cookies'],
  ]);
  expect(block.details.map(({ id }) => id)).toEqual(['when']);
});
