import { defineConfig } from 'vitest/config';

const KINDS = ['unit', 'property', 'corpus', 'protocol', 'fault', 'docs'];

/** One project a kind of test; `npm test` runs them all, `npx vitest run --project unit` runs one. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    // A file a core; left alone, vitest keeps one core of two for itself.
    maxWorkers: '100%',
    projects: KINDS.map((name) => ({
      extends: true,
      test: { name, include: [`test/${name}/**/*.test.ts`] },
    })),
  },
});
