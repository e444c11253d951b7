// Into the platform's back office, by the link that makes the first owner.
import type { Page } from 'playwright-core';
import type { Stand } from './harness.ts';

/** The first owner of every stand. */
export const owner = { name: 'keeper', password: 'four quiet gulls at dusk' } as const;

/** Makes the first owner with this page, which is logged in then. */
export async function becomeOwner(page: Page, stand: Stand): Promise<void> {
  const link = await stand.system.platform.firstOwnerLink();
  if (link === null) throw new Error('There is an owner already');
  await page.goto(link);
  await page.fill('#name', owner.name);
  await page.fill('#password', owner.password);
  await page.fill('#again', owner.password);
  await page.click('main form button.main');
  await page.waitForURL(`${stand.cookies}/admin`);
}

/** Logs the owner in. */
export async function logIn(page: Page, stand: Stand): Promise<void> {
  await page.goto(`${stand.cookies}/admin/log-in`);
  await page.fill('#name', owner.name);
  await page.fill('#password', owner.password);
  await page.click('main form button.main');
  await page.waitForURL(`${stand.cookies}/admin`);
}
