// The CSRF secret of a browser and the hidden field that goes into each form of the back office.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import { csrfNames } from '../accounts/csrf-check.ts';
import { createCsrfSecret, maskCsrfSecret, readCsrfSecret } from '../accounts/csrf-token.ts';
import { cookieValues, setCookieLine } from '../http/cookies.ts';
import type { Site } from '../site.ts';

// Django's default: fifty-two weeks.
const lifeSeconds = 52 * 7 * 24 * 60 * 60;

/** A freshly masked hidden field at each call, and the cookie lines that the page with the form must carry. */
export type FormToken = { field(): Html; readonly cookies: readonly string[] };

/** The browser's secret, or a new one with its cookie. */
export function openFormToken(site: Site, request: Request): FormToken {
  const held = cookieValues(request.headers.get('cookie'), csrfNames.cookie)
    .map(readCsrfSecret)
    .find((secret) => secret !== null);
  const secret = held ?? createCsrfSecret(site.random);
  return {
    field: () => html`<input type="hidden" name="${csrfNames.field}" value="${maskCsrfSecret(secret, site.random)}">`,
    cookies: held === undefined ? [secretLine(site, secret)] : [],
  };
}

/** The cookie line of a new secret: at log-in no earlier form may still work. */
export function rotateFormToken(site: Site): string {
  return secretLine(site, createCsrfSecret(site.random));
}

function secretLine(site: Site, value: string): string {
  return setCookieLine({ name: csrfNames.cookie, value, path: site.prefix, maxAge: lifeSeconds, httpOnly: false, secure: site.secure });
}
