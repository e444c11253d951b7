// The import law as a pure function: modules and their imports in, violations out. The law itself is data: architecture.json.
import { builtinModules } from 'node:module';
import { dirname, posix } from 'node:path';

const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
const roomOfPackage = (name) => (name === 'candor' ? 'cli' : name.startsWith('@candor/') ? name.slice('@candor/'.length) : undefined);
const roomOfFile = (file) => /^packages\/([^/]+)\/src\//.exec(file)?.[1];
const coreFolderOf = (file) => /^packages\/core\/src\/([^/]+)\//.exec(file)?.[1];

function relativeViolation(law, file, target) {
  if (roomOfFile(target) !== roomOfFile(file)) return 'a relative import leaves its package';
  const from = coreFolderOf(file);
  const to = coreFolderOf(target);
  if (from === undefined || to === undefined || from === to) return undefined;
  return law.coreFolders[from]?.includes(to) ? undefined : `core/${from} may not import core/${to}`;
}

function packageViolation(law, file, specifier) {
  const room = law.rooms[roomOfFile(file)];
  if (builtins.has(specifier)) return room.node ? undefined : 'this room runs where Node is not';
  const name = packageOf(specifier);
  const target = roomOfPackage(name);
  if (target === undefined) return room.packages.includes(name) ? undefined : `the dependency "${name}" is not in this room's budget`;
  const isDoor = specifier === name || law.rooms[target]?.doors?.some((door) => specifier === `${name}/${door}`);
  if (!isDoor) return 'only the door of a package may be imported, not a path inside it';
  return room.mayImport.includes(target) ? undefined : `this room may not import "${target}"`;
}

/** Checks every import of every module. `modules` maps a file (posix, from the root) to its imports. */
export function checkImports(law, modules) {
  const violations = [];
  for (const [file, imports] of modules) {
    for (const { specifier } of imports) {
      const relative = specifier.startsWith('.');
      const why = relative ? relativeViolation(law, file, posix.join(dirname(file), specifier)) : packageViolation(law, file, specifier);
      if (why !== undefined) violations.push({ file, specifier, why });
    }
  }
  return violations;
}

/** Cycles among relative imports, types included: each is a list of files. */
export function findCycles(modules) {
  const done = new Set();
  const cycles = [];
  const visit = (file, trail) => {
    const at = trail.indexOf(file);
    if (at >= 0) return void cycles.push([...trail.slice(at), file]);
    if (done.has(file) || !modules.has(file)) return;
    for (const { specifier } of modules.get(file)) {
      if (specifier.startsWith('.')) visit(posix.join(dirname(file), specifier), [...trail, file]);
    }
    done.add(file);
  };
  for (const file of modules.keys()) visit(file, []);
  return cycles;
}

/** Words that pure rooms and drivers' neighbours must not contain, by file. */
export function checkWords(law, texts) {
  const violations = [];
  for (const [file, text] of texts) {
    const room = roomOfFile(file);
    if (room === 'core' && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(text)) {
      violations.push({ file, specifier: 'clock or randomness', why: 'core takes both as arguments' });
    }
    if (/\.innerHTML\b/.test(text)) violations.push({ file, specifier: 'innerHTML', why: 'nowhere' });
    if (/\bnew Error\((?!\)\.stack)/.test(text)) violations.push({ file, specifier: 'new Error', why: 'errors carry a stable code' });
    const sql = /(['"`])\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\s/.test(text);
    if (sql && !file.includes(law.sqlOnlyIn)) violations.push({ file, specifier: 'SQL', why: `SQL lives only in ${law.sqlOnlyIn}` });
  }
  return violations;
}
