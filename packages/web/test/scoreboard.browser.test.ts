import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess, holdAnswers } from './page.ts';

const { platform, openPage } = browserTest();
const board = '/towns/310115120/scoreboard?span=lastYear';

/** The counts of one comparison, as the cells of its column say them: of each unit, and of the town below. */
async function counts(page: Page, column: number): Promise<{ units: number[][]; whole: number[] }> {
  const notes = async (row: string) => {
    const scores = page.locator(`${row} td:nth-child(${column + 2}) .score`);
    const texts = await scores.evaluateAll((all) => all.map((each) => each.querySelector('.score-note')?.textContent));
    return texts.map(
      (text) =>
        /^(\d+)[^/]*\/ (\d+)/
          .exec(text ?? '')
          ?.slice(1)
          .map(Number) ?? [],
    );
  };
  const [whole = []] = await notes('tfoot tr.row-total');
  return { units: await notes('tbody tr.ant-table-row'), whole };
}

const sumOf = (rows: readonly number[][], at: 0 | 1) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0);

/** Whether the rows come by their places in one comparison, those without one left out. */
async function inOrder(page: Page, column: number): Promise<boolean> {
  const texts = await page.locator(`tbody tr.ant-table-row td:nth-child(${column + 2}) .place`).allTextContents();
  const places = texts.map((text) => Number(text.replace('第', '')));
  return places[0] === 1 && places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
}

test('an administrator compares committees by five rates that add up to the town, and opens one down to a household', async () => {
  const page = await openPage(1360, 'admin-310115120');
  await page.goto(`${platform.url}${board}`);
  await page.locator('tfoot .score').first().waitFor();
  for (const column of [1, 2, 3, 4, 5]) {
    const { units, whole } = await counts(page, column);
    expect({ column, whole }).toEqual({ column, whole: [sumOf(units, 0), sumOf(units, 1)] });
    expect(sumOf(units, 1)).toBeGreaterThan(0);
  }
  expect(await inOrder(page, 1)).toBe(true);
  await page.getByRole('button', { name: '台账最实' }).click();
  await page.waitForURL(/by=RECORDS/);
  await expect.poll(() => inOrder(page, 3), { timeout: 30_000 }).toBe(true);

  // A committee's records that lack something, with what; the household is a click away.
  const records = (await counts(page, 3)).units;
  const lacking = records.findIndex(([right = 0, all = 0]) => right > 0 && right < all);
  const [right = 0, all = 0] = records[lacking] ?? [];
  const row = page.locator('tbody tr.ant-table-row').nth(lacking);
  const name = (await row.locator('td').first().getByRole('link').first().textContent()) ?? '';
  await page.getByRole('link', { name: `打开${name}的“台账最实”` }).click();
  await page.getByText(`走访记录 ${all - right}`, { exact: true }).waitFor();
  await page.locator('.request-card .ant-tag').first().waitFor();
  await page.getByText('合格', { exact: true }).click();
  await page.getByText(`走访记录 ${right}`, { exact: true }).waitFor();
  expect(await page.locator('.request-card .ant-tag').count()).toBe(0);
  await page.locator('.request-card').getByRole('link').first().click();
  await page.waitForURL(/\/households\//);
  await page.goBack();
  await page.getByRole('link', { name: '返回比一比' }).click();
  await page.getByRole('link', { name: `比一比${name}的下级` }).click();
  await page.getByText(`只比${name}的下级单位`).waitFor();
  const { units, whole } = await counts(page, 3);
  expect([sumOf(units, 0), sumOf(units, 1)]).toEqual(whole);
  expect(whole).toEqual([right, all]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
});

test('the board stands under the days that it is of while another is being read', async () => {
  const page = await openPage(1360, 'admin-310115120');
  await page.goto(`${platform.url}${board}`);
  await page.locator('tfoot .score').first().waitFor();
  const days = page.getByRole('heading', { name: /^五个比一比/ });
  const before = await days.textContent();
  const come = await holdAnswers(page, 'Scoreboard');
  await page.getByText('本年', { exact: true }).click();
  await page.waitForURL((url) => !url.search.includes('lastYear'));
  await page.getByRole('radio', { name: '本年', exact: true, checked: true }).waitFor({ state: 'attached' });
  expect(await days.textContent()).toBe(before);
  come();
  await expect.poll(() => days.textContent()).not.toBe(before);
  await page.close();
});

test('a team member sees the board of the town on a telephone, and of its records those of their own block alone', async () => {
  const page = await openPage(360, 'member-310115120');
  await page.goto(`${platform.url}${board}`);
  await page.locator('.score-line').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByLabel('排列').click();
  await page.locator('.ant-select-item-option', { hasText: '走访最广' }).click();
  await page.waitForURL(/by=BREADTH/);
  await page
    .locator('.request-card', { hasText: '金桥镇' })
    .getByRole('link', { name: /走访最广/ })
    .click();
  const panel = page.locator('.panel', { hasText: '未联系' });
  await panel.locator('.request-card').first().waitFor();
  const blocks = new Set(await panel.locator('.request-card > div:first-child').allTextContents());
  expect(new Set([...blocks].map((text) => text.split('·')[1]?.trim())).size).toBe(1);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Breadth' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
});

test('a district office compares the units of its towns and opens no record', async () => {
  const page = await openPage(1360, 'district-310115');
  await page.goto(`${platform.url}${board}`);
  await page
    .locator('tfoot')
    .getByRole('link', { name: /走访最广/ })
    .click();
  await page.locator('.figure-parts').waitFor();
  expect(await page.locator('.request-card').count()).toBe(0);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Breadth' }).waitFor();
  await page.getByRole('link', { name: 'Back to the scoreboard' }).click();
  await page.getByText('How it counts and ranks').waitFor();
});
