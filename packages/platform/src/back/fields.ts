// The few fields that the back office's forms have.
import type { Html } from '@candor/core';
import { html } from '@candor/core';

/** One labelled input; `complete` is the HTML autocomplete token. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly complete: string;
  readonly value?: string;
  readonly hint?: string;
};

/** A label, its input and its hint, tied together. */
export function renderField({ name, label, type, complete, value, hint }: Field): Html {
  const described = hint !== undefined && html` aria-describedby="${name}-hint"`;
  const given = value !== undefined && html` value="${value}"`;
  const note = hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`;
  return html`<div><label for="${name}">${label}</label>${note}<input id="${name}" name="${name}" type="${type}" autocomplete="${complete}" required autocapitalize="none" spellcheck="false"${given}${described}></div>`;
}

/** What was wrong with a form, read out when the page comes back. */
export function renderComplaint(text: string | null): Html | null {
  return text === null ? null : html`<p class="note bad" role="alert">${text}</p>`;
}
