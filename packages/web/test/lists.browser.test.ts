import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';

const { platform, openPage } = browserTest();
const malu = '/towns/310114106';

/** Asks for the next page until there is none; gives how many rows there were each time, and how many there are in all. */
async function goOn(list: Locator, row: string): Promise<{ shown: number[]; total: number }> {
  const more = list.locator('.more');
  await more.waitFor();
  const total = Number((await more.textContent())?.match(/\/ (\d+)/)?.[1]);
  const shown = [await list.locator(row).count()];
  for (let rows = shown[0] ?? 0; rows < total; rows = shown.at(-1) ?? total) {
    await more.getByRole('button', { name: '加载更多' }).click();
    await list.locator(row).nth(rows).waitFor();
    shown.push(await list.locator(row).count());
  }
  await more.waitFor({ state: 'detached' });
  return { shown, total };
}

test('lists go on to their end page by page: those of the cache, and those that no cache may keep', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}${malu}/requests`);
  const closed = await goOn(page.locator('.panel', { hasText: '已结案' }), '.request-card');
  expect(closed.shown).toEqual(pages(20, closed.total));
  await page.goto(`${platform.url}${malu}/due`);
  const due = await goOn(page.locator('.column-main'), '.request-card');
  expect(due).toEqual({ shown: pages(50, 400), total: 400 });
  await page.close();
});

/** How many of all are shown after each page of so many. */
function pages(size: number, total: number): number[] {
  return Array.from({ length: Math.ceil(total / size) }, (_, index) => Math.min((index + 1) * size, total));
}
