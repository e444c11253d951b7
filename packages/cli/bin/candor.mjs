#!/usr/bin/env node
// The command. Plain JavaScript, committed, so that npm can link it before anything is installed or built.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const inCheckout = existsSync(new URL('../../../scripts/ensure-install.mjs', import.meta.url));
if (inCheckout) {
  const { ensureInstall } = await import('../../../scripts/ensure-install.mjs');
  const code = ensureInstall();
  if (code !== 0) process.exit(code);
}
const tsx = await import('tsx/esm/api');
tsx.register();
register('./resolve-hook.mjs', import.meta.url, { data: { inCheckout } });
const entry = inCheckout ? '../src/main.ts' : '../dist/main.js';
const { runCommand } = await import(new URL(entry, import.meta.url).href);
process.exitCode = await runCommand(process.argv.slice(2));
