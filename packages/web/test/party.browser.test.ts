import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseSome, finish, pick, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const tree = '/towns/310112114/party';

const line = (page: Page, name: string) => page.locator('.party-line', { hasText: name });

/** Opens the dialog of a button. */
async function open(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** The names of the Party organisations on the page, in their order. */
function names(page: Page): Promise<string[]> {
  return page.locator('.party-line .party-name').allTextContents();
}

test('the Social Party Committee founds a joint branch, staffs it, covers with it, takes it in hand, merges and dissolves', async () => {
  const page = await openPage(1360, 'party-310112114');
  await page.goto(`${platform.url}${tree}`);
  await line(page, '小微企业联合党支部').getByText('覆盖 3 家').waitFor();
  await panel(page, /^待完善/)
    .getByRole('link', { name: '鲁汇家具（示例）' })
    .waitFor();

  await open(page, '成立党组织');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('杜行新兴联合党支部');
  await pick(page, '组建形式', '联合');
  await choose(page, '上级党组织', '社区综合党总支');
  await submit(page, '成立党组织');
  await dialog.getByText('请选择覆盖组织').waitFor();
  await chooseSome(page, '覆盖组织', ['鲁汇家具']);
  await submit(page, '成立党组织');
  await dialog.getByText(/覆盖的组织将少于两家/).waitFor();
  await chooseSome(page, '覆盖组织', ['瑞丰餐饮']);
  await finish(page, '成立党组织');
  await page.locator('h1', { hasText: '杜行新兴联合党支部' }).waitFor();
  await panel(page, /^覆盖组织 2$/).waitFor();

  await open(page, '任职');
  await dialog.getByText('由其他党组织书记兼任').click();
  await choose(page, '兼任书记的党组织', '社区综合党总支');
  await finish(page, '任职');
  await panel(page, /^班子成员 1$/)
    .getByText(/由社区综合党总支（示例）书记兼任/)
    .waitFor();
  const secretary = await page.locator('.page-meta').textContent();
  expect(secretary).toMatch(/书记 .+（示例）/);

  await open(page, '纳入覆盖');
  await choose(page, '组织', '召稼楼稻米合作社');
  await finish(page, '纳入覆盖');
  const covers = panel(page, /^覆盖组织 3$/);
  await covers
    .getByRole('row', { name: /召稼楼稻米合作社.*挂靠/ })
    .getByRole('button', { name: '终止' })
    .click();
  await dialog.getByLabel('原因').fill('改由合作社支部覆盖');
  await finish(page, '终止');
  await panel(page, /^覆盖组织 2$/).waitFor();
  // The last but one of a joint branch cannot go.
  await panel(page, /^覆盖组织 2$/)
    .getByRole('button', { name: '终止' })
    .first()
    .click();
  await dialog.getByLabel('原因').fill('迁出');
  await submit(page, '终止');
  await dialog.getByText(/覆盖的组织将少于两家/).waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();

  await open(page, '纳入直管');
  await dialog.getByLabel('原因').fill('影响大');
  await finish(page, '纳入直管');
  await panel(page, /^管理方式：直管$/)
    .getByText('影响大')
    .waitFor();

  await open(page, '变更');
  await dialog.getByLabel('名称').fill('杜行两新联合党支部');
  await finish(page, '变更');
  await page.locator('h1', { hasText: '杜行两新联合党支部' }).waitFor();

  await page.goto(`${platform.url}${tree}`);
  await line(page, '小微企业联合党支部').getByRole('link').click();
  await page.locator('h1', { hasText: '小微企业联合党支部' }).waitFor();
  await open(page, '合并');
  await chooseSome(page, '被并入的党组织', ['杜行两新联合党支部']);
  await dialog.getByLabel('原因').fill('规模缩小');
  await finish(page, '合并');
  await panel(page, /^覆盖组织 5$/).waitFor();
  await open(page, '撤销');
  await dialog.getByLabel('原因').fill('改为独立组建');
  await finish(page, '撤销');
  await page.getByText(/^已于 .* 撤销/).waitFor();
  await page.getByText('撤销原因：改为独立组建').waitFor();
  await page.close();
});

test('the tree of a past day shows what stood then, by name and form, and what became of it', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}${tree}?asOf=2025-06-30`);
  await line(page, '社区综合党支部').waitFor();
  const then = await names(page);
  expect(then).toContain('江月冷链党支部（示例）');
  expect(then).not.toContain('社区综合党总支（示例）');
  expect(then[0]).toBe('社会党委（示例）');
  // A district office sees nobody.
  expect(await page.getByText('书记').count()).toBe(0);
  await page.getByLabel('搜索党组织名称').fill('合唱');
  await page.getByLabel('搜索党组织名称').press('Enter');
  await page.getByText('没有党组织').waitFor();
  await page.getByLabel('搜索党组织名称').fill('联合会');
  await page.getByLabel('搜索党组织名称').press('Enter');
  await line(page, '群众团队联合会党支部').waitFor();
  expect(await names(page)).toEqual(['社会党委（示例）', '群众团队联合会党支部（示例）']);
  await page.goto(`${platform.url}${tree}?asOf=2025-06-30&words=江月`);
  await line(page, '江月冷链党支部').getByRole('link').click();
  await page.locator('h1', { hasText: '江月冷链党支部' }).waitFor();
  // There and back on that day.
  await panel(page, /^覆盖组织 1$/)
    .getByRole('link', { name: '江月冷链（示例）' })
    .click();
  await page.locator('h1', { hasText: /^江月冷链/ }).waitFor();
  await panel(page, /^党组织覆盖$/)
    .getByRole('link', { name: '江月冷链党支部（示例）' })
    .click();
  await page.waitForURL(/party\/.*asOf=2025-06-30/);
  await page.locator('h1', { hasText: '江月冷链党支部' }).waitFor();
  // Today it is gone, and leads to what it was merged into.
  await page.getByRole('button', { name: '回到今天' }).click();
  await page.getByRole('link', { name: '小微企业联合党支部（示例）' }).waitFor();
  expect(await page.getByRole('button', { name: '变更' }).count()).toBe(0);
  await page.close();
});

test('on a telephone an officer reads the tree and a branch without what others may do', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${tree}`);
  await line(page, '联达精密制造党支部').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('button', { name: '成立党组织' }).count()).toBe(0);
  await line(page, '联达精密制造党支部').getByRole('link').click();
  await panel(page, /^覆盖组织 1$/)
    .getByText('独立')
    .waitFor();
  await panel(page, /^管理方式：直管$/).waitFor();
  await panel(page, /^班子成员 1$/).waitFor();
  expect(await page.getByRole('button', { name: '变更' }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
