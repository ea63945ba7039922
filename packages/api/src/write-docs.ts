import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { accessPage } from './access/access-page.ts';
import { limitsPage } from './cost/limits-page.ts';
import { limitsPageInChinese } from './cost/limits-page-zh.ts';
import { errorsPage } from './errors-page.ts';
import { errorsPageInChinese } from './errors-page-zh.ts';

const docs = new URL('../../../docs/', import.meta.url);
await writeFile(new URL('access.md', docs), accessPage());
await writeFile(new URL('errors.md', docs), errorsPage());
await writeFile(new URL('errors.zh.md', docs), errorsPageInChinese());
await writeFile(new URL('limits.md', docs), limitsPage());
await writeFile(new URL('limits.zh.md', docs), limitsPageInChinese());
