import { defineConfig, type OxlintOverride } from 'oxlint';

/** The folders of src/ that are stages: each imports the records, the errors and itself, nothing else of ours. */
const STAGES = ['fetch', 'article', 'quotes', 'store', 'search', 'llm', 'view', 'picture'];

/** The rooms that may compose stages. Together with STAGES, every folder a stage must stay out of. */
const COMPOSERS = ['ingest', 'answer', 'briefing', 'schedule', 'discord', 'web', 'demo'];

/** A vendor and the folders that may import it. */
const VENDORS: Record<string, readonly string[]> = {
  'discord.js': ['discord', 'view'],
  openai: ['llm'],
  'node:sqlite': ['store'],
  kysely: ['store'],
  pg: ['store'],
  'node-cron': ['schedule'],
  '@resvg/resvg-wasm': ['picture'],
};

const message = 'The design fences this import: see "Who may import whom" in ARCHITECTURE.md.';

function fence(folder: string): OxlintOverride {
  const others = STAGES.includes(folder) ? [...STAGES, ...COMPOSERS].filter((other) => other !== folder) : [];
  const vendors = Object.entries(VENDORS)
    .filter(([, homes]) => !homes.includes(folder))
    .map(([vendor]) => vendor);
  const patterns = [
    ...others.map((other) => `**/${other}/**`),
    ...(STAGES.includes(folder) ? ['**/commands/**', '**/prompts/**', '**/config.ts'] : []),
  ];
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: vendors.map((name) => ({ name, message })),
          ...(patterns.length > 0 ? { patterns: [{ group: patterns, message }] } : {}),
        },
      ],
    },
  };
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  rules: {
    'no-await-in-loop': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/extensions': ['error', 'always', { ignorePackages: true }],
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    // For windows; a worker thread has no origin.
    'unicorn/require-post-message-target-origin': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', { max: 4 }],
    'no-console': 'error',
    'node/no-process-env': 'error',
  },
  overrides: [
    ...[...STAGES, ...COMPOSERS].map(fence),
    {
      files: ['src/records/**/*.ts', 'src/words/**/*.ts', 'src/processes/**/*.ts', 'src/errors.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [{ group: [...STAGES, ...COMPOSERS].map((other) => `**/${other}/**`), message }] },
        ],
      },
    },
    { files: ['src/config.ts'], rules: { 'node/no-process-env': 'off' } },
    {
      files: ['test/**/*.ts'],
      rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', 'node/no-process-env': 'off' },
    },
    { files: ['test/bench/**/*.ts', 'test/screenshots/**/*.ts'], rules: { 'no-console': 'off' } },
  ],
});
