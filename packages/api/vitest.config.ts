import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Two copies of graphql, one as ESM and one as CommonJS, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    name: 'api',
    server: { deps: { inline: ['graphql-query-complexity'] } },
    globalSetup: ['./test/postgres.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
