// The audit's result as plain JSON. Additions are allowed in version 1; nothing is renamed.
import type { AuditState, HeldCookie, HeldName, Phase, RefusedCookie } from '../collect/observation.ts';

/** How bad a finding is, from a note to a breach of what the visitor was told. */
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';

/** Severities from the least to the worst. */
export const severities: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** What a finding is about. `host` is without port; for requests it is also the name. */
export type FindingItem = { readonly kind: string; readonly name: string; readonly host?: string };

/** Who did it: a response, a script, the page's own markup, or nobody seen. Lines and columns count from 1. */
export type EvidenceSetter = {
  readonly kind: 'http-response' | 'script' | 'markup' | 'unknown';
  readonly url: string;
  readonly line?: number;
  readonly column?: number;
  readonly stack?: readonly string[];
  readonly method?: string;
  readonly status?: number;
  /** Where the response redirected to. */
  readonly redirectTo?: string;
  /** What caused the request whose response it was, as `address:line:column`. */
  readonly causedBy?: string;
};

/** When, where and by whom. `at` is ISO 8601; `sightings` is how often the same thing was seen. */
export type FindingEvidence = {
  readonly at: string;
  readonly page: string;
  readonly phase: Phase;
  readonly setter: EvidenceSetter;
  /** When the setter wrote it, where that was earlier than `at`. */
  readonly setAt?: string;
  /** The request itself, where the finding is about one. */
  readonly request?: string;
  /** The cookie as the browser stored it, where the finding is about one. */
  readonly cookie?: HeldCookie;
  readonly sightings: number;
};

/** Where it is written that this is wrong: the text, the region it holds in, and its date as the source gives it. */
export type LawReference = { readonly ref: string; readonly region: string; readonly date: string };

/** Somebody answers for a finding: why, and until which day (YYYY-MM-DD, UTC) it does not count. An expired one counts again. */
export type Acceptance = { readonly reason: string; readonly expires: string; readonly status: 'holds' | 'expired' };

/** One thing that contradicts the declaration. The fingerprint is the same in every run that finds it. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  /** The first state it was seen in, and all of them. */
  readonly state: AuditState;
  readonly states: readonly AuditState[];
  readonly item: FindingItem;
  /** The declared tracker it contradicts, if any. */
  readonly tracker: string | null;
  readonly message: string;
  readonly evidence: FindingEvidence;
  readonly fingerprint: string;
  readonly hint: string;
  /** What the catalog knows under this name: a hint, with where it was read and whether somebody checked it. */
  readonly known?: { readonly provider: string; readonly category: string; readonly source: string; readonly verified: boolean };
  /** TypeScript that would declare it. */
  readonly snippet?: string;
  readonly certainty?: 'certain' | 'likely' | 'contested';
  readonly law?: readonly LawReference[];
  /** Start of the first and the last audit that found it (ISO 8601), where a baseline or an earlier report is known. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** What the baseline says of it. A finding that is accepted is still a finding. */
  readonly acceptance?: Acceptance;
};

/** One state: how it went and what was seen, judged or not. */
export type StateReport = {
  readonly state: AuditState;
  readonly status: 'exercised' | 'not-exercised' | 'incomplete';
  readonly note: string | null;
  readonly pages: readonly { readonly url: string; readonly status: number | null; readonly phase: Phase }[];
  readonly requests: number;
  /** Hosts that are not the site's own, as far as requests went to them. */
  readonly otherHosts: readonly string[];
  readonly cookies: readonly HeldCookie[];
  readonly storage: readonly HeldName[];
  /** Cookies that the browser refused to store: attempts, not facts. */
  readonly refused: readonly RefusedCookie[];
  /** What another party still holds after a withdrawal, which the site cannot remove. */
  readonly outOfReach: readonly FindingItem[];
  readonly durationMs: number;
};

/** The browser that was used; null fields where none was. */
export type BrowserReport = {
  readonly version: string | null;
  readonly source: string | null;
  readonly sandbox: boolean | null;
  /** Whether a third-party cookie arrived in the self-test. */
  readonly canary: boolean | null;
};

/** Declared and observed, apart. Ids of trackers in the first two, `kind name (host)` in the third. */
export type TruthGap = {
  readonly declaredNotObserved: readonly string[];
  readonly notExercised: readonly string[];
  readonly observedNotDeclared: readonly string[];
};

/** The whole audit. `clean` is only said of a run that saw everything it was asked to see. */
export type AuditReport = {
  readonly v: 1;
  readonly url: string;
  /** The declaration's id, null where there was none. */
  readonly declaration: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly profile: string;
  readonly browser: BrowserReport;
  readonly states: readonly StateReport[];
  readonly findings: readonly Finding[];
  readonly gap: TruthGap;
  readonly conclusion: 'clean' | 'findings' | 'inconclusive';
  /** Why something could not be seen, each `CODE: message`. */
  readonly reasons: readonly string[];
  /** The preset that said which rules count, and how many findings of other rules it left out. */
  readonly preset?: { readonly id: string; readonly leftOut: number };
  /** Entries of the baseline whose finding was not met, where a baseline was applied. */
  readonly baselineUnmet?: readonly UnmetAcceptance[];
};

/** An accepted finding that this audit did not meet: `unused` where it was looked for, `unseen` where its states were not exercised. */
export type UnmetAcceptance = {
  readonly fingerprint: string;
  readonly rule: string;
  readonly item: FindingItem;
  readonly expires: string;
  readonly status: 'unused' | 'unseen';
};
