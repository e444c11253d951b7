#!/usr/bin/env node
// The command. Plain JavaScript, committed, so that npm can link it before anything is installed or built.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

// A project that has Candor among its modules may have a script of the same name: only our own layout is a checkout.
const installer = new URL('../../../scripts/ensure-install.mjs', import.meta.url);
const inCheckout = import.meta.url.endsWith('/packages/cli/bin/candor.mjs') && existsSync(installer);
if (inCheckout) {
  const { ensureInstall } = await import(installer.href);
  const code = ensureInstall();
  if (code !== 0) process.exit(code);
}
const tsx = await import('tsx/esm/api');
tsx.register();
register('./resolve-hook.mjs', import.meta.url, { data: { inCheckout } });
const entry = inCheckout ? '../src/main.ts' : '../dist/main.js';
const { runProcess } = await import(new URL(entry, import.meta.url).href);
await runProcess(process.argv.slice(2));
