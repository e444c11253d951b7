export type { PlatformCode } from './errors.ts';
export { PlatformError } from './errors.ts';
export type { GpcSupport } from './front/gpc-support.ts';
export { gpcSupportResource } from './front/gpc-support.ts';
export { createPlatform } from './platform.ts';
export type { Platform, PlatformOptions } from './platform-options.ts';
