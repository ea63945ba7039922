import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'web',
    isolate: false,
    projects: [
      { test: { name: 'src', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: ['./test/demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
