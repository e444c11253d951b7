// Operational failures of the audit. Each code has a row here, a test, and a sentence that says what to do.

/** Stable codes of the failures that `runAudit` or `openBrowser` throw. */
export type AuditErrorCode = 'AUDIT_BAD_URL' | 'AUDIT_BROWSER_FAILED' | 'AUDIT_NO_BROWSER';

const messages: { readonly [Code in AuditErrorCode]: string } = {
  AUDIT_BAD_URL: 'Expected an absolute http or https address such as "https://example.org"',
  AUDIT_BROWSER_FAILED: 'The browser did not start: set CANDOR_BROWSER to the path of a Chromium, Chrome or Edge that runs on this machine',
  AUDIT_NO_BROWSER:
    'No browser was found: install Chromium, Chrome or Edge, or set CANDOR_BROWSER to its path, or run "npm install @sparticuz/chromium" on Linux',
};

/** An operational failure of the audit: the code is stable, the message says what to do. */
export class AuditError extends Error {
  readonly code: AuditErrorCode;

  constructor(code: AuditErrorCode, options: { readonly detail?: string; readonly cause?: unknown } = {}) {
    super(options.detail === undefined ? messages[code] : `${messages[code]} (${options.detail})`, { cause: options.cause });
    this.name = 'AuditError';
    this.code = code;
  }
}
