import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';

const { platform, openPage } = browserTest();

test('an operator opens a district office, gives it a new password and ends it', async () => {
  const page = await openPage(1360, 'operator');
  await page.goto(platform.url);
  await page.getByRole('heading', { name: '全市数据看板' }).waitFor();
  await page.getByRole('link', { name: '街镇名册' }).click();
  await page.waitForURL(`${platform.url}/districts`);
  await page.getByRole('link', { name: '办公账号' }).click();
  await page.waitForURL(`${platform.url}/offices`);

  await page.getByRole('button', { name: '开设账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('区社工部');
  await dialog.getByLabel(/账号名/).fill('shegong');
  await dialog.getByRole('button', { name: '开设账号' }).click();
  await dialog.getByText('已开设账号 shegong-310101').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).last().click();

  const row = page.getByRole('row', { name: /shegong-310101/ });
  await row.getByText('区级办公室').waitFor();
  await row.getByRole('button', { name: '重置密码' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '重置密码' }).click();
  await page.getByText('区社工部 的新密码').waitFor();
  await dialog.getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).last().click();

  await row.getByRole('button', { name: '终止' }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '终止' }).click();
  await row.waitFor({ state: 'detached' });

  const own = page.getByRole('row').filter({ has: page.getByText('operator', { exact: true }) });
  expect(await own.getByRole('button').count()).toBe(0);
  await page.close();
});

test('a district office sees what its towns have, and which of their pages are not for it', async () => {
  const page = await openPage(1360, 'district-310114');
  await page.goto(platform.url);
  await page.waitForURL(`${platform.url}/districts/310114`);
  await page.getByRole('link', { name: '街镇名册' }).click();
  await page.getByRole('columnheader', { name: '本年联系' }).waitFor();
  const headers = await page.locator('thead th').allTextContents();
  const cells = await page
    .getByRole('row', { name: /马陆镇/ })
    .getByRole('cell')
    .allTextContents();
  const shown = Object.fromEntries(headers.map((header, index) => [header, cells[index]]));
  expect(shown).toMatchObject({ 状态: '已开通', 社区: '6', 户数: '400', 本年联系: '0' });
  for (const own of ['drafts', 'accounts', 'settings', 'import']) {
    await page.goto(`${platform.url}/towns/310114106/${own}`);
    await page.getByText('您没有此页的权限').waitFor();
    expect(await page.getByRole('button', { name: /新建草案|重试/ }).count()).toBe(0);
  }
  await page.goto(`${platform.url}/towns/310114106/history`);
  await page.getByText('镇管社区').first().waitFor();
  await page.close();
});
