import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();

test('a notice is posted on the board of a block, read by a team member on a telephone, and taken down', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(platform.url);
  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('组团');
  await page.locator('.node[data-kind=TEAM]').first().click();
  await page.getByRole('link', { name: '查看详情' }).click();
  const board = panel(page, /^公示牌/);
  await board.getByText('没有公示中的公告').waitFor();
  const address = page.url();

  const dialog = page.getByRole('dialog');
  await board.getByRole('button', { name: '发布公告' }).click();
  await dialog.getByLabel('标题').fill('停水通知');
  await dialog.getByRole('button', { name: '发布公告' }).click();
  await dialog.getByText('请填写内容').waitFor();
  await dialog.getByLabel('内容').fill('周三 8 时至 12 时停水，请提前储水。');
  await dialog.getByRole('button', { name: '发布公告' }).click();
  await board.getByRole('heading', { name: '停水通知' }).waitFor();

  const telephone = await openPage(360, 'member-310112114');
  await telephone.goto(address);
  const read = panel(telephone, /^公示牌/);
  await read.getByText('请提前储水').waitFor();
  expect(await read.getByRole('button').count()).toBe(0);
  expect(await excess(telephone)).toBe(0);
  await telephone.close();

  await board.getByRole('button', { name: '撤下' }).click();
  await dialog.getByRole('button', { name: '撤下' }).click();
  await board.getByText('没有公示中的公告').waitFor();
  await page.close();
});
