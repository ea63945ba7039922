import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess, saved } from './page.ts';

const { platform, openPage } = browserTest();
const address = '/towns/310116112/import';

/** Chooses a file out of lines, and has it checked. */
async function check(page: Page, lines: readonly string[]): Promise<void> {
  const file = { name: '新块区.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '检查文件' }).click();
}

test('a file with a row at fault is refused by that row, and mended it brings its units into the tree', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);

  const { bytes } = await saved(page, () => page.getByRole('button', { name: '下载 CSV' }).click());
  const template = bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
  expect(template[0]).toBe('类型,上级,名称,编码,状态,分区,角色,姓名,共建单位,同名序号,开始日期');

  const renamed = template.map((row) => row.replace('块区,建龙居委会,第1块区,', '块区,建龙居委会,东一块区,'));
  expect(renamed).not.toEqual(template);
  await check(page, renamed.slice(0, renamed.findIndex((row) => row.includes('东一块区')) + 1));
  await page.getByText('个新增单位可能是现有单位的更名').waitFor();
  await page.getByRole('row').filter({ hasText: '东一块区' }).getByText('建龙居委会').waitFor();

  const added = ['块区,建龙居委会,东海块区,,,,,,,,', '组团,建龙居委会/东海块区,东海组团,,,,,,,,'];
  const wrong = '块区,没有的村,西海块区,,,,,,,,';
  const blocks = page.locator('.figure', { hasText: '块区' });
  const before = Number(await blocks.locator('b').textContent());
  await page.getByLabel('事由').fill('划分新块区');
  await check(page, [...template, ...added, wrong]);
  await page.getByText('1 行有误，无法导入').waitFor();
  const fault = page.getByRole('row').filter({ hasText: '“没有的村”既不在本镇，也不在文件中。' });
  expect(await fault.getByRole('cell').allTextContents()).toEqual([
    `${template.length + added.length + 1}`,
    '上级',
    '“没有的村”既不在本镇，也不在文件中。',
  ]);
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  expect(await page.getByLabel('事由').inputValue()).toBe('划分新块区');
  await page.reload();
  await blocks.waitFor();
  expect(await blocks.locator('b').textContent()).toBe(`${before}`);

  await page.getByLabel('事由').fill('划分新块区');
  await check(page, [...template, ...added]);
  await page.getByText('新增单位').locator('..').getByText('1', { exact: true }).waitFor();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('已导入 2 行').waitFor();
  expect(await blocks.locator('b').textContent()).toBe(`${before + 1}`);

  await page.getByRole('link', { name: '看组织树' }).click();
  await page.getByPlaceholder('搜索名称或代码').fill('东海');
  await page.getByRole('tree').getByText('东海组团').waitFor();
  await page.getByRole('link', { name: '沿革' }).click();
  await page.getByText('划分新块区').waitFor();

  await page.goto(`${platform.url}${address}`);
  await check(page, [...template, ...added]);
  await page.getByText('文件中的内容都已存在，无需导入。').waitFor();
  await page.close();
});

test('on a telephone the page is not wider than the screen, and says what is wrong with a file that cannot be read', async () => {
  const page = await openPage(360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);
  await page.getByRole('button', { name: '检查文件' }).click();
  await page.getByText('请选择文件').waitFor();
  await check(page, ['名称', '东海']);
  await page.locator('.ant-form-item-explain-error', { hasText: '第一行必须是列名' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});

test('an officer of a village neither imports nor exports', async () => {
  const page = await openPage(1360, 'officer-310116112');
  await page.goto(`${platform.url}${address}`);
  await page.getByText('您没有此页的权限').waitFor();
  expect(await page.getByRole('link', { name: '导入导出' }).count()).toBe(0);
  await page.close();
});
