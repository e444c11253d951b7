// The door of the twin.
export type { LieName } from './lies.ts';
export { lieNames } from './lies.ts';
export type { LyingPortalOptions } from './lying-portal.ts';
export { createLyingPortal } from './lying-portal.ts';
