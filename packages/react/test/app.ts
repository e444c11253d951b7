// Takes over what a server rendered, as a site's own script does. What did not fit is kept for the test.
import type { FunctionComponent } from 'react';
import { createElement, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** Starts the app in `#root`. */
export function start(App: FunctionComponent): void {
  const differences: string[] = [];
  Object.assign(window, { differences });
  const root = document.getElementById('root');
  if (root === null) return;
  hydrateRoot(root, createElement(StrictMode, null, createElement(App)), {
    onRecoverableError: (error) => differences.push(String(error)),
  });
}
