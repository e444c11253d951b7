// Every probe, by what it is about.
import { elementEgress } from './egress-elements.ts';
import { requestEgress } from './egress-requests.ts';
import { kinds } from './kinds.ts';
import type { Probe } from './probe.ts';
import { cookieWrites } from './write-cookies.ts';
import { storeWrites } from './write-stores.ts';

/** Ways to store: the thirty that were counted elsewhere are among them. */
export const writePaths: readonly Probe[] = [...cookieWrites, ...storeWrites];

/** Ways to send: the forty that were counted elsewhere are among them. */
export const egressVectors: readonly Probe[] = [...elementEgress, ...requestEgress];

/** All of them. */
export const allProbes: readonly Probe[] = [...kinds, ...writePaths, ...egressVectors];
