import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';
import { visit } from './visits.ts';

const { platform, openPage } = browserTest();
const address = '/towns/310116112/overlays';

const nodes = (page: Page, name: string) =>
  page.locator('.ant-select-tree .node', { hasText: new RegExp(` ${name}$`) });

/** Opens the tree of a field once it is there, and searches it. */
async function search(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-tree .node').first().waitFor();
  await page.getByLabel(label).fill(name);
}

const submit = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

test('an administrator opens an overlay with a block, and its name is refused where it is in use', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);
  await page.getByRole('button', { name: '新增叠加分区' }).click();
  await page.getByLabel('名称').fill('籍贯');
  await submit(page, '新增');
  await page.locator('.ant-form-item-explain-error').waitFor();
  await page.getByLabel('名称').fill('按楼组');
  await submit(page, '新增');
  const overlay = page.locator('.panel', { hasText: '按楼组' });
  await overlay.getByText('还没有块区').waitFor();
  await overlay.getByRole('button', { name: '新增块区' }).click();
  await page.getByLabel('块区名称').fill('1号楼块区');
  await search(page, '所属单位', '建龙');
  await nodes(page, '建龙居委会').click();
  await submit(page, '新增');
  await overlay.getByRole('row').filter({ hasText: '1号楼块区' }).getByText('建龙居委会').waitFor();
  await overlay.getByRole('button', { name: '停用' }).click();
  await submit(page, '停用');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await overlay.getByRole('button', { name: '更名' }).click();
  await page.getByLabel('名称').fill('楼组');
  await submit(page, '更名');
  await page.getByRole('heading', { name: /^楼组/ }).waitFor();
  await page.close();
});

test('households are registered, moved, placed in an overlay with a group head, visited and ended', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);
  await page.getByRole('link', { name: '安徽籍块区' }).click();
  await page.locator('.page-line .ant-tag', { hasText: '籍贯' }).waitFor();
  await page.getByRole('link', { name: '示00001' }).click();
  await page.getByRole('link', { name: '第1块区' }).first().click();
  await page.getByRole('heading', { name: '住户 24' }).waitFor();

  await page.getByRole('button', { name: '登记住户' }).click();
  await page.getByLabel('户号').fill('新001\n\n示00001');
  await submit(page, '登记住户');
  await page.locator('.ant-form-item-explain-error', { hasText: '第 2 项' }).waitFor();
  await page.getByLabel('户号').fill('新001\n新002');
  await submit(page, '登记住户');
  await page.getByRole('heading', { name: '住户 26' }).waitFor();

  await page.getByRole('button', { name: '变更 新002' }).click();
  await page.getByRole('menuitem', { name: '注销' }).click();
  await submit(page, '注销');
  await page.getByRole('heading', { name: '住户 25' }).waitFor();

  await page.getByRole('link', { name: '新001' }).click();
  await page.getByRole('button', { name: '迁移' }).click();
  await search(page, '迁入块区', '建龙');
  await nodes(page, '第1块区').waitFor();
  expect(await nodes(page, '安徽籍块区').count()).toBe(0);
  await nodes(page, '第2块区').click();
  await submit(page, '迁移');
  const homes = page.locator('.panel', { hasText: '所在块区' });
  await homes.getByRole('link', { name: '第2块区' }).waitFor();

  await page.getByRole('button', { name: '归入分区' }).click();
  await page.getByText('原归属终止').waitFor();
  await submit(page, '归入分区');
  await page.getByText('请选择分区中的块区').waitFor();
  await page.getByLabel('分区中的块区').click();
  await nodes(page, '安徽籍块区').click();
  await page.getByLabel('组长').click();
  await page.getByTitle(/^胡伟民/).click();
  await submit(page, '归入分区');
  const overlay = page.locator('.panel').filter({ has: page.getByRole('heading', { name: '籍贯' }) });
  await overlay.getByText('组长 胡伟民').waitFor();

  await visit(page, {});
  await page.getByRole('heading', { name: '走访记录 1' }).waitFor();
  const visits = page.locator('.panel', { hasText: '走访记录' });
  await visits.getByText('选择用途后显示').waitFor();
  await page.getByRole('button', { name: '查看完整信息' }).first().click();
  await page.getByRole('menuitem', { name: '走访', exact: true }).click();
  await visits.getByText('两位老人同住').waitFor();
  await visits.getByRole('link', { name: '第2块区' }).waitFor();
  await visits.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('服务').fill('已联系物业，周三上门');
  await submit(page, '修改');
  await page.getByText('请填写修改原因').waitFor();
  await page.getByLabel('修改原因').fill('补充');
  await submit(page, '修改');
  await visits.getByText('周三上门').waitFor();
  await visits.getByRole('button', { name: '修改过 1 次' }).click();
  await page.getByRole('dialog').getByText('报修').last().waitFor();
  await page.locator('.ant-modal-close').click();
  await visit(page, {});
  await page.getByRole('heading', { name: '走访记录 2' }).waitFor();
  await visits.getByRole('button', { name: '撤回' }).first().click();
  await page.getByLabel('撤回原因').fill('重复录入');
  await submit(page, '撤回');
  await visits.getByText('撤回：重复录入').waitFor();

  await page.getByRole('button', { name: '注销' }).click();
  await submit(page, '注销');
  await page.locator('.ant-form-item-explain-error', { hasText: '曾走访该户' }).waitFor();
  const later = new Date().getFullYear() + 1;
  await page.getByLabel('注销日期').fill(`${later}-12-31`);
  await page.getByLabel('注销日期').press('Tab');
  await submit(page, '注销');
  await page.locator('.page-meta', { hasText: `至 ${later}-12-30` }).waitFor();
  expect(await page.getByRole('button', { name: '迁移' }).count()).toBe(0);
  await page.close();
});

test('a household whose committee has closed is shown under what its block stands under today', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(platform.url);
  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('东块');
  await page.locator('.node[data-kind=BLOCK]', { hasText: '东块' }).first().click();
  await page.getByRole('link', { name: '查看详情' }).click();
  const crumbs = page.locator('.page-crumbs li:not(.ant-breadcrumb-separator)');
  await page.getByRole('link', { name: /^示0/ }).first().waitFor();
  const above = (await crumbs.allTextContents()).slice(1, -1);
  expect(above.at(-1)).toMatch(/社区/);
  await page.getByRole('link', { name: /^示0/ }).first().click();
  await page.getByRole('heading', { name: /^示0/ }).waitFor();
  expect((await crumbs.allTextContents()).slice(1, -1)).toEqual([...above, '东块']);
  await page
    .locator('.panel', { hasText: '所在块区' })
    .getByText(above.at(-1) ?? '')
    .waitFor();
  await page.close();
});

test('on a telephone a block’s households and a household are not wider than the screen', async () => {
  const page = await openPage(360, 'admin-310116112');
  await page.goto(`${platform.url}${address}`);
  await page.getByRole('link', { name: '江苏籍块区' }).click();
  await page.getByRole('link', { name: '示00005' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: '示00005' }).click();
  await page.getByRole('heading', { name: '走访记录 0' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
