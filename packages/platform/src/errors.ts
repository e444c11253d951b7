// Operational failures of the platform: each has a stable code and the HTTP status it becomes at the edge.

const failures = {
  PLATFORM_CROSS_SITE: {
    status: 403,
    message: 'The request did not come from this site',
    hint: 'Open the page on this site and use its form',
  },
  PLATFORM_CSRF: {
    status: 403,
    message: 'The form could not be matched with this browser',
    hint: 'Allow cookies for this site, reload the page and send it again',
  },
  PLATFORM_NOT_FOUND: {
    status: 404,
    message: 'There is nothing at this address',
    hint: 'The links at the top of the page lead to everything there is',
  },
  PLATFORM_METHOD: {
    status: 405,
    message: 'This address does not take this method',
    hint: 'The "Allow" header lists the methods it takes',
  },
  PLATFORM_TOO_LARGE: {
    status: 413,
    message: 'The request is larger than this address takes',
    hint: 'Send 16 KiB at most, 64 KiB for a receipt',
  },
  PLATFORM_MEDIA_TYPE: {
    status: 415,
    message: 'The request is in a form that this address does not read',
    hint: 'Send "application/x-www-form-urlencoded", or JSON to the API',
  },
  PLATFORM_INPUT: { status: 400, message: 'The request does not say what is expected', hint: 'Compare it with openapi.json' },
  PLATFORM_TOO_MANY: { status: 429, message: 'Too many attempts', hint: 'Wait a few minutes and try again' },
  PLATFORM_AUDIT_RUNNING: { status: 409, message: 'An audit is running already', hint: 'Wait until it is done' },
  PLATFORM_STORE: {
    status: 503,
    message: 'The store of the platform does not answer',
    hint: 'Check the data directory: space, permissions, another process holding the file',
  },
  PLATFORM_LEDGER: { status: 503, message: 'The ledger does not answer', hint: 'Try again; choices are kept meanwhile' },
  PLATFORM_INTERNAL: { status: 500, message: 'Something failed on our side', hint: 'Try again; if it stays, tell whoever runs this site' },
} as const;

/** The stable codes of this room's failures. */
export type PlatformCode = keyof typeof failures;

/** A failure with a stable `code` and the HTTP `status` that it becomes; `detail` is safe to show. */
export class PlatformError extends Error {
  readonly code: PlatformCode;
  readonly status: (typeof failures)[PlatformCode]['status'];
  readonly hint: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: PlatformCode, options: { detail?: string; cause?: unknown; headers?: Readonly<Record<string, string>> } = {}) {
    super(options.detail ?? failures[code].message, { cause: options.cause });
    this.name = 'PlatformError';
    this.code = code;
    this.status = failures[code].status;
    this.hint = failures[code].hint;
    this.headers = options.headers ?? {};
  }
}
