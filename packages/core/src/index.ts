export type { Issue, Result } from './base/result.ts';
export { fail, succeed } from './base/result.ts';
export type * from './declaration/types.ts';
export type * from './consent/types.ts';
export type * from './enforce/types.ts';
