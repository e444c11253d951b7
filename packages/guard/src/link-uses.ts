// What a browser may do with what a link fetches ahead of its use, in a header or in markup.
import type { RequestUse } from '@candor/core';

const USES: readonly RequestUse[] = ['script', 'image', 'frame', 'connect', 'style', 'font', 'media', 'worker'];

const USE_OF_AS: ReadonlyMap<string, RequestUse> = new Map([
  ['script', 'script'],
  ['style', 'style'],
  ['image', 'image'],
  ['font', 'font'],
  ['fetch', 'connect'],
  ['document', 'frame'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
  ['worker', 'worker'],
]);

/** The uses of a link with these relations and this `as`, both in lower case: the one it says, else any. */
export function usesAhead(relations: readonly string[], as: string): readonly RequestUse[] {
  if (relations.includes('modulepreload')) return ['script'];
  const use = USE_OF_AS.get(as);
  return use === undefined || !relations.includes('preload') ? USES : [use];
}
