// The proxy's tests: in the Workers runtime with a real local D1, against a
// provider stand-in on this machine. `served` runs the app as wrangler serves it.

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of the time goes by waiting for time limits, also on two cores.
    maxWorkers: 3,
    coverage: {
      provider: 'istanbul',
      include: ['functions/**/*.ts'],
      exclude: ['tests/**'],
      reporter: ['text-summary', 'text'],
      thresholds: { lines: 85, functions: 85, statements: 85, branches: 85 },
    },
    projects: [
      {
        plugins: [
          cloudflareTest(async ({ inject }) => ({
            main: './tests/functions/worker.ts',
            miniflare: {
              compatibilityDate: '2026-09-01',
              compatibilityFlags: ['enable_request_signal'],
              d1Databases: ['DB'],
              bindings: { MIGRATIONS: await readD1Migrations('functions/migrations'), UPSTREAM: inject<string>('upstream') },
            },
          })),
        ],
        test: {
          name: 'functions',
          include: ['tests/functions/*.test.ts'],
          setupFiles: ['tests/functions/setup.ts'],
          globalSetup: ['tests/functions/upstream.mjs'],
          testTimeout: 20_000,
          silent: 'passed-only',
        },
      },
      {
        test: {
          name: 'served',
          include: ['tests/functions/*.served.mjs'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
