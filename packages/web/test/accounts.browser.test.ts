import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator says as whom accounts act, and their holders see it', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/accounts`);
  const row = (account: string) => page.getByRole('row', { name: account });
  const dialog = page.getByRole('dialog');
  await row('admin-310112114').getByText('未对应').waitFor();

  await row('admin-310112114').getByRole('button', { name: '对应人员' }).click();
  await dialog.getByLabel('对应人员').fill('钱管理');
  await page.getByText('登记新人员“钱管理”').click();
  await dialog.getByRole('button', { name: '对应人员' }).click();
  await row('admin-310112114').getByRole('cell', { name: '钱管理' }).waitFor();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '开设账号' }).click();
  await dialog.getByLabel('姓名').fill('新审计');
  await dialog.getByLabel(/账号名/).fill('audit2');
  await dialog.getByLabel('角色').click();
  await page.locator('.ant-select-item-option', { hasText: '审计员' }).click();
  await dialog.getByLabel('对应人员').fill('钱管理');
  await page.locator('.ant-select-item-option:not(.find-add)', { hasText: '钱管理' }).click();
  await dialog.getByRole('button', { name: '开设账号' }).click();
  await dialog.getByText('该街镇已有另一账号对应此人员').waitFor();
  await dialog.getByLabel('对应人员').fill('孙审计');
  await page.getByText('登记新人员“孙审计”').click();
  await dialog.getByRole('button', { name: '开设账号' }).click();
  await dialog.getByText('已开设账号 audit2-310112114').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await row('audit2-310112114').getByRole('cell', { name: '孙审计' }).waitFor();

  // The one who is chosen is named, and can be taken out.
  await row('audit2-310112114').getByRole('button', { name: '对应人员' }).click();
  await dialog.getByTitle('孙审计').waitFor();
  await dialog.locator('.ant-select').hover();
  await dialog.locator('.ant-select-clear').click();
  await dialog.getByRole('button', { name: '对应人员' }).click();
  await row('audit2-310112114').getByText('未对应').waitFor();

  await page.goto(`${platform.url}/account`);
  await page.getByRole('cell', { name: '钱管理' }).waitFor();
  await page.close();

  const phone = await openPage(360, 'admin-310112114');
  await phone.goto(`${platform.url}${town}/accounts`);
  await phone.getByRole('cell', { name: '钱管理' }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await phone.close();
});
