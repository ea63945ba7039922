import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types every document of the web from the contract. SCHEMA points to another copy of it while one is being changed. */
const config: CodegenConfig = {
  schema: process.env.SCHEMA ?? '../schema/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', Money: 'string', RegisterCode: 'string' },
      },
    },
  },
};

export default config;
