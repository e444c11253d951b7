export type { Clock } from './clock.ts';
export { createClock, createSeededBytes } from './clock.ts';
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
