import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { accessPage } from './access-page.ts';

await writeFile(new URL('../../../../docs/access.md', import.meta.url), accessPage());
