// Why an audit could not see something it should have seen. No evidence is never a pass: a reason makes a run inconclusive.

/** Stable codes of reasons; SPEC.md has a row for each. */
export type ReasonCode =
  | 'AUDIT_NO_BROWSER'
  | 'AUDIT_BROWSER_FAILED'
  | 'AUDIT_CANARY_MISSING'
  | 'AUDIT_UNREACHABLE'
  | 'AUDIT_TLS'
  | 'AUDIT_HTTP_STATUS'
  | 'AUDIT_HOST_NOT_DECLARED'
  | 'AUDIT_NO_EVIDENCE'
  | 'AUDIT_PAGE_TIMEOUT'
  | 'AUDIT_PAGE_CRASHED'
  | 'AUDIT_DEVICE_UNREAD'
  | 'AUDIT_BUDGET_SPENT'
  | 'AUDIT_NO_NOTICE'
  | 'AUDIT_NO_REJECT'
  | 'AUDIT_NO_WITHDRAWAL'
  | 'AUDIT_NEEDS_INTERACT'
  | 'AUDIT_NO_STEPS'
  | 'AUDIT_STEP_FAILED';

/** One reason with its words. */
export type Reason = { readonly code: ReasonCode; readonly message: string };

/** `CODE: message`, as reports carry it. */
export function renderReason(reason: Reason): string {
  return `${reason.code}: ${reason.message}`;
}

/** What a failed navigation means; null where there was nothing to see and nothing went wrong (a download, an empty answer). */
export function reasonOfNavigation(cause: unknown, url: string): Reason | null {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/Download is starting|net::ERR_ABORTED/.test(text)) return null;
  const failure = /net::(ERR_\w+)/.exec(text)?.[1];
  if (failure !== undefined && /CERT|SSL/.test(failure)) {
    return { code: 'AUDIT_TLS', message: `"${url}" has no connection that browsers trust (${failure}): renew or fix its certificate` };
  }
  if (failure !== undefined) {
    return { code: 'AUDIT_UNREACHABLE', message: `"${url}" did not answer (${failure}): check the address and that the site is running` };
  }
  if (/crash/i.test(text)) return { code: 'AUDIT_PAGE_CRASHED', message: `The page "${url}" crashed the browser's renderer` };
  return { code: 'AUDIT_PAGE_TIMEOUT', message: `"${url}" was not there in time: what it had done until then is in the report` };
}
