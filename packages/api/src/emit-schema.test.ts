import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { scopeCatalogue } from './access/scope-catalogue.ts';
import { printPriced } from './cost/priced-schema.ts';
import { buildSchema } from './schema.ts';

const committed = (file: string) => readFile(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

it('is committed as packages/schema/schema.graphql (npm run schema writes it)', async () => {
  expect(await committed('schema.graphql')).toBe(printPriced(buildSchema()));
});

it('the catalogue of scopes is committed beside it', async () => {
  expect(await committed('src/scopes.ts')).toBe(scopeCatalogue());
});
