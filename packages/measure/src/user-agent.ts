// Three coarse facts of a user agent. Small on purpose: a finer reading would single people out.

// Programs that name themselves. Matched without regard to case.
const programs: readonly string[] = [
  'bot',
  'crawl',
  'spider',
  'slurp',
  'headless',
  'lighthouse',
  'prerender',
  'preview',
  'scan',
  'monitor',
  'uptime',
  'pingdom',
  'archiver',
  'facebookexternalhit',
  'embedly',
  'curl/',
  'wget/',
  'python',
  'java/',
  'go-http-client',
  'okhttp',
  'axios',
  'node-fetch',
  'undici',
  'libwww',
  'httpclient',
  'apache-http',
  'postman',
  'feed',
  'scrapy',
  'phantomjs',
  'electron/',
];

/** Whether a program rather than a person asks: it says so, or says nothing. */
export function isProgram(userAgent: string): boolean {
  const text = userAgent.toLowerCase();
  return text.trim() === '' || programs.some((word) => text.includes(word));
}

/** `tablet`, `mobile` or `desktop`. */
export function deviceOf(userAgent: string): 'tablet' | 'mobile' | 'desktop' {
  if (/iPad|Tablet|PlayBook|Silk|Kindle/i.test(userAgent) || (/Android/i.test(userAgent) && !/Mobile/i.test(userAgent))) return 'tablet';
  return /Mobi|iPhone|iPod|Android/i.test(userAgent) ? 'mobile' : 'desktop';
}

// Order matters: every browser claims to be the ones after it.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** The browser's family, or `(unknown)`. */
export function browserOf(userAgent: string): string {
  return browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '(unknown)';
}
