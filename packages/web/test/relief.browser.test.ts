import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { finish, pick, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator keeps the list of what relief is given for, and its funds, whose budget is adjusted with a reason', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/settings`);
  const list = panel(page, '帮困类别和项目');
  await list.getByText('助优').waitFor();
  await list.getByRole('button', { name: '添加类别' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('助医');
  await submit(page, '添加');
  await dialog.getByText('该名称已被使用').waitFor();
  await dialog.getByLabel('名称').fill('助学');
  await finish(page, '添加');
  const added = list.locator('ul', { hasText: '助学' }).last();
  await added.getByRole('button', { name: '添加项目' }).click();
  await dialog.getByLabel('名称').fill('金秋助学');
  await dialog.getByLabel('标准').fill('三千');
  await submit(page, '添加');
  await dialog.getByText('请填写金额').waitFor();
  await dialog.getByLabel('标准').fill('3000');
  await finish(page, '添加');
  await added.getByText('标准 3,000.00 元').waitFor();
  await added.locator('li', { hasText: '金秋助学' }).getByRole('button', { name: '停用' }).click();
  await finish(page, '停用');
  await added.getByText('金秋助学').waitFor({ state: 'detached' });

  await page.goto(`${platform.url}${town}/relief-funds`);
  await page.getByRole('button', { name: '开设资金' }).click();
  await dialog.getByLabel('资金名称').fill('企业捐赠');
  await pick(page, '来源', '社会捐赠');
  await dialog.getByLabel('预算').fill('80000.5');
  await finish(page, '开设资金');
  const row = page.locator('tr', { hasText: '企业捐赠' });
  await row.getByRole('button', { name: '调整预算' }).click();
  await dialog.getByLabel('增减金额').fill('-80000.6');
  await dialog.getByLabel('原因').fill('退回');
  await submit(page, '调整预算');
  await dialog.getByText('预算不能少于此数').waitFor();
  await dialog.getByLabel('增减金额').fill('-0.5');
  await finish(page, '调整预算');
  await row.getByText('80,000.00').first().waitFor();
  await row.getByRole('button', { name: '企业捐赠' }).click();
  expect(await dialog.locator('.ant-table-row').allTextContents()).toEqual([
    expect.stringMatching(/80,000\.50$/),
    expect.stringMatching(/-0\.5080,000\.00退回$/),
  ]);
  await page.close();
});

test('on a telephone an officer sees what funds there are, and a district office none of them', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/relief-funds`);
  await page.getByText('镇级帮困资金（示例）').waitFor();
  expect(await page.getByRole('button', { name: '开设资金' }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
  const office = await openPage(1360, 'district-310112');
  await office.goto(`${platform.url}${town}/relief-funds`);
  await office.getByText('您没有此页的权限').waitFor();
  await office.close();
});
