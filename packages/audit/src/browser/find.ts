// Which browser to run: the one asked for, a system one, or the one that npm brought.
import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** An executable and where it came from. `bundled` is the headless shell of `@sparticuz/chromium`. */
export type FoundBrowser = { readonly executablePath: string; readonly source: 'chosen' | 'system' | 'bundled' };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

const places: { readonly [platform: string]: readonly string[] } = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The path of a Chromium, Chrome or Edge installed on this machine, or null. */
export async function findSystemBrowser(): Promise<string | null> {
  const fromPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...names.flatMap((name) => fromPath.map((folder) => join(folder, name))), ...(places[process.platform] ?? [])];
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate;
  return null;
}

/**
 * The path of the unpacked headless shell of `@sparticuz/chromium`, or null where the package is not installed.
 * The package unpacks to fixed names in the temporary folder and takes a half-written file for a finished one, so it runs
 * in a child process with a temporary folder of its own, which is then renamed into place at once.
 */
export async function findBundledBrowser(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
  const version = await readVersion(entry);
  const owner = process.getuid?.() ?? 0;
  const home = join(tmpdir(), `candor-chromium-${version}-${owner}`);
  const executable = join(home, 'chromium');
  if (await isOwn(home, owner)) return (await isExecutable(executable)) ? executable : null;
  await unpack(entry, home);
  return (await isExecutable(executable)) ? executable : null;
}

async function readVersion(entry: string): Promise<string> {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    const parsed: unknown = text === null ? null : JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  }
  return 'unknown';
}

// A folder of that name made by somebody else is not run.
async function isOwn(folder: string, owner: number): Promise<boolean> {
  const facts = await stat(folder).catch(() => null);
  return facts !== null && facts.isDirectory() && facts.uid === owner && (facts.mode & 0o022) === 0;
}

async function unpack(entry: string, home: string): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'candor-unpack-'));
  const script = `const m = await import(${JSON.stringify(pathToFileURL(entry).href)}); await (m.default.executablePath ? m.default : m.default.default).executablePath();`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: fresh, NODE_OPTIONS: '' },
    });
    await rename(fresh, home);
  } catch {
    // Another process was first, or the unpacking failed: either way the folder in place decides.
    await rm(fresh, { recursive: true, force: true });
  }
}
