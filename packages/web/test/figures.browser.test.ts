import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();
const malu = '/towns/310114106';
const contacts = `${malu}/figures?figure=contact&from=2013-01-01&to=2014-12-31&asOf=2013-12-30`;

/** The panel of the parts, once it says this. */
async function partsOf(page: Page, says: string | RegExp): Promise<Locator> {
  const panel = page.locator('.panel', { has: page.locator('.figure-parts') }).filter({ hasText: says });
  await panel.waitFor();
  return panel;
}

/** The rows of a table in one of its columns, and the total below. */
async function column(table: Locator, index: number): Promise<{ rows: number[]; total: number }> {
  const cell = `td:nth-child(${index + 1}) .count`;
  const numbers = (texts: string[]) => texts.map((text) => Number(text.replaceAll(',', '')));
  const rows = numbers(await table.locator(`tbody tr.ant-table-row ${cell}`).allTextContents());
  const [total = Number.NaN] = numbers(await table.locator(`tfoot tr.row-total ${cell}`).allTextContents());
  return { rows, total };
}

function sum(rows: readonly number[]): number {
  return rows.reduce((total, row) => total + row, 0);
}

test('an administrator sees the same total on the three bases, and parts that add up down to the block', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}${malu}/history`);
  const event = page.getByRole('listitem').filter({ hasText: '镇管社区' });
  await event.getByRole('link', { name: '看数据折算' }).click();
  await page.waitForURL(/basis=AS_OF&asOf=2013-12-30&from=2012-12-31&to=2014-12-30/);
  await page.getByText('三种口径的合计相同，都是 1,200').waitFor();
  expect(await page.locator('.basis-total').allTextContents()).toEqual(['1,200', '1,200', '1,200']);
  const beside = page.locator('.panel', { hasText: '三种口径对照' });
  for (const index of [1, 2, 3]) {
    const { rows, total } = await column(beside, index);
    expect({ index, total, sum: sum(rows) }).toEqual({ index, total: 1200, sum: 1200 });
  }
  // What a unit has on another basis stands with by how much that is more than what was recorded under it.
  const merged = beside.getByRole('row', { name: /^希望社区/ });
  const [, recorded = '', , today = ''] = await merged.locator('td').allInnerTexts();
  const [now = '', change = ''] = today.split('\n');
  expect(`增 ${Number(now) - Number(recorded)}`).toBe(change);

  let panel = await partsOf(page, '按 2013-12-30 的建制');
  expect(await column(panel, 1)).toEqual({ rows: Array(10).fill(120), total: 1200 });
  const village = panel.getByRole('link', { name: /^希望村/ });
  expect(await village.getAttribute('href')).toMatch(/^\/units\/.+\?asOf=2013-12-30$/);
  await page.getByRole('radio', { name: /按现行/ }).focus();
  await page.keyboard.press('Space');
  panel = await partsOf(page, '按今天');
  expect(await column(panel, 1)).toEqual({ rows: [240, 240, 240, 240, 120, 120], total: 1200 });
  await panel.getByRole('link', { name: '打开希望社区的下级：120', exact: true }).press('Enter');
  await page.waitForURL(/unit=/);
  panel = await partsOf(page, '马陆镇/希望社区');
  expect(await column(panel, 1)).toEqual({ rows: [60, 60], total: 120 });
  expect(await panel.getByRole('link', { name: /^打开/ }).count()).toBe(0);
  await panel.getByRole('link', { name: '东块' }).waitFor();
  await page.reload();
  panel = await partsOf(page, '马陆镇/希望社区');
  await panel.getByRole('link', { name: '马陆镇', exact: true }).click();
  panel = await partsOf(page, '白银社区');

  // What it counts has been defined anew: since when it holds, and what it was before.
  await panel.getByText(/（2026-11-29 起按此口径）/).waitFor();
  await panel.getByText('口径变更（共 3 版）').click();
  await panel.getByText(/^2026-11-25 至 2026-11-28的口径：这段时间里的走访/).waitFor();

  await page.getByText('块区数', { exact: false }).click();
  await page.getByLabel('日期', { exact: true }).fill('2013-12-30');
  await page.getByLabel('日期', { exact: true }).press('Enter');
  panel = await partsOf(page, '块区数 · 2013-12-30');
  expect(await column(panel, 1)).toEqual({ rows: Array(10).fill(2), total: 20 });
  await page.locator('.figure-chip', { hasText: '户数 400' }).waitFor();
  await page.close();
});

test('a district office opens the figures of its town on a telephone', async () => {
  const page = await openPage(360, 'district-310114');
  await page.goto(`${platform.url}${contacts}&basis=AS_RECORDED`);
  const panel = await partsOf(page, '按记录时的建制');
  const { rows, total } = await column(panel, 1);
  expect([sum(rows), total]).toEqual([1200, 1200]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await panel.getByRole('link', { name: /^希望村/ }).click();
  await page.getByText('以下是最后一天（2013-12-30）的情况').waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '组织', exact: true }).click();
  await page.getByRole('link', { name: '数据', exact: true }).click();
  await partsOf(page, '户数');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  for (const closed of ['drafts', 'accounts', 'import', 'settings']) {
    await page.goto(`${platform.url}${malu}/${closed}`);
    await page.getByText('您没有此页的权限').waitFor();
    expect(await page.getByRole('button', { name: '新建草案' }).count()).toBe(0);
  }
  await page.close();
});

test('a period that ends before it begins is told on its field and asks nothing; one without contacts says so', async () => {
  const page = await openPage(360);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.postData() ?? ''));
  await page.goto(`${platform.url}${malu}/figures?figure=contact&from=2014-01-02&to=2014-01-01`);
  await signIn(page, 'admin-310114106', demoPassword);
  await page.getByRole('alert').filter({ hasText: '最后一天不能早于 2014-01-02' }).waitFor();
  expect(asked.some((body) => body.includes('query Indicators'))).toBe(true);
  expect(asked.filter((body) => body.includes('figure(')).length).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByLabel('到', { exact: true }).fill('2014-01-31');
  await page.getByLabel('到', { exact: true }).press('Enter');
  await page.getByText('三种口径的合计相同').waitFor();
  await page.getByText('最后一天不能早于').waitFor({ state: 'detached' });
  // A quarter is chosen as a quarter, and the address says its first and last day.
  await page.getByText('季度', { exact: true }).click();
  await page.waitForURL(/from=2014-01-01&to=2014-03-31/);
  await page.getByLabel('时段', { exact: true }).click();
  await page.locator('.ant-picker-cell:visible', { hasText: 'Q3' }).click();
  await page.waitForURL(/from=2014-07-01&to=2014-09-30/);
  await expect.poll(() => page.getByLabel('时段', { exact: true }).inputValue()).toBe('2014 年第 3 季度');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.goto(`${platform.url}${malu}/figures?figure=contact&from=2020-01-01&to=2020-12-31`);
  await page.getByText('该期没有数据：联系次数为 0').waitFor();
  await page.close();
});
