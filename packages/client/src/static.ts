// The whole of it in one file, for a site without a server: rules, words, styles and the question come with the script.
import { captureEnv } from './env.ts';
import type { More } from './page.ts';
import { startPage } from './page.ts';
import { quickConsent } from './quick-consent.ts';
import { parseMarkup } from './static-notice.ts';
import type { StaticPlan, StaticState } from './static-plan.ts';

/** Given by what puts the file together. */
declare const CANDOR: StaticPlan;

/** Records of other tools: what they say comes before the question, and takes more code to read. */
const foreign = /(?:^|; )(?:cc_cookie|klaro|orejime|eu-consent|tarteaucitron|CookieConsent|OptanonConsent)=/;

function hasForeign(cookies: string): boolean {
  try {
    return foreign.test(cookies) || ['klaro', 'cc_cookie'].some((key) => window.localStorage.getItem(key));
  } catch {
    return false;
  }
}

function boot(): void {
  const env = captureEnv(window);
  const { document } = env;
  if (Object.hasOwn(window, 'candor')) return;
  const gpc = Boolean((navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl);
  const cookies = env.readCookies();
  const consent = quickConsent(CANDOR.terms, CANDOR.consent, { cookies, gpc, now: env.now() });
  const base = (document.currentScript as HTMLScriptElement).src;
  const { styles, ...plan } = CANDOR;
  const { markup } = plan;
  const address = (path: string): string => new URL(path, base).href;
  const state: StaticState = {
    ...plan,
    consent,
    more: address(plan.more),
    words: address(plan.words),
    preferences: address(plan.preferences),
  };
  const load = (): Promise<More> => import(state.more);
  Object.defineProperty(window, 'candor', { value: Object.freeze(startPage(env, state, load)) });

  // Not a style element: a policy without 'unsafe-inline' lets this through.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const asks = consent.ask && !hasForeign(cookies);
  // As soon as there is a body, not when all of it is there.
  const place = (): void => {
    if (!document.body) return;
    observer.disconnect();
    if (asks) document.body.prepend(...parseMarkup(markup.banner));
  };
  const observer = new MutationObserver(place);
  observer.observe(document.documentElement, { childList: true });
  place();
  // Nobody is there to take a form; an answer that is given before the second part listens waits for it.
  window.addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (event.defaultPrevented || !(target as HTMLFormElement).closest('#candor-notice')) return;
    event.preventDefault();
    setTimeout(() => (target as HTMLFormElement).requestSubmit(submitter), 99);
  });
  document.addEventListener('DOMContentLoaded', () => document.body.append(...parseMarkup(markup.wayBack)));
}

boot();
