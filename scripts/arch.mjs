// Holds the code against architecture.json and draws the same file as the table in ARCHITECTURE.md (`--draw`).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { checkImports, checkWords, findCycles } from './import-law.mjs';
import { findImports } from './imports.mjs';

const root = new URL('..', import.meta.url);
const law = JSON.parse(readFileSync(new URL('architecture.json', root), 'utf8'));

function readModules() {
  const sources = (room) =>
    readdirSync(new URL(`packages/${room}/src`, root), { recursive: true }).map(
      (path) => `packages/${room}/src/${path.replaceAll('\\', '/')}`,
    );
  const files = Object.keys(law.rooms)
    .flatMap(sources)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]));
}

export function drawTable() {
  const rows = Object.entries(law.rooms).map(
    ([room, { runs, mayImport, packages }]) => `| \`${room}\` | ${runs} | ${mayImport.join(', ') || '–'} | ${packages.join(', ') || '–'} |`,
  );
  return ['| room | runs in | may import | dependencies |', '|---|---|---|---|', ...rows].join('\n');
}

const mark = /(<!-- rooms -->\n)[\s\S]*?(<!-- \/rooms -->)/;

function main() {
  const document = new URL('ARCHITECTURE.md', root);
  const text = readFileSync(document, 'utf8');
  const drawn = text.replace(mark, `$1${drawTable()}\n$2`);
  if (process.argv.includes('--draw')) return writeFileSync(document, drawn);
  const texts = readModules();
  const modules = new Map([...texts].map(([file, source]) => [file, findImports(source)]));
  const problems = [...checkImports(law, modules), ...checkWords(law, texts)].map(
    ({ file, specifier, why }) => `${file}: "${specifier}": ${why}`,
  );
  problems.push(...findCycles(modules).map((cycle) => `cycle: ${cycle.join(' → ')}`));
  if (modules.size < law.leastModules) problems.push(`only ${modules.size} modules were read, at least ${law.leastModules} expected`);
  if (!mark.test(text)) problems.push('ARCHITECTURE.md has no place for the rooms: <!-- rooms --> and <!-- /rooms -->');
  if (drawn !== text) problems.push('ARCHITECTURE.md does not show the rooms as architecture.json has them: npm run arch -- --draw');
  for (const problem of problems) console.error(problem);
  console.log(`${modules.size} modules read, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

main();
