// Cookies read in the documentation of the framework that sets them.
import type { CookieRow } from './cookies.ts';

/** Django's three cookies, from its settings reference and measured against version 3.2. */
export const djangoSettings: readonly CookieRow[] = [
  ['django', 'csrftoken', 'necessary', 31_449_600, null],
  ['django', 'django_language', 'preferences', null, null],
  ['django', 'sessionid', 'necessary', 1_209_600, null],
];
