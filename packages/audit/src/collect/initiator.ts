// Why the browser sent a request, in the protocol's words and in ours.
import type { Initiator } from './observation.ts';

type ProtocolFrame = { readonly url: string; readonly lineNumber: number; readonly columnNumber: number };
type ProtocolStack = { readonly callFrames: readonly ProtocolFrame[]; readonly parent?: ProtocolStack };
type ProtocolInitiator = {
  readonly type: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly stack?: ProtocolStack;
};

/** The protocol's initiator; it counts lines and columns from 0, we from 1. */
export function readInitiator(initiator: ProtocolInitiator | undefined): Initiator {
  if (initiator === undefined) return { kind: 'other', url: null, place: null };
  const frame = firstFrame(initiator.stack);
  if (frame !== null) {
    return { kind: initiator.type, url: frame.url, place: { url: frame.url, line: frame.lineNumber + 1, column: frame.columnNumber + 1 } };
  }
  const url = initiator.url ?? null;
  if (url === null || initiator.lineNumber === undefined) return { kind: initiator.type, url, place: null };
  return { kind: initiator.type, url, place: { url, line: initiator.lineNumber + 1, column: (initiator.columnNumber ?? 0) + 1 } };
}

function firstFrame(stack: ProtocolStack | undefined): ProtocolFrame | null {
  for (let current = stack; current !== undefined; current = current.parent) {
    const found = current.callFrames.find((frame) => frame.url !== '');
    if (found !== undefined) return found;
  }
  return null;
}
