import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { printPriced } from './cost/priced-schema.ts';
import { buildSchema } from './schema.ts';

it('is committed as packages/schema/schema.graphql (npm run schema writes it)', async () => {
  const committed = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(printPriced(buildSchema()));
});
