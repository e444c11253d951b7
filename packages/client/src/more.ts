// The second part of the page's script, a module: what nothing waits for. The first part imports it when the document is there.
export { debug } from './more/debug.ts';
export { openPreferences } from './more/preferences.ts';
export { setCookies, start } from './more/served.ts';
