// What goes through of a response's Set-Cookie lines and of a request's Cookie header: the bytes as they came, or nothing,
// or the bytes with something appended that only tightens.
import { scanCookieHeader, scanSetCookie } from '../base/cookie-scan.ts';
import type { ConsentState } from '../consent/types.ts';
import { decide } from './decide.ts';
import type { Enforcement, RequestFacts, Verdict, VerdictCode } from './types.ts';

/** One Set-Cookie line and what was decided; `name` is null where the line could not be read. */
export type SetCookieDecision = { readonly line: string; readonly name: string | null; readonly verdict: Verdict };

/** The Set-Cookie lines that may leave, in their order, and the decision about every line. `heldNames` are the request's cookies. */
export function filterSetCookies(
  rules: Enforcement,
  consent: ConsentState,
  lines: readonly string[],
  options: { readonly request: RequestFacts; readonly heldNames: readonly string[]; readonly now: number },
): { readonly lines: readonly string[]; readonly decisions: readonly SetCookieDecision[] } {
  const held = new Set(options.heldNames);
  const decisions = lines.map((line) => {
    const name = scanSetCookie(line)?.name ?? null;
    const question = {
      kind: 'set-cookie',
      line,
      request: options.request,
      held: name !== null && held.has(name),
      now: options.now,
    } as const;
    return { line, name, verdict: decide(rules, consent, question) };
  });
  const passing = decisions.filter(({ verdict }) => verdict.outcome !== 'drop').map(({ line, verdict }) => line + (verdict.append ?? ''));
  return { lines: passing, decisions };
}

/** The Cookie header that the origin may see, null when nothing is left of it; without removals it is the header itself. */
export function filterCookieHeader(
  rules: Enforcement,
  consent: ConsentState,
  header: string,
  request: RequestFacts,
): { readonly header: string | null; readonly removed: readonly { readonly name: string; readonly code: VerdictCode }[] } {
  const kept: string[] = [];
  const removed: { name: string; code: VerdictCode }[] = [];
  for (const { name, raw } of scanCookieHeader(header)) {
    const verdict = decide(rules, consent, { kind: 'cookie', name, request });
    if (verdict.outcome === 'drop') removed.push({ name, code: verdict.code });
    else kept.push(raw);
  }
  if (kept.length === 0) return { header: null, removed };
  return { header: removed.length === 0 ? header : kept.join('; '), removed };
}
