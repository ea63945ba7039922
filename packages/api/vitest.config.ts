import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Two copies of graphql, one as ESM and one as CommonJS, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'api',
    // What takes longest is loading the platform: a worker loads it once for all its files, which share no state in it.
    isolate: false,
    // A twelfth of a worker's time went into clearing away what is young.
    execArgv: ['--max-semi-space-size=64'],
    globalSetup: ['./test/postgres.ts'],
    setupFiles: ['reflect-metadata', './test/hashing.ts', './test/day-end.ts'],
    // Of what waits for jobs on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 25_000 } },
  },
});
