// Content-Security-Policy reports of browsers, reduced to what tells a site owner what was blocked and nothing about who was there.
import type { GuardReport } from '../contract.ts';

/** The largest body that is read. */
export const REPORT_LIMIT = 16_384;

const KEYWORD = /^[a-z][a-z0-9+.-]{0,31}$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(record: Readonly<Record<string, unknown>>, ...keys: readonly string[]): string {
  const found = keys.map((key) => record[key]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
}

function withoutQuery(text: string): string {
  if (!URL.canParse(text)) return KEYWORD.test(text) ? text : 'unknown';
  const url = new URL(text);
  return url.origin === 'null' ? url.protocol.slice(0, -1) : url.origin + url.pathname;
}

/** A report, and what says whether it is worth anything. */
export type BrowserReport = {
  readonly report: GuardReport;
  /** Of the page. */
  readonly host: string;
  /** Something that a visitor's browser brought along did it. */
  readonly fromExtension: boolean;
  /** By the second of our two policies. */
  readonly ofScripts: boolean;
};

/** Whatever the maker of a browser calls its own. */
const EXTENSION = /^[a-z-]*extension(?::|$)/i;

function reduceReport(body: unknown): readonly BrowserReport[] {
  if (!isRecord(body)) return [];
  const page = textOf(body, 'document-uri', 'documentURL');
  const directive = textOf(body, 'effective-directive', 'effectiveDirective', 'violated-directive').split(' ')[0] ?? '';
  // Only a page of the web has a path.
  if (!/^https?:/i.test(page) || !URL.canParse(page) || !KEYWORD.test(directive)) return [];
  const { pathname, hostname } = new URL(page);
  const blocked = textOf(body, 'blocked-uri', 'blockedURL');
  return [
    {
      report: {
        kind: 'csp',
        page: pathname,
        directive,
        blocked: withoutQuery(blocked),
        disposition: textOf(body, 'disposition') === 'report' ? 'report' : 'enforce',
      },
      host: hostname,
      fromExtension: EXTENSION.test(blocked) || EXTENSION.test(textOf(body, 'source-file', 'sourceFile')),
      ofScripts: textOf(body, 'original-policy', 'originalPolicy').startsWith('script-src '),
    },
  ];
}

/** The reports in a body of either shape, `application/csp-report` or `application/reports+json`. Anything else gives none. */
export function readCspReports(text: string): readonly BrowserReport[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (isRecord(value)) return reduceReport(value['csp-report']);
  if (!Array.isArray(value)) return [];
  const entries: readonly unknown[] = value;
  return entries.slice(0, 20).flatMap((entry) => (isRecord(entry) && entry['type'] === 'csp-violation' ? reduceReport(entry['body']) : []));
}

/** So many a minute; `now` is Unix seconds. */
export type MinuteLimit = { take(now: number): boolean; isOpen(now: number): boolean };

/** Lets so many through a minute. */
export function createMinuteLimit(perMinute: number): MinuteLimit {
  let minute = 0;
  let used = 0;
  const usedBy = (now: number): number => {
    const current = Math.floor(now / 60);
    if (current !== minute) used = 0;
    minute = current;
    return used;
  };
  return {
    take: (now) => {
      used = usedBy(now) + 1;
      return used <= perMinute;
    },
    isOpen: (now) => usedBy(now) < perMinute,
  };
}
