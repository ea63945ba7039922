import { writeFile } from 'node:fs/promises';
import { printPriced } from './cost/priced-schema.ts';
import { buildSchema } from './schema.ts';

const file = new URL('../../schema/schema.graphql', import.meta.url);
await writeFile(file, printPriced(buildSchema()));
