// A browser that blocks third-party cookies makes any site look clean. Before each run a page on one loopback site embeds an
// image of another whose cookie must arrive; where it does not, no run may end clean.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { within } from '../within.ts';
import type { AuditBrowser } from './open.ts';

const cookieName = 'candor_canary';

/** Whether a `SameSite=None; Secure` cookie set by a third party is stored by this browser. */
export async function isCanaryAlive(browser: AuditBrowser): Promise<boolean> {
  const server = await listen();
  try {
    return await within(sing(browser, portOf(server)), 15_000, false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function sing(browser: AuditBrowser, port: number): Promise<boolean> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://candor-page.localhost:${port}/`, { waitUntil: 'load', timeout: 10_000 });
    const cookies = await context.cookies();
    return cookies.some((cookie) => cookie.name === cookieName && cookie.domain === 'candor-canary.localhost');
  } finally {
    await within(context.close(), 3000, undefined);
  }
}

function listen(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.headers.host?.startsWith('candor-canary.') === true) {
      response.writeHead(200, { 'content-type': 'image/gif', 'set-cookie': `${cookieName}=1; Path=/; SameSite=None; Secure` });
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Canary</title><img alt="" src="http://candor-canary.localhost:${portOf(server)}/pixel">`);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
