// Pages that say one thing and show the way back.
import { html } from '@candor/core';
import type { Page } from './layout.ts';
import type { View } from './view.ts';

/** A heading, a sentence and the way home. */
export function messagePage(title: string, lead: string, view: View): Page {
  return {
    title,
    main: html`<div class="wide block message"><h1>${title}</h1><p class="lead">${lead}</p><p><a class="button" href="/">${view.words.errors.home}</a></p></div>`,
  };
}
