// Small pictures as markup, drawn here: no font and no request for them.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Theme } from '../catalog/dataset.ts';

const themePaths: { readonly [T in Theme]: Html } = {
  sea: html`<path d="M2 9c2.2 0 2.8-2 5-2s2.8 2 5 2 2.8-2 5-2 2.8 2 5 2M2 14c2.2 0 2.8-2 5-2s2.8 2 5 2 2.8-2 5-2 2.8 2 5 2M2 19c2.2 0 2.8-2 5-2s2.8 2 5 2 2.8-2 5-2 2.8 2 5 2"/>`,
  nature: html`<path d="M12 22v-9M12 17l-4-3M12 15l3.5-2.5M12 2c4 2.5 6.5 5.6 6.5 8.7a6.5 5 0 0 1-13 0C5.5 7.6 8 4.5 12 2z"/>`,
  mobility: html`<circle cx="6" cy="16.5" r="3.8"/><circle cx="18" cy="16.5" r="3.8"/><path d="M6 16.5 9.5 9h6l2.5 7.5M9.5 9l4 7.5M8 9h3M15.5 9 14.5 6h-2.5"/>`,
  culture: html`<path d="M12 6.5C9.5 4.6 6 4.3 2.5 5v13.5c3.5-.7 7-.4 9.5 1.5 2.5-1.9 6-2.2 9.5-1.5V5C18 4.3 14.5 4.6 12 6.5zM12 6.5V20"/>`,
  city: html`<path d="M3 21V10l6-4v15M9 21V3.5l6 3V21M15 21V11l6 2v8M2 21h20M12 10v.01M12 14v.01M6 13v.01M6 17v.01M18 16v.01"/>`,
};

/** A theme's picture; decorative, its name stands beside it. */
export function renderThemeIcon(theme: Theme): Html {
  return html`<svg class="icon theme-${theme}" viewBox="0 0 24 24" aria-hidden="true">${themePaths[theme]}</svg>`;
}

/** The mark of the portal. */
export const mark: Html = html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="11" class="mark-sky"/><circle cx="27" cy="14" r="5.5" class="mark-sun"/><path class="mark-far" d="M0 23c5 0 6.5-4 11.5-4s7 4 12 4 7-3 16.5-3v20H0z"/><path class="mark-near" d="M0 31c6 0 7.5-4 13-4s7.5 4 13 4 7-3 14-3v1a11 11 0 0 1-11 11H11A11 11 0 0 1 0 31z"/></svg>`;

/** The lighthouse in the hero; decorative, and left away where there is no room. */
export const lighthouse: Html = html`<svg class="hero-picture" viewBox="0 0 360 400" aria-hidden="true"><circle class="picture-sun" cx="92" cy="128" r="38"/><path class="picture-beam" d="M214 104 0 40v92z"/><path class="picture-bird" d="M150 66c6-7 12-7 16 0 4-7 10-7 16 0M118 196c5-6 10-6 13 0 3-6 8-6 13 0M60 232c4-5 8-5 11 0 3-5 7-5 11 0"/><path class="picture-rock" d="M96 400c10-46 40-58 66-62 20-30 46-34 70-30 30-10 58 8 70 34 26 6 44 26 58 58z"/><path class="picture-tower" d="m196 322 14-196h40l14 196z"/><path class="picture-stripe" d="m206.6 176 2.2-30h42.400l2.2 30zM202 238l2.3-31h51.400l2.3 31zM197.6 300l2.2-31h60.400l2.2 31z"/><path class="picture-dark" d="M202 118h56v10h-56zM212 84h36v36h-36z"/><path class="picture-sun" d="M218 90h24v24h-24z"/><path class="picture-stripe" d="M206 84c6-20 14-28 24-32 10 4 18 12 24 32z"/></svg>`;

/** The waves under the hero. */
export const waves: Html = html`<svg class="waves" viewBox="0 0 1440 140" preserveAspectRatio="none" aria-hidden="true"><path class="wave-far" d="M0 66c120-44 260-44 400-6s280 52 430 12 320-62 610-10v78H0z"/><path class="wave-middle" d="M0 92c150-38 300-22 450 4s300 28 460-6 310-34 530-4v54H0z"/><path class="wave-near" d="M0 118c180-30 330-16 500 0s320 16 500-4 290-18 440 0v26H0z"/></svg>`;
