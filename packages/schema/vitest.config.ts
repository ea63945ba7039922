import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Two copies of graphql, one as ESM and one as CommonJS, would not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { name: 'schema' },
});
