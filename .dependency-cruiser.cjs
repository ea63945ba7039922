/** Which way imports may run. A child noun imports its parent noun, never back (docs/architecture.md). */
const nouns = [
  'towns',
  'units',
  'people',
  'teams',
  'accounts',
  'audit',
  'photos',
  'households',
  'residents',
  'categories',
  'calendars',
  'handling',
  'requests',
  'visits',
  'held-visits',
  'contact-rules',
  'calls',
  'petitions',
  'mediations',
  'patrols',
  'findings',
  'enactments',
  'restructurings',
  'drafts',
  'figures',
  'imports',
  'comparisons',
  'set-up',
];
const api = '^packages/api/src/';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'schema-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/schema/' },
      to: { path: '^packages/(api|web|bench)/' },
    },
    {
      name: 'web-knows-only-schema',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: '^packages/(api|bench)/' },
    },
    {
      name: 'api-does-not-know-web',
      severity: 'error',
      from: { path: '^packages/api/' },
      to: { path: '^packages/(web|bench)/' },
    },
    ...nouns.slice(0, -1).map((noun, index) => ({
      name: `${noun}-does-not-import-its-children`,
      severity: 'error',
      from: { path: `${api}${noun}/`, pathNot: '\\.test\\.ts$' },
      to: { path: nouns.slice(index + 1).map((child) => `${api}${child}/`), pathNot: '\\.entity\\.ts$' },
    })),
    {
      name: 'only-resolvers-and-types-know-type-graphql',
      severity: 'error',
      from: {
        path: '^packages/api/',
        pathNot: ['\\.(resolver|type|input)\\.ts$', `${api}schema(/connection)?\\.ts$`],
      },
      to: { path: 'node_modules/type-graphql' },
    },
    {
      name: 'the-product-does-not-import-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: ['\\.(test|fixture)\\.tsx?$', '^packages/[^/]+/test/'] },
    },
    {
      name: 'what-is-imported-is-declared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)generated/', '(^|/)dist/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
