// `candor static`: the files for a site that nothing of ours serves, and the tag that its pages need.
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { compileStaticSite, staticLimits } from '@candor/client';
import { encodeBase64, sha256 } from '@candor/core';
import { writeText } from '../files.ts';
import { findDeclarationFile } from '../find-declaration.ts';
import { languageOf } from '../language.ts';
import { requireDeclaration, showPath } from '../load-declaration.ts';
import { formatIssues } from '../print-issues.ts';
import { parseProfile } from '../profile.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

/** What `--json` prints. Sizes in bytes, `brotli` as a server sends it. */
type Report = {
  readonly files: readonly string[];
  readonly script: string;
  readonly tag: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly brotli: number;
  readonly policy: string;
  readonly limits: readonly string[];
};

const defaultFolder = 'candor';
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
/** Its second part is imported and its styles are linked from beside it; words are fetched from there. */
const policy = "script-src 'self'; style-src 'self'; connect-src 'self'";

/** As `writeText` writes it: what is measured and hashed is what lies there. */
const asWritten = (body: string): string => `${body.trimEnd()}\n`;

function describe(files: readonly { readonly path: string; readonly body: string }[], folder: string): Report {
  const [{ path, body } = { path: '', body: '' }] = files;
  const text = asWritten(body);
  const integrity = `sha256-${encodeBase64(sha256(text))}`;
  return {
    files: files.map((file) => join(folder, file.path)),
    script: path,
    tag: `<script src="/${defaultFolder}/${path}" integrity="${integrity}"></script>`,
    integrity,
    bytes: Buffer.byteLength(text),
    brotli: brotliCompressSync(text, best).length,
    policy,
    limits: staticLimits,
  };
}

function say({ files, tag, bytes, brotli, limits }: Report): string {
  return [
    'Written:',
    ...files.map((file) => `  ${file}`),
    '',
    'First in the head of each page, before any other script; change the path to where you serve the files:',
    `  ${tag}`,
    '',
    `${bytes} bytes, ${brotli} with brotli. A Content-Security-Policy has to allow: ${policy}`,
    '',
    'What a site without a server cannot hold:',
    ...limits.map((limit) => `  ${limit}`),
  ].join('\n');
}

async function writeStatic({ values, positionals, terminal }: VerbInput): Promise<number> {
  const named = parseProfile(textOf(values, 'profile'));
  const folder = textOf(values, 'out') ?? defaultFolder;
  const file = await findDeclarationFile(positionals[0]);
  const { declaration, id } = await requireDeclaration(file);
  const language = languageOf(values, declaration);
  const profile = named ?? declaration.profiles.default;
  const compiled = compileStaticSite(declaration, { language, profile, declarationId: id });
  if (!compiled.ok) {
    if (values['json'] === true) terminal.out(toJson({ issues: compiled.issues }));
    terminal.error(formatIssues(compiled.issues, { file: showPath(file), color: false }));
    return 1;
  }
  for (const { path, body } of compiled.value) await writeText(join(folder, path), body);
  const report = describe(compiled.value, folder);
  terminal.out(values['json'] === true ? toJson(report) : say(report));
  return 0;
}

/** The verb `static`. */
export const staticVerb: Verb = {
  takes: '[FILE]',
  count: [0, 1],
  json: 'The files, the tag, its size and integrity, what a policy must allow, and the limits, as JSON',
  options: {
    lang: { type: 'string', value: 'LANGUAGE', says: 'A declared language; without it the first one' },
    profile: { type: 'string', value: 'PROFILE', says: 'The region whose rules hold; without it the declaration’s default' },
    out: { type: 'string', value: 'FOLDER', says: `Where to write the files; without it ${defaultFolder}` },
  },
  notes: ['Each language and profile is a script of its own; run it once for each, into one folder.'],
  exits: { 0: 'Written', 1: 'The declaration lacks words for that language', 2: 'Bad usage or input' },
  run: writeStatic,
};
