import { defineConfig } from 'vitest/config';

// Source first, so that tests need no build; the rest is what the bundler resolves for a server by default.
const conditions = ['@candor/source', 'module', 'node', 'development|production'];
const resolve = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

// Tests of single rooms that need a real browser run with the journeys, so that the quick gates stay quick.
const inBrowser = [
  'packages/audit/test/{browser,collect,hostile,question-browser,shop,states}.test.ts',
  'packages/cli/test/audit.test.ts',
  'packages/testkit/test/sites.test.ts',
];

export default defineConfig({
  test: {
    // By default one core is left idle; on two cores that is half the machine.
    maxWorkers: '100%',
    // What a browser was still asking for when its test closed it breaks off; every other error that nobody caught fails the run.
    onUnhandledError: (error) => !('code' in error && error.code === 'ECONNRESET' && error.message === 'socket hang up'),
    projects: [
      {
        ...resolve,
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
          exclude: inBrowser,
          // Most of the time went into loading the same modules anew for each file; what tests share by this is theirs to leave as it was.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        ...resolve,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.spec.ts', ...inBrowser],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
