import { writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { buildSchema } from './schema.ts';

const file = new URL('../../schema/schema.graphql', import.meta.url);
await writeFile(file, `${printSchema(buildSchema())}\n`);
