// The guard in a Hono application, in front of every other middleware.
import { GuardError } from '../errors.ts';
import type { Mount, MountOptions } from './mount.ts';
import { mountWeb } from './web.ts';

/** What is used of a context. */
export type HonoContext = { readonly req: { raw: Request }; get res(): Response; set res(response: Response | undefined) };

/** What is used of an application. */
export type HonoApp<C extends HonoContext> = {
  readonly routes: readonly unknown[];
  use(path: string, handler: (context: C, next: () => Promise<void>) => Promise<void>): unknown;
};

/** `remoteAddress` is what the runtime knows of the visitor's; Hono itself knows nothing of it. */
export type HonoMountOptions<C> = MountOptions & { readonly remoteAddress?: (context: C) => string };

/** Registers the guard. Throws `GUARD_NOT_OUTERMOST` where the application has routes or middleware already. */
export function guardHono<C extends HonoContext>(app: HonoApp<C>, options: HonoMountOptions<C>): Mount {
  if (app.routes.length > 0) throw new GuardError('GUARD_NOT_OUTERMOST', 'hono');
  const { handle, ...mount } = mountWeb('hono', options);
  app.use('*', async (context, next) => {
    const answered = async (request: Request): Promise<Response> => {
      context.req.raw = request;
      await next();
      return context.res;
    };
    const guarded = await handle(context.req.raw, answered, { remoteAddress: options.remoteAddress?.(context) ?? '' });
    // Set over another one it would take that one's lines on, those that were dropped among them.
    context.res = undefined;
    context.res = guarded;
  });
  return mount;
}
