// Fails when a document names a file of the project that does not exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const skip = /(^|\/)(node_modules|dist|test\/fixtures|\.git)(\/|$)/;
const documents = readdirSync(root, { recursive: true }).filter((path) => path.endsWith('.md') && !skip.test(path));
const named =
  /`((?:packages|examples|e2e|scripts|docs|bench)\/[\w./-]+\.\w+|(?:src|test)\/[\w./-]+\.\w+)`|\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

function missingIn(path) {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(named)]
    .map((match) => match[1] ?? match[2])
    .filter((name) => !existsSync(join(root, name)) && !existsSync(join(root, dirname(path), name)))
    .map((name) => `${path}: "${name}" does not exist`);
}

const problems = documents.flatMap(missingIn);
for (const problem of problems) console.error(problem);
console.log(`${documents.length} documents read, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
