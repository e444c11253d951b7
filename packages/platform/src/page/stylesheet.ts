// One stylesheet for all pages, served under its own hash and so for ever.
import { sha256Hex } from '@candor/core';
import { base } from './style/base.ts';
import { parts } from './style/parts.ts';
import { print } from './style/print.ts';
import { shell } from './style/shell.ts';
import { tokens } from './style/tokens.ts';

/** The stylesheet's text and its path below the prefix. */
export type Stylesheet = { readonly path: string; readonly body: string };

/** The stylesheet with the styles of policy and notice, which come with what core renders. */
export function createStylesheet(policyStyles: string, noticeStyles: string): Stylesheet {
  const order = '@layer tokens, base, policy, notice, shell, parts, print;';
  const policy = `@layer policy {\n${policyStyles}\n}`;
  const body = [order, tokens, base, policy, `@layer notice {\n${noticeStyles}\n}`, shell, parts, print].join('\n');
  return { path: `assets/${sha256Hex(body).slice(0, 16)}.css`, body };
}
