// What a probe is: one way in which a page's own script, allowed to run, tries to store or to send what nobody declared.

/** Where a probe finds things. `at` is the tracker's address of this attempt: whatever arrives there got out. */
export type Place = {
  readonly at: string;
  /** The same attempt at the site's own origin: a path below `/away/` leads on to the tracker, one below `/collect/` is kept. */
  readonly away: string;
  readonly collect: string;
  /** The origin of a port that only counts connections, and host and port that only count datagrams. */
  readonly socket: string;
  readonly datagrams: string;
  /** Resolves when an element or a window object has loaded or failed, or when neither comes within a second. */
  readonly settled: (target: EventTarget) => Promise<void>;
};

/** What became of an attempt: nothing came of it, it was there and was removed, or it stayed (or left the device). */
export type Outcome = 'stopped' | 'purged' | 'through';

/** One attempt. `alone` is what the page's script makes of it without policy header and cookie filter, `guarded` what comes of it with them. */
export type Probe = {
  readonly id: string;
  readonly what: string;
  /** Runs in the page as a script of the site's own origin; text where a compiler of modules would change it. It must need nothing around it. */
  readonly run: string | ((place: Place) => unknown);
  /** What it leaves on the device, as `readTraces` says it; absent where what counts is that the tracker hears of it. */
  readonly leaves?: string;
  readonly alone: Outcome;
  readonly guarded: Outcome;
  /** Where the script alone does not stop it: the directive or rule that does, or what else is done about it. */
  readonly closedBy?: string;
  /** Markup of the page before the script. */
  readonly markup?: string;
  /** A policy that the site itself sends with the page. */
  readonly policy?: string;
  /** The page that is visited next; `/next` by default. */
  readonly next?: string;
};

/** The nonce in policies of the site itself. */
export const siteNonce = 'c2l0ZS1vd24tbm9uY2U';

/** The policy of the site's page `/trusted`: markup and addresses of scripts only by its own policy of trusted types. */
export const trustedPolicy = "require-trusted-types-for 'script'; trusted-types app";
