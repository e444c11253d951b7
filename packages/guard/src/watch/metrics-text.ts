// The text format of Prometheus, version 0.0.4.

/** One series of a family: its labels, and its number. */
export type Sample = { readonly labels?: { readonly [name: string]: string }; readonly value: number; readonly suffix?: string };

/** Series of one name. */
export type Family = {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
};

function escapeHelp(text: string): string {
  return text.replace(/[\\\n]/g, (character) => (character === '\n' ? '\\n' : '\\\\'));
}

function escapeLabel(text: string): string {
  return text.replace(/[\\\n"]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}

function renderSample(name: string, { labels = {}, value, suffix = '' }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

/** Families as text, each with its help and type. */
export function renderMetrics(families: readonly Family[]): string {
  return families
    .map(({ name, help, type, samples }) => {
      const lines = samples.map((sample) => renderSample(name, sample));
      return `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}
