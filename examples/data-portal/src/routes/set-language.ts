// The language a visitor picks: the only moment at which django_language is set.
import { cookieLine, languageCookie } from '../http/cookies.ts';
import { readForm } from '../http/exchange.ts';
import { localPath, seeOther } from '../http/reply.ts';
import { isSameOrigin } from '../security/same-origin.ts';
import { parseLanguage } from '../words/language.ts';
import type { Route } from './portal-context.ts';
import { refusedForm } from './portal-context.ts';

// No CSRF token: every page has this form, and csrftoken must stay away from visitors who only read.
/** `POST /i18n/setlang` with `language` and `next`; an unknown language changes nothing. */
export const setLanguage: Route = async (exchange, context) => {
  if (exchange.path !== '/i18n/setlang' || exchange.method !== 'POST') return null;
  if (!isSameOrigin(exchange.headers)) return refusedForm(exchange, context);
  const form = await readForm(exchange);
  const language = parseLanguage(form.get('language'));
  const next = localPath(form.get('next'), '/');
  return seeOther(next, language === null ? [] : [['Set-Cookie', cookieLine(languageCookie, language)]]);
};
