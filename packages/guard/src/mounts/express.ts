// The guard in an Express (or Connect) application, in front of every other middleware.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GuardError } from '../errors.ts';
import type { Mount, MountOptions } from './mount.ts';
import { createStanding } from './mount.ts';
import { passBy } from './stand-before.ts';

/** What is used of an application. */
export type ExpressApp = {
  use(handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): unknown;
};

function stackIn(holder: unknown, name: string): readonly unknown[] {
  const router: unknown = Reflect.get(Object(holder), name);
  const stack: unknown = router === undefined ? undefined : Reflect.get(Object(router), 'stack');
  return Array.isArray(stack) ? stack : [];
}

/** What has been registered. Version 4 keeps its router under another name, and throws at this one. */
function registered(app: unknown): readonly unknown[] {
  const older = stackIn(app, '_router');
  if (older.length > 0) return older;
  try {
    return stackIn(app, 'router');
  } catch {
    return [];
  }
}

/** Registers the guard. Throws `GUARD_NOT_OUTERMOST` where the application has routes or middleware already. */
export function guardExpress(app: ExpressApp, options: MountOptions): Mount {
  if (registered(app).length > 0) throw new GuardError('GUARD_NOT_OUTERMOST', 'express');
  const { mount, machine } = createStanding('express', options);
  app.use((request, response, next) => passBy(machine(), request, response, next));
  return mount;
}
