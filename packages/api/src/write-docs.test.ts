import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { accessPage } from './access/access-page.ts';
import { limitsPage } from './cost/limits-page.ts';
import { limitsPageInChinese } from './cost/limits-page-zh.ts';
import { errorsPage } from './errors-page.ts';
import { errorsPageInChinese } from './errors-page-zh.ts';

it.each([
  ['access.md', accessPage],
  ['errors.md', errorsPage],
  ['errors.zh.md', errorsPageInChinese],
  ['limits.md', limitsPage],
  ['limits.zh.md', limitsPageInChinese],
])('docs/%s is what the code says (npm run docs writes it)', async (file, page) => {
  expect(await readFile(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')).toBe(page());
});
