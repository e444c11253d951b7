// What the owner of a site ships so that an audit can log in, choose a language or do what the site is for.
import type { Issue, Result } from '@candor/core';
import { fail, succeed } from '@candor/core';

/**
 * One thing a visitor does. `go` is a path of the site; the others name an element by CSS selector, `expect` waits for one.
 * `fill` may also be written as one object.
 */
export type Step =
  | { readonly go: string }
  | { readonly fill: string; readonly value: string }
  | { readonly fill: { readonly selector: string; readonly value: string } }
  | { readonly click: string }
  | { readonly expect: string };

/** Steps by what they exercise. */
export type Steps = { readonly logIn?: readonly Step[]; readonly language?: readonly Step[]; readonly action?: readonly Step[] };

const parts = ['logIn', 'language', 'action'] as const;

/** Reads steps from parsed JSON. Issues: AUDIT_STEPS_SHAPE with the path of what is wrong. */
export function parseSteps(value: unknown): Result<Steps> {
  if (!isRecord(value)) return fail(issue('', 'Expected an object with "logIn", "language" or "action"'));
  const issues: Issue[] = [];
  for (const key of Object.keys(value)) {
    if (!parts.some((part) => part === key)) issues.push(issue(key, `Unknown part "${key}": expected "logIn", "language" or "action"`));
  }
  const read: { -readonly [Part in keyof Steps]: Steps[Part] } = {};
  for (const part of parts) {
    if (!Object.hasOwn(value, part)) continue;
    const list: unknown = value[part];
    if (!Array.isArray(list)) {
      issues.push(issue(part, 'Expected a list of steps'));
      continue;
    }
    const steps = list.map((entry: unknown) => readStep(entry));
    for (const [index, step] of steps.entries()) if (step === null) issues.push(issue(`${part}[${index}]`, stepShape));
    read[part] = steps.filter((step) => step !== null);
  }
  return issues.length > 0 ? fail(...issues) : succeed(read);
}

const stepShape = 'Expected {"go": path}, {"fill": selector, "value": text}, {"click": selector} or {"expect": selector}';

function readStep(entry: unknown): Step | null {
  if (!isRecord(entry)) return null;
  const { go, fill, value, click, expect } = entry;
  const keys = Object.keys(entry).length;
  if (typeof go === 'string' && go.startsWith('/') && !go.startsWith('//') && keys === 1) return { go };
  if (typeof fill === 'string' && typeof value === 'string' && keys === 2) return { fill, value };
  if (isRecord(fill) && keys === 1) return readFill(fill);
  if (typeof click === 'string' && keys === 1) return { click };
  if (typeof expect === 'string' && keys === 1) return { expect };
  return null;
}

function readFill({ selector, value }: { readonly [key: string]: unknown }): Step | null {
  return typeof selector === 'string' && typeof value === 'string' ? { fill: selector, value } : null;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function issue(path: string, message: string): Issue {
  return { code: 'AUDIT_STEPS_SHAPE', path, message, severity: 'error' };
}
