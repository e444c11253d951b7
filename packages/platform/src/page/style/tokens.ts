// Colours, sizes and spaces, light and dark. Text on its ground is at least 4.5 : 1, lines and marks at least 3 : 1.

/** Custom properties. */
export const tokens: string = `
@layer tokens {
  :root {
    color-scheme: light dark;
    --paper: #fcfbf8;
    --raised: #ffffff;
    --sunk: #f3f0e8;
    --ink: #1d2126;
    --soft: #565d68;
    --line: #dcd9d1;
    --edge: #8b8a82;
    --accent: #0b5563;
    --accent-ink: #ffffff;
    --accent-ground: #e2eff2;
    --good: #0a6440;
    --good-ground: #e3f2e9;
    --warn: #7a4f00;
    --warn-ground: #fbf0d9;
    --bad: #9b2318;
    --bad-ground: #fbe7e3;
    --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
    --small: 0.875rem;
    --body: clamp(1rem, 0.96rem + 0.2vw, 1.0625rem);
    --lead: clamp(1.0625rem, 1rem + 0.4vw, 1.25rem);
    --h1: clamp(2rem, 1.4rem + 2.6vw, 3rem);
    --h2: clamp(1.3125rem, 1.2rem + 0.6vw, 1.625rem);
    --h3: 1.0625rem;
    --gap: clamp(1rem, 0.7rem + 1.4vw, 1.75rem);
    --page: 72rem;
    --prose: 43rem;
    --round: 0.5rem;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #15171b;
      --raised: #1c1f25;
      --sunk: #1e2127;
      --ink: #e4e3df;
      --soft: #a4a9b1;
      --line: #343842;
      --edge: #737b84;
      --accent: #7fd0de;
      --accent-ink: #0d1b1e;
      --accent-ground: #16303a;
      --good: #7fd3a4;
      --good-ground: #14291e;
      --warn: #e6bd6c;
      --warn-ground: #2d2413;
      --bad: #f2a299;
      --bad-ground: #331b18;
    }
  }
}
`;
