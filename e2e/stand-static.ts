// A site that is nothing but files: what `compileStaticSite` gives lies beside its pages, and no server knows of any choice.
import { createServer } from 'node:http';
import { compileStaticSite } from '@candor/client';
import type { Declaration, ProfileId } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { freePort, listen, portalFor } from './stand.ts';

/** What it is made with. */
export type StaticOptions = {
  readonly change?: (declaration: Declaration, port: number) => Declaration;
  /** Pages by path; SCRIPT in them becomes the script's address. */
  readonly pages?: { readonly [path: string]: string };
  readonly headers?: { readonly [name: string]: string };
};

/** A running one. */
export type StaticStand = {
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  profile: ProfileId;
  /** Puts the files of another declaration into the place of these. */
  revise(change: (declaration: Declaration) => Declaration): void;
  close(): Promise<void>;
};

const types: { readonly [ending: string]: string } = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

const pages: { readonly [path: string]: string } = {
  '/': `<!doctype html><html lang="en"><head><title>t</title><script src="SCRIPT"></script><script src="/first.js"></script></head>
<body><main><h1>Site</h1><script type="text/plain" data-src="/gated.js" data-candor-purpose="map"></script></main></body></html>`,
  '/first.js': `window.first = { hooked: 'candor' in window, ask: Boolean(document.getElementById('candor-notice')) };
localStorage.setItem('undeclared', '1'); document.cookie = 'undeclared=1; path=/';`,
  '/gated.js': 'window.gatedRan = (window.gatedRan || 0) + 1;',
};

/** Starts it. */
export async function startStaticStand(options: StaticOptions = {}): Promise<StaticStand> {
  const port = await freePort();
  let declaration = (options.change ?? ((same) => same))(portalFor(port), port);
  const served: { readonly [path: string]: string } = { ...pages, ...options.pages };
  const fileAt = (path: string): string | undefined => {
    const profile = state.profile;
    const compiled = compileStaticSite(declaration, { language: 'en', profile, declarationId: identifyDeclaration(declaration) });
    if (!compiled.ok) throw new Error(compiled.issues[0]?.message);
    const [script] = compiled.value;
    return (
      compiled.value.find((file) => `/candor/${file.path}` === path)?.body ?? served[path]?.replaceAll('SCRIPT', `/candor/${script?.path}`)
    );
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    state.asked.push(path);
    const body = fileAt(path);
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, ...options.headers });
    response.end(body ?? 'no');
  });
  const state: StaticStand = {
    url: `http://portal.localhost:${port}`,
    asked: [],
    profile: declaration.profiles.default,
    revise: (change) => {
      declaration = change(declaration);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await listen(server, port);
  return state;
}
