import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { finish, pick, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('an administrator settles what activities earn, plans one, confirms of many that they came, and takes one back', async () => {
  const page = await openPage(1360, 'admin-310112114');
  const dialog = page.getByRole('dialog');
  await page.goto(`${platform.url}${town}/volunteers?view=rates`);
  await panel(page, '积分标准').getByRole('button', { name: '添加活动类别' }).click();
  await dialog.getByLabel('活动类别').fill('文明劝导');
  await dialog.getByLabel('每次积分').fill('2');
  await finish(page, '添加活动类别');
  const kind = page.getByRole('row', { name: /文明劝导/ });
  await kind.getByText('2 分').waitFor();
  await kind.getByRole('button', { name: '调整积分' }).click();
  await dialog.getByLabel('每次积分').fill('3');
  await finish(page, '保存');
  await kind.getByText(/^自 .* 起 3 分$/).waitFor();

  await page.goto(`${platform.url}${town}/volunteers?view=activities`);
  await page.getByRole('button', { name: '安排志愿活动' }).click();
  await submit(page, '安排志愿活动');
  await dialog.getByText('请填写活动名称').waitFor();
  await pick(page, '活动类别', '文明劝导');
  await dialog.getByLabel('活动名称').fill('路口劝导');
  await finish(page, '安排志愿活动');
  await page.locator('h1', { hasText: '路口劝导' }).waitFor();
  await page.getByRole('button', { name: '报名', exact: true }).click();
  await dialog.getByLabel('志愿者').click();
  for (const each of [0, 1]) await page.locator('.ant-select-item-option:visible').nth(each).click();
  await dialog.getByLabel('志愿者').press('Escape');
  await finish(page, '报名');
  const list = panel(page, '报名名单 2');
  await list.getByRole('button', { name: '选择全部未确认的' }).click();
  await list.getByRole('button', { name: '确认 2 人到场' }).click();
  await list.getByText('已确认到场').nth(1).waitFor();
  await list.getByRole('checkbox').first().check();
  await list.getByRole('button', { name: '撤销确认' }).click();
  await dialog.getByLabel('原因').fill('签错人');
  await finish(page, '撤销确认');
  await list.getByText('已报名').waitFor();
  await list.getByRole('link').first().click();
  const statement = panel(page, '对账单');
  await statement.getByText('签错人').waitFor();
  await statement.getByText('-2', { exact: true }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
});

test('a volunteer’s points are spent at once, never more than are there, and given back', async () => {
  const page = await openPage(1360, 'admin-310112114');
  const dialog = page.getByRole('dialog');
  await page.goto(`${platform.url}${town}/volunteers`);
  await page.getByRole('button', { name: '登记志愿者' }).click();
  await dialog.getByLabel('人员').fill('新志愿者');
  await page
    .getByText('登记“新志愿者”')
    .or(page.getByTitle(/新志愿者/))
    .first()
    .click();
  await dialog.getByLabel('所属单位').click();
  await page.locator('.ant-select-tree .node:visible').first().click();
  await finish(page, '登记志愿者');
  // One of the demo's volunteers has nine points: 3 + 2 + 1 + 3, less five for rice.
  await page.locator('.record-line', { hasText: '余额 4 分' }).first().getByRole('link').first().click();
  await page.getByText('余额 4 分').first().waitFor();
  await page.getByRole('button', { name: '兑换', exact: true }).click();
  await pick(page, '兑换项目', '大米');
  await submit(page, '兑换');
  await dialog.getByText('现有 4 分，需要 5 分').waitFor();
  await pick(page, '兑换项目', '洗衣液');
  await finish(page, '兑换');
  await page.getByText('余额 1 分').first().waitFor();
  const bought = page.locator('.record-line', { hasText: '洗衣液' }).filter({ has: page.getByText('待办理') });
  await bought.getByRole('button', { name: '取消兑换' }).click();
  await dialog.getByLabel('原因').fill('不需要了');
  await finish(page, '取消兑换');
  await panel(page, '对账单').getByText('取消兑换退回').waitFor();
  await page.goto(`${platform.url}${town}/volunteers?view=points`);
  await panel(page, '对账')
    .getByText(/笔记录全部相符$/)
    .waitFor();
});

test('on a telephone a member sees the volunteers of their own block and confirms who came', async () => {
  const page = await openPage(360, 'member-310112114');
  await page.goto(`${platform.url}${town}/volunteers?view=activities`);
  await page.getByRole('link', { name: /夜间平安巡逻/ }).click();
  const list = panel(page, '报名名单 8');
  await list.getByRole('button', { name: '选择全部未确认的' }).click();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await list.getByRole('button', { name: '确认 8 人到场' }).click();
  await list.getByText('已确认到场').nth(7).waitFor();
  await list.getByRole('link').first().click();
  await panel(page, '对账单').getByText('夜间平安巡逻').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.goto(`${platform.url}${town}/volunteers?view=points`);
  await page.getByText('汇总只对能查看全镇志愿者的人员开放。').waitFor();
  await page.goto(`${platform.url}${town}/volunteers?view=rates`);
  await panel(page, '积分标准').getByText('助老').waitFor();
  expect(await page.getByRole('button', { name: '添加活动类别' }).count()).toBe(0);
});
