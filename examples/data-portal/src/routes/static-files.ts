// The four files a page loads, read once.
import { readFileSync } from 'node:fs';
import type { Reply } from '../http/reply.ts';
import type { Route } from './portal-context.ts';

const types: ReadonlyMap<string, string> = new Map([
  ['portal.css', 'text/css; charset=utf-8'],
  ['portal.js', 'text/javascript; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml'],
]);

function readFiles(): ReadonlyMap<string, Reply> {
  const files = new Map<string, Reply>();
  for (const [name, type] of types) {
    const body = readFileSync(new URL(`../../static/${name}`, import.meta.url), 'utf8');
    files.set(`/static/${name}`, {
      status: 200,
      headers: [
        ['Content-Type', type],
        ['Cache-Control', 'public, max-age=300'],
      ],
      body,
    });
  }
  return files;
}

/** A route over the files of `static/`. */
export function createStaticRoute(): Route {
  const files = readFiles();
  return (exchange) => (exchange.method === 'GET' || exchange.method === 'HEAD' ? (files.get(exchange.path) ?? null) : null);
}
