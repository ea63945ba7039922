import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, submit } from './forms.ts';
import { excess } from './page.ts';

const { platform, openPage } = browserTest();

/** Raises a request about a place from the board, and opens it. */
async function raiseAboutPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登记诉求' }).click();
  await choose(page, '类别', '供水');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('所在单位').click();
  await page.locator('.ant-select-tree .node').first().waitFor();
  await dialog.getByLabel('所在单位').fill('建龙');
  await page.locator('.ant-select-tree .node', { hasText: /建龙居委会$/ }).click();
  await dialog.getByLabel('具体地点').fill('小区主管');
  await dialog.getByLabel('该单位内的所有户都受影响').check();
  await dialog.getByLabel('诉求内容').fill('水管爆裂停水');
  await submit(page, '登记诉求');
  await dialog.waitFor({ state: 'hidden' });
  await page.locator('.request-card', { hasText: '小区主管' }).getByRole('link').click();
  await page.getByText('水管爆裂停水').waitFor();
}

test('a request is raised on the board, accepted, classed, referred, handled, followed up twice, and found by its number', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/requests`);
  await raiseAboutPlace(page);
  const number = (await page.locator('h1').textContent())?.split(' ').at(-1) ?? '';

  await page.getByRole('button', { name: '受理' }).click();
  await page.getByRole('dialog').getByLabel('承办人').fill('王芳');
  await page.locator('.ant-select-item-option', { hasText: '王芳' }).first().click();
  await submit(page, '受理');
  await page.locator('.page-meta', { hasText: '王芳' }).waitFor();
  await page.getByRole('button', { name: '分类' }).click();
  await page.getByRole('dialog').getByText('合理诉求').click();
  await submit(page, '分类');
  await page.getByText('办结前还需要：办理记录').waitFor();
  await page.getByRole('button', { name: '转办' }).click();
  await page.getByRole('dialog').getByLabel('外部单位').click();
  await page.locator('.ant-select-item-option', { hasText: '自来水公司' }).click();
  await submit(page, '转办');
  await page.getByRole('button', { name: '记录答复' }).click();
  await page.getByRole('dialog').getByLabel('外部单位的答复').fill('凌晨修复');
  await submit(page, '记录答复');
  await page.getByText('凌晨修复').waitFor();
  await page.getByRole('button', { name: '办结' }).click();
  await submit(page, '办结');
  await page.getByText('请填写办理记录').waitFor();
  await page.getByRole('dialog').getByLabel('办理记录').fill('换管三米');
  await page.getByRole('dialog').getByLabel('结果').fill('已通水');
  await submit(page, '办结');
  for (const [said, then] of [
    ['不满意', '办理中'],
    ['基本满意', '已结案'],
  ] as const) {
    await page.getByRole('button', { name: '回访' }).click();
    await page.getByRole('dialog').getByText(said, { exact: true }).click();
    await page.getByRole('dialog').getByLabel('回访情况').fill('已问过');
    await submit(page, '回访');
    await page.locator('.page-line .ant-tag', { hasText: then }).waitFor();
    if (then === '已结案') break;
    await page.getByRole('button', { name: '办结' }).click();
    await page.getByRole('dialog').getByLabel('结果').fill('又换了阀门');
    await submit(page, '办结');
    await page.locator('.page-line .ant-tag', { hasText: '待回访' }).waitFor();
  }
  await page.getByRole('link', { name: /诉求$/ }).first().click();
  await page.getByLabel('编号').fill(number.slice(1));
  await page.getByLabel('编号').press('Enter');
  await page.locator('.panel', { hasText: '已结案 1' }).getByText(number).waitFor();
  await page.close();
});

test('an administrator settles subjects, parties, deadlines and days, and a rate of requests opens into those it counts', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/settings`);
  const subjects = page.locator('.panel', { hasText: '诉求类别' });
  await subjects.getByRole('button', { name: '添加' }).click();
  await page.getByLabel('名称').fill('停车');
  await submit(page, '添加');
  await page.getByText('该名称已被使用').waitFor();
  await page.getByLabel('名称').fill('加装电梯');
  await submit(page, '添加');
  await subjects.locator('li', { hasText: '加装电梯' }).getByRole('button', { name: '停用' }).click();
  await submit(page, '停用');
  await subjects.locator('li', { hasText: '加装电梯' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '物业 块区 3' }).click();
  await page.getByLabel('工作日数').fill('2');
  await submit(page, '保存');
  await page.getByRole('button', { name: '物业 块区 2' }).waitFor();
  const days = page.locator('.panel', { hasText: '本镇的工作日安排' });
  await days.getByRole('button', { name: '添加' }).click();
  await page.getByLabel('日期').fill(`${new Date().getFullYear()}-12-31`);
  await page.getByLabel('日期').press('Tab');
  await page.getByLabel('原因').fill('镇庆');
  await submit(page, '添加');
  await days.getByText('镇庆').waitFor();
  await days.getByRole('button', { name: '取消' }).click();
  await days.getByText('镇庆').waitFor({ state: 'detached' });

  await page.goto(`${platform.url}/towns/310116112/figures?figure=request-completion`);
  const requests = page.locator('.panel', { hasText: '未计入' });
  await requests.getByRole('heading', { name: '诉求 1' }).waitFor();
  await page.getByText('1 / 1').first().waitFor();
  await requests.getByText('未计入').click();
  await requests.getByRole('heading', { name: '诉求 0' }).waitFor();
  await page.close();
});

test('on a telephone a request is raised for a household, is found to concern another, and stands among its block’s, one state at a time', async () => {
  const page = await openPage(360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/overlays`);
  await page.getByRole('link', { name: '江苏籍块区' }).click();
  await page.getByRole('link', { name: '示00005' }).click();
  const own = page.locator('.panel', { hasText: '诉求' }).last();
  await page.getByRole('button', { name: '登记诉求' }).click();
  await choose(page, '类别', '邻里纠纷');
  await page.getByRole('dialog').getByLabel('诉求内容').fill('楼上漏水');
  await submit(page, '登记诉求');
  await own.getByRole('link', { name: /邻里纠纷/ }).click();
  await page.getByText('楼上漏水').waitFor();
  await page.getByRole('heading', { name: '涉及的住户 1' }).waitFor();
  await page.getByRole('button', { name: '追加涉及户' }).click();
  await submit(page, '追加涉及户');
  await page.getByText('请选择单位或住户').waitFor();
  await choose(page, '单户', '示00006');
  await submit(page, '追加涉及户');
  await page.getByRole('heading', { name: '涉及的住户 2' }).waitFor();
  await page.locator('.step-taken', { hasText: '追加涉及户 1 户' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: '诉求', exact: true }).click();
  await page.getByRole('heading', { name: '待受理 1' }).waitFor();
  await page.getByText('已结案', { exact: true }).click();
  await page.getByRole('heading', { name: '已结案 1' }).waitFor();
  expect(await page.getByRole('heading', { name: /^待受理/ }).count()).toBe(0);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
