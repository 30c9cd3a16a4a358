import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Vitest leaves one core free, which on a machine with two doubles the time.
    maxWorkers: '100%',
    // Nothing here is measured: only what hangs is to be given up.
    testTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // They share no state, and loading every module anew for each file takes half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'jsdom',
          // As isolated as with another pool, but jsdom itself is loaded once.
          pool: 'vmThreads',
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          // As above; what a file needs before each test, it says itself.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          environment: 'node',
          hookTimeout: 300_000,
          // Each starts servers of its own, whose answers under load are what is looked at.
          fileParallelism: false,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/support/site.ts'],
          environment: 'node',
          hookTimeout: 240_000,
          // Side by side they would see each other's load as shifts of the layout, and one build folder.
          fileParallelism: false,
          // The files share nothing but the connection to Chromium, which is slow to make anew.
          isolate: false,
        },
      },
    ],
  },
});
