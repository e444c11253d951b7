// Operational failures of the guard, each with a stable code.

/** Codes and what to do about them. */
export const GUARD_ERRORS = {
  GUARD_PORT_BUSY: 'Something else listens on this port; pick another one or stop it',
  GUARD_LISTEN_FAILED: 'The address cannot be listened on; check host and port',
  GUARD_UPSTREAM_INVALID: 'The upstream must be an http address with host and port and nothing else',
  GUARD_NOT_OUTERMOST:
    'Something was registered before the guard, and what it sets would go out unseen; mount the guard first, or guard the server',
  GUARD_SERVER_UNFIT: 'Only servers of node:http and node:https can be guarded; put the reverse proxy in front of any other',
  GUARD_CLIENT_UNFIT: 'The script cannot stand in a page: it must be ASCII, must not end its element, and its SHA-256 must be its own',
} as const;

/** A stable code of a `GuardError`. */
export type GuardErrorCode = keyof typeof GUARD_ERRORS;

/** An operational failure; `code` is one of `GUARD_ERRORS`. */
export class GuardError extends Error {
  readonly code: GuardErrorCode;

  constructor(code: GuardErrorCode, subject: string, cause?: unknown) {
    super(`"${subject}": ${GUARD_ERRORS[code]}`, { cause });
    this.name = 'GuardError';
    this.code = code;
  }
}
