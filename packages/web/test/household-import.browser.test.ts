import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeTable } from '../../api/src/imports/write-table.ts';
import { browserTest } from './browser-test.ts';
import { excess, saved } from './page.ts';

const { platform, openPage } = browserTest();
const address = '/towns/310116112/import-households';
const block = '建龙居委会/第1块区';

/** Chooses a workbook out of rows of 户号, 块区, 姓名, 户主, 出生年份 and 电话, and has it checked. */
async function check(page: Page, rows: string[][]): Promise<void> {
  const table = [['户号', '块区', '姓名', '户主', '出生年份', '电话'], ...rows];
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = Buffer.from(writeTable(table, 'XLSX'));
  await page.locator('input[type=file]').setInputFiles({ name: '住户.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: '检查文件' }).click();
}

const bring = (page: Page) => page.getByRole('button', { name: '导入', exact: true }).click();

test('a workbook of households is refused by its faulty row, and brings its people once it is decided who is known already', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/due`);
  await page.getByRole('link', { name: '导入住户' }).click();
  const { bytes } = await saved(page, () => page.getByRole('button', { name: '下载 CSV' }).click());
  expect(bytes.toString('utf8').trim()).toContain('户号,块区,地址,起始日期,姓名');

  await check(page, [
    ['导001', block, '李红英', '是', '1980', '13900001111'],
    ['导001', '', '李小明', '', '2010', '12345'],
  ]);
  await page.getByText('1 行有误，无法导入').waitFor();
  await page.getByRole('row').filter({ hasText: '电话' }).getByText('3', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);

  await check(page, [
    ['导001', block, '李红英', '是', '1980', '13900001111'],
    ['导001', '', '李小明', '', '2010', ''],
  ]);
  await bring(page);
  await page.getByText('已导入 1 户、2 名成员、0 项类别').waitFor();

  await check(page, [
    ['导002', block, '李红英', '是', '1980', ''],
    ['导002', '', '李小明', '', '2010', ''],
    ['导002', '', '王大力', '', '1975', ''],
  ]);
  await page.getByText('2 行可能是其他户已有的人员').waitFor();
  await page.getByText('还有 2 行未决定').waitFor();
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  await page.getByRole('row').filter({ hasText: '导002' }).getByRole('link', { name: '导001' }).first().waitFor();
  await page.getByRole('radiogroup', { name: '第 2 行的处理' }).getByText('新增').click();
  await page.getByText('还有 1 行未决定').waitFor();
  await page.getByRole('radiogroup', { name: '第 3 行的处理' }).getByText('跳过').click();
  await bring(page);
  await page.getByText('已导入 1 户、2 名成员、0 项类别').waitFor();
  await page.close();
});

test('on a telephone the page is not wider than the screen, and only who imports households has it', async () => {
  const page = await openPage(360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);
  await check(page, [
    ['导003', block, '赵一', '', '1990', ''],
    ['导004', block, '赵一', '', '1990', ''],
  ]);
  await page.getByText('与文件第 2 行为同一人').waitFor();
  await page.getByRole('button', { name: '全部跳过' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
  const officer = await openPage(1360, 'officer-310116112');
  await officer.goto(`${platform.url}${address}`);
  await officer.getByText('您没有此页的权限').waitFor();
  await officer.close();
});
