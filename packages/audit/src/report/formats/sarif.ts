// SARIF 2.1.0 (OASIS). With a declaration, a result points at the line that declares the tracker, or at the list where it would
// have to stand; without one, at what set it. Addresses are relative to named bases (§3.14.14): code hosts refuse foreign schemes.

import type { ReportDiff } from '../../baseline/diff-reports.ts';
import { readUrl } from '../../collect/request-facts.ts';
import type { AuditReport, Finding, Severity } from '../report.ts';
import type { RuleText } from '../rule-text.ts';
import { ruleTextsFor } from '../rule-text.ts';
import { saySetter } from '../setter-text.ts';
import { visible } from '../visible.ts';
import { phaseWords } from '../words.ts';
import { findTrackerLines } from './declaration-lines.ts';

/** `declaration`: the file as the repository names it, with forward slashes, and its text. `diff` tells new results from old ones. */
export type SarifOptions = {
  readonly declaration?: { readonly file: string; readonly text: string };
  readonly diff?: ReportDiff;
};

type Json = { readonly [key: string]: unknown };

/** A SARIF log with one run, as JSON text. */
export function renderAuditSarif(report: AuditReport, options: SarifOptions = {}): string {
  const rules = ruleTextsFor(report.findings);
  const bases = baseUris(report);
  const ids = report.findings.flatMap(({ tracker }) => tracker ?? []);
  const lines = options.declaration === undefined ? null : findTrackerLines(options.declaration.text, ids);
  const place = (finding: Finding): Places => {
    const setter = locate(finding.evidence.setter, bases);
    if (options.declaration === undefined || lines === null) return { locations: [setter], relatedLocations: [] };
    const startLine = (finding.tracker === null ? undefined : lines.of.get(finding.tracker)) ?? lines.trackers;
    const declared = { physicalLocation: { artifactLocation: { uri: encodePath(options.declaration.file) }, region: { startLine } } };
    const related = { ...setter, id: 1, message: { text: `Set by ${plainSetter(finding)}` } };
    return { locations: [declared], relatedLocations: [related] };
  };
  const run = {
    tool: { driver: { name: 'Candor', semanticVersion: '0.1.0', rules: rules.map(ruleOf) } },
    automationDetails: { id: `candor-audit/${visible(readUrl(report.url)?.host ?? 'site')}/` },
    invocations: [invocationOf(report)],
    originalUriBaseIds: Object.fromEntries([...bases].map(([origin, id]) => [id, { uri: `${origin}/` }])),
    results: report.findings.map((finding) => resultOf(finding, { rules, diff: options.diff, ...place(finding) })),
    columnKind: 'utf16CodeUnits',
  };
  return `${JSON.stringify({ $schema: schemaAddress, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const schemaAddress = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  info: 'note',
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};

function ruleOf({ id, title, asks, hint, severity }: RuleText): Json {
  return {
    id,
    name: id,
    shortDescription: { text: visible(title) },
    fullDescription: { text: visible(asks) },
    help: { text: visible(hint) },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['privacy', 'cookies'], 'problem.severity': problemSeverities[levels[severity]] },
  };
}

const problemSeverities = { error: 'error', warning: 'warning', note: 'recommendation' } as const;

type Places = { readonly locations: readonly Json[]; readonly relatedLocations: readonly Json[] };

function resultOf(
  finding: Finding,
  options: Places & { readonly rules: readonly RuleText[]; readonly diff: ReportDiff | undefined },
): Json {
  const { rule, severity, fingerprint, evidence, states, acceptance, certainty, tracker } = finding;
  const { setter, cookie: _cookie, ...seen } = evidence;
  return {
    ruleId: rule,
    ruleIndex: options.rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: tell(finding) },
    locations: options.locations,
    ...(options.relatedLocations.length === 0 ? {} : { relatedLocations: options.relatedLocations }),
    // The second name is the one that GitHub tells alerts apart by.
    partialFingerprints: { 'candorFinding/v1': fingerprint, primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1` },
    ...(options.diff === undefined ? {} : { baselineState: options.diff.new.includes(finding) ? 'new' : 'unchanged' }),
    ...(acceptance?.status === 'holds'
      ? {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: `${visible(acceptance.reason)} (until ${acceptance.expires})` },
          ],
        }
      : {}),
    properties: {
      severity,
      states,
      tracker,
      seenAt: seen.at,
      page: visible(seen.page),
      setter: setter.kind,
      ...(certainty === undefined ? {} : { certainty }),
    },
  };
}

function tell(finding: Finding): string {
  const { evidence, states } = finding;
  const when = `${phaseWords[evidence.phase]} in ${states.join(', ')}`;
  return `${visible(finding.message)}. Seen ${when} on ${visible(evidence.page)}, set by ${plainSetter(finding)}. ${visible(finding.hint)}.`;
}

function plainSetter({ evidence }: Finding): string {
  return saySetter(evidence.setter, visible);
}

function invocationOf({ startedAt, durationMs, reasons }: AuditReport): Json {
  const notifications = reasons.map((reason) => {
    const { code, message } = splitReason(reason);
    return { level: 'error', descriptor: { id: code }, message: { text: visible(message) } };
  });
  return {
    executionSuccessful: reasons.length === 0,
    startTimeUtc: startedAt,
    endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

/** A reason of a report apart: its code, and what it says. */
export function splitReason(reason: string): { readonly code: string; readonly message: string } {
  const [, code, message] = /^([A-Z_]+): ([\s\S]*)$/.exec(reason) ?? [];
  return code === undefined || message === undefined ? { code: 'AUDIT_INCONCLUSIVE', message: reason } : { code, message };
}

// Every origin that something is set from gets a name.
function baseUris({ findings, url }: AuditReport): ReadonlyMap<string, string> {
  const origins = [url, ...findings.map(({ evidence }) => evidence.setter.url)].map((address) => httpOrigin(address));
  const bases = new Map<string, string>();
  for (const origin of origins)
    if (origin !== null && !bases.has(origin)) bases.set(origin, bases.size === 0 ? 'SITE' : `ORIGIN-${bases.size}`);
  return bases;
}

function httpOrigin(address: string): string | null {
  const url = readUrl(address);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function locate({ url, line, column }: Finding['evidence']['setter'], bases: ReadonlyMap<string, string>): Json {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return { physicalLocation: { artifactLocation: artifactOf(url, bases), ...region } };
}

function artifactOf(address: string, bases: ReadonlyMap<string, string>): Json {
  const url = readUrl(address);
  const base = url === null ? undefined : bases.get(url.origin);
  if (url === null || base === undefined) return { uri: encodePath(address) };
  const reference = `${url.pathname}${url.search}`.replace(/[^\w\-./~%!$&'()*+,;=:@?]/g, encodeURIComponent);
  return { uri: makeRelative(reference), uriBaseId: base };
}

function encodePath(path: string): string {
  return makeRelative(visible(path).split('/').map(encodeURIComponent).join('/'));
}

// A leading slash would lead out of the base, a colon in the first part would be a scheme, and nothing at all is no address.
function makeRelative(reference: string): string {
  const path = reference.replace(/^\/+/, '');
  return path === '' || /^[^/]*:/.test(path) ? `./${path}` : path;
}
