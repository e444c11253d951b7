// Responses that have not ended. A Set would do, but for a collector of garbage: each time a Set has grown it leaves a table behind
// that still points to what was in it, so that thousands of ended responses outlive several collections.
import type { ServerResponse } from 'node:http';

/** What was asked for. `refused` are requests that could not be read. */
export type RequestKind = 'page' | 'frame' | 'other' | 'own' | 'front-office' | 'websocket' | 'refused';

/** A response under way; its kind is known later than its beginning. `at` is its place in the list. */
export type Underway = { kind: RequestKind; readonly response: ServerResponse; at: number };

/** Those under way, in no order. */
export type UnderWay = Iterable<ServerResponse> & {
  readonly size: number;
  begin(response: ServerResponse): Underway;
  end(underway: Underway): void;
};

/** None. */
export function createUnderWay(): UnderWay {
  const list: Underway[] = [];
  return {
    get size() {
      return list.length;
    },
    *[Symbol.iterator]() {
      for (const { response } of [...list]) yield response;
    },
    begin: (response) => {
      const underway: Underway = { kind: 'refused', response, at: list.length };
      list.push(underway);
      return underway;
    },
    end: (underway) => {
      const last = list.pop();
      if (last === undefined || last === underway) return;
      list[underway.at] = last;
      last.at = underway.at;
    },
  };
}
