// Log-in attempts, counted in memory for a quarter of an hour: per name against guessing one account, per address against
// trying many. Nothing of it reaches the disk.

const windowSeconds = 15 * 60;
const limits = { name: 5, address: 20 } as const;
const mostKeys = 10_000;

/** Counts attempts and says how long to wait. Times are Unix seconds. */
export type Attempts = {
  /** Seconds until another attempt is taken; 0 when it is taken now. */
  waitFor(name: string, address: string): number;
  /** Counts an attempt before it is checked, so that many at once count as many. */
  begin(name: string, address: string): void;
  /** Takes the attempt back: it was the right one. */
  succeed(name: string, address: string): void;
};

/** An empty counter. */
export function createAttempts(now: () => number): Attempts {
  const attempts = new Map<string, readonly number[]>();
  const recent = (key: string) => (attempts.get(key) ?? []).filter((at) => at > now() - windowSeconds);
  const wait = (key: string, limit: number) => {
    const oldest = recent(key).at(-limit);
    return oldest === undefined ? 0 : Math.max(1, oldest + windowSeconds - now());
  };
  const put = (key: string, times: readonly number[]) => {
    attempts.delete(key);
    if (times.length > 0) attempts.set(key, times);
    for (const oldest of attempts.keys()) {
      if (attempts.size <= mostKeys) break;
      attempts.delete(oldest);
    }
  };
  return {
    waitFor: (name, address) => Math.max(wait(nameKey(name), limits.name), wait(addressKey(address), limits.address)),
    begin(name, address) {
      for (const key of [nameKey(name), addressKey(address)]) put(key, [...recent(key), now()]);
    },
    succeed(name, address) {
      put(nameKey(name), []);
      put(addressKey(address), recent(addressKey(address)).slice(0, -1));
    },
  };
}

function nameKey(name: string): string {
  return `name ${name}`;
}

// One home has one IPv6 network of 64 bits and as many addresses as it likes.
function addressKey(address: string): string {
  return `address ${address.includes(':') ? address.split(':', 4).join(':') : address}`;
}
