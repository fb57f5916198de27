import { defineConfig } from 'vitest/config';

/** `unit` needs nothing but the sources; `built` looks at builds and runs them in real browsers, one file after the other. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/build/**', 'tests/e2e/**', 'tests/bench/**'],
          // The longest take seconds; the machines of a CI may be slow and busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'built',
          include: ['tests/build/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser on a busy machine can stand still beyond all patience, once. `tests/second-try.ts` tells of it.
          retry: 1,
        },
      },
    ],
  },
});
