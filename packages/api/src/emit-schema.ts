import { writeFile } from 'node:fs/promises';
import { scopeCatalogue } from './access/scope-catalogue.ts';
import { printPriced } from './cost/priced-schema.ts';
import { buildSchema } from './schema.ts';

const contract = new URL('../../schema/', import.meta.url);
await writeFile(new URL('schema.graphql', contract), printPriced(buildSchema()));
await writeFile(new URL('src/scopes.ts', contract), scopeCatalogue());
