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
export { corpusSites } from './sites/catalogue.ts';
export type { Corpus, CorpusOptions } from './sites/corpus.ts';
export { startCorpus } from './sites/corpus.ts';
export { CORPUS_LOG_PATH } from './sites/page-scripts.ts';
export type { RunningSite, Truth } from './sites/running-site.ts';
export type { BannerTruth, Controls, CorpusRule, CorpusSite, Move, Press, Violation } from './sites/site.ts';
export { varySite } from './sites/site.ts';
export type {
  CorpusAct,
  CorpusCookie,
  CorpusEntry,
  CorpusPhase,
  CorpusSetter,
  CorpusStore,
  CorpusThing,
  LoggedTruth,
  TruthItem,
  TruthRequest,
} from './sites/truth.ts';
export { keyOfThing, longestCookieLife, readLog as readCorpusLog } from './sites/truth.ts';
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
