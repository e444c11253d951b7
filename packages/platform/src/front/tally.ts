// Counters of this process for `metrics`: numbers only, gone with the process.

/** What is counted, by name and one label. */
export type Tally = {
  add(name: TallyName, label?: string): void;
  read(): readonly { readonly name: TallyName; readonly label: string; readonly count: number }[];
};

/** The names of the counters. */
export type TallyName = 'choices' | 'choices_not_recorded' | 'failures' | 'log_ins' | 'log_ins_refused' | 'audits';

/** Counters at zero. */
export function createTally(): Tally {
  const counts = new Map<string, { name: TallyName; label: string; count: number }>();
  return {
    add(name, label = '') {
      const key = `${name} ${label}`;
      const entry = counts.get(key) ?? { name, label, count: 0 };
      counts.set(key, { ...entry, count: entry.count + 1 });
    },
    read: () => [...counts.values()],
  };
}
