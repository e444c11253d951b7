// The sites of one run from a file: an address per line, or JSON with what each is held against.
import { dirname, resolve } from 'node:path';
import { CliError } from '../../errors.ts';
import { readHead } from '../../files.ts';
import { checkUrl } from './options.ts';

/** One site of the file; paths are absolute. */
export type ListedSite = {
  readonly url: string;
  readonly declaration?: string;
  readonly steps?: string;
  readonly baseline?: string;
  readonly profile?: string;
};

const mostBytes = 1024 * 1024;
const mostSites = 1000;
const hint = 'Write one address per line, or JSON: [{"url": "https://example.org", "declaration": "example.json"}]';

/** Reads a file of sites; throws CLI_FILE with the line or the entry that is wrong. */
export async function readSites(file: string): Promise<readonly ListedSite[]> {
  const { bytes, size } = await readHead(file, mostBytes);
  if (size > mostBytes) throw new CliError('CLI_FILE', `"${file}" has ${size} bytes, more than the ${mostBytes} that are read`, hint);
  const text = new TextDecoder().decode(bytes);
  const sites = /^\s*[[{]/.test(text) ? readJson(text, file) : readLines(text, file);
  if (sites.length === 0) throw new CliError('CLI_FILE', `"${file}" names no site`, hint);
  if (sites.length > mostSites) throw new CliError('CLI_FILE', `"${file}" names ${sites.length} sites, more than ${mostSites}`, 'Split it');
  const twice = sites.find(({ url }, at) => sites.findIndex((other) => other.url === url) !== at);
  if (twice !== undefined) throw new CliError('CLI_FILE', `"${file}" names "${twice.url}" twice`, 'Name each site once');
  return sites;
}

function readLines(text: string, file: string): readonly ListedSite[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const address = line.trim();
    return address === '' || address.startsWith('#') ? [] : [{ url: urlOf(address, `"${file}" in line ${at + 1}`) }];
  });
}

function urlOf(address: string, where: string): string {
  try {
    return checkUrl(address);
  } catch {
    throw new CliError('CLI_FILE', `${where}: "${address}" is not the address of a site`, hint);
  }
}

function readJson(text: string, file: string): readonly ListedSite[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CliError('CLI_FILE', `"${file}" is not JSON`, hint);
  }
  if (!Array.isArray(value)) throw new CliError('CLI_FILE', `"${file}" is not a list of sites`, hint);
  return value.map((entry: unknown, at) => readEntry(entry, { where: `"${file}" at [${at}]`, folder: dirname(resolve(file)) }));
}

const members = ['declaration', 'steps', 'baseline', 'profile'] as const;

function readEntry(entry: unknown, { where, folder }: { readonly where: string; readonly folder: string }): ListedSite {
  if (typeof entry === 'string') return { url: urlOf(entry, where) };
  if (typeof entry !== 'object' || entry === null || !('url' in entry) || typeof entry.url !== 'string') {
    throw new CliError('CLI_FILE', `${where}: Expected an address, or an object with "url"`, hint);
  }
  const site: { -readonly [K in keyof ListedSite]: ListedSite[K] } = { url: urlOf(entry.url, where) };
  for (const [name, value] of Object.entries(entry)) {
    const member = members.find((one) => one === name);
    if (name === 'url') continue;
    if (member === undefined) throw new CliError('CLI_FILE', `${where}: Unknown member "${name}"`, `Members: url, ${members.join(', ')}`);
    if (typeof value !== 'string') throw new CliError('CLI_FILE', `${where}.${name}: Expected a text`, hint);
    site[member] = member === 'profile' ? value : resolve(folder, value);
  }
  return site;
}
