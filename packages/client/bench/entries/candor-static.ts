// Candor as one script tag on a host that only serves files. Left out, and said, where the client has no such form.
import type { Declaration, Result } from '@candor/core';
import type { Assets, Entry, Stage, Surroundings } from '../entry.ts';
import { renderPage } from '../page.ts';
import { openPageAt } from '../sites.ts';
import { declarePage } from './candor-declaration.ts';
import { candorHandles, renderCandorGated } from './candor-rendered.ts';

type StaticFile = { readonly path: string; readonly type: string; readonly body: string };
type StaticOptions = { readonly language: string; readonly profile: 'eu-base'; readonly declarationId: string };
type CompileStaticSite = (declaration: Declaration, options: StaticOptions) => Result<readonly StaticFile[]>;

const folder = '/candor';

/** The client's door may not have it yet. */
async function findCompiler(): Promise<CompileStaticSite | null> {
  const client: object = await import('@candor/client');
  return 'compileStaticSite' in client && typeof client.compileStaticSite === 'function'
    ? (client.compileStaticSite as CompileStaticSite)
    : null;
}

function tagFor(files: readonly StaticFile[]): string {
  return `<script src="${folder}/${files[0]?.path ?? ''}"></script>\n`;
}

function compile(
  compiler: CompileStaticSite,
  surroundings: Surroundings,
  variant: Stage['variant'],
  origin: string,
): readonly StaticFile[] {
  const { declaration, id } = declarePage(surroundings, variant, [origin]);
  const files = compiler(declaration, { language: 'en', profile: 'eu-base', declarationId: id });
  if (!files.ok) throw new Error(`The static files could not be made: ${JSON.stringify(files.issues)}`);
  return files.value;
}

/** The entry, or why there is none. */
export async function candorStatic(surroundings: Surroundings): Promise<Entry | string> {
  const compiler = await findCompiler();
  if (compiler === null) return '"@candor/client" has no "compileStaticSite"';
  return {
    ...candorHandles,
    name: 'Candor, script tag',
    inserted: async () => [tagFor(compile(compiler, surroundings, 'base', 'http://portal.localhost'))],
    open: ({ variant }) =>
      openPageAt((origin) => {
        const files = compile(compiler, surroundings, variant, origin);
        const assets: Assets = Object.fromEntries(
          files.map(({ path, type, body }) => [`${folder}/${path}`, { type: `${type}; charset=utf-8`, body }]),
        );
        return { page: renderPage({ head: '', first: tagFor(files), gated: renderCandorGated(surroundings), tail: '' }), assets };
      }),
  };
}
