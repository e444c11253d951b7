export type { Clock } from './clock.ts';
export { createClock, createSeededBytes } from './clock.ts';
export type { HostileOrigin } from './hostile/hostile-origin.ts';
export { HOSTILE_ROUTES, startHostileOrigin } from './hostile/hostile-origin.ts';
export type { LenientHead, Replies } from './hostile/read-replies.ts';
export { cookiesSetBy, readReplies } from './hostile/read-replies.ts';
export type { HostileAnswer, HostileRequest, HostileRoute } from './hostile/route.ts';
export { DISGUISES, HOSTILE_MARK } from './hostile/route.ts';
export type { Origin, SeenRequest } from './loopback.ts';
export { startOrigin } from './loopback.ts';
export { referenceDeclaration, referenceHost } from './reference-declaration.ts';
export type { BootstrapOptions, Estimate, Random } from './statistics.ts';
export {
  createRandom,
  differencesByRound,
  estimateMedian,
  median,
  quantile,
  ratiosByRound,
  shuffle,
} from './statistics.ts';
export type { Folders } from './temporary.ts';
export { createFolders, createTemporaryFolder } from './temporary.ts';
