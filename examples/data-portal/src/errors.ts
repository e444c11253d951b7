// Operational failures of the portal, each with a stable code.

const codes = {
  PORTAL_PORT_BUSY: 'The port is in use; choose another one with --port',
  PORTAL_DATA_BROKEN: 'A file in data/ is not what the catalogue says it is; run "npm run data" in examples/data-portal',
  PORTAL_DECLARATION_BROKEN: 'candor.config.ts does not compile; run "npx candor check" on it',
  PORTAL_PASSWORD_NEEDED: 'The demonstration password is for loopback only; give one with --password',
} as const;

/** A code of this room. */
export type PortalErrorCode = keyof typeof codes;

/** A failure the portal cannot answer with a page. */
export class PortalError extends Error {
  readonly code: PortalErrorCode;

  constructor(code: PortalErrorCode, detail: string, cause?: unknown) {
    super(`${codes[code]} (${detail})`, { cause });
    this.name = 'PortalError';
    this.code = code;
  }
}
