// Published test vectors lie beside the checkout; where they do not, the tests that need them say so and pass by.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/vectors/tlog', import.meta.url));

/** The folder of the vectors, or null with a warning. */
export function vectorFolder(): string | null {
  if (existsSync(folder)) return folder;
  console.warn(`NOT TESTED: no transparency-log vectors at ${folder}`);
  return null;
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every JSON file under a folder, with its path from there. */
export function readAll(root: string): readonly { readonly path: string; readonly text: string }[] {
  const walk = (at: string): readonly string[] =>
    readdirSync(at).flatMap((name) => (statSync(join(at, name)).isDirectory() ? walk(join(at, name)) : [join(at, name)]));
  return walk(root)
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}
