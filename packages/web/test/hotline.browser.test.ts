import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { chooseUnit, finish, readFor, submit } from './forms.ts';
import { excess } from './page.ts';

const { platform, openPage } = browserTest();

test('a social worker on the telephone finds who calls, answers at once, follows up, and passes on what is asked for', async () => {
  const page = await openPage(1360, 'worker-310114106');
  await page.goto(`${platform.url}/towns/310114106/hotline`);
  await page.getByText('至', { exact: false }).first().waitFor();
  await page.getByLabel('按姓名、户号或地址找').fill('示00081');
  const household = page.locator('.caller-household', { hasText: '示00081' });
  await household.getByRole('button', { name: '就是此户' }).click();
  await household.getByRole('button', { name: '不是此户' }).waitFor();
  await page.getByLabel('来电事由').fill('食堂几点开饭');
  await page.getByLabel('答复内容').fill('十一点');
  await page.getByRole('button', { name: '保存来电' }).click();
  const line = page.locator('.record-line').first();
  await line.locator('.ant-tag', { hasText: '待回访' }).waitFor();
  await line.getByRole('link', { name: '示00081' }).waitFor();
  await line.locator('.record-line-name').click();
  await page.getByRole('button', { name: '回访' }).click();
  await page.getByRole('dialog').getByText('不满意', { exact: true }).click();
  await page.getByRole('dialog').getByLabel('回访情况').fill('说不清楚');
  await finish(page, '回访');
  await page.locator('.page-line .ant-tag', { hasText: '待再答复' }).waitFor();
  await page.getByRole('button', { name: '回电答复' }).click();
  await page.getByRole('dialog').getByLabel('答复内容').fill('十一点到一点，二楼');
  await finish(page, '回电答复');
  await page.locator('.page-line .ant-tag', { hasText: '待回访' }).waitFor();

  await page.getByRole('link', { name: '热线值守' }).click();
  await page.getByLabel('来电号码').fill('13900001111');
  await page.getByText('没有找到住户').waitFor();
  await page.getByLabel('来电事由').fill('路灯不亮');
  await page.getByText('转诉求', { exact: true }).click();
  await page.getByLabel('类别').click();
  await page.locator('.ant-select-item-option:visible').first().click();
  await page.getByLabel('所在单位').click();
  await page.locator('.ant-select-tree .node:visible').first().waitFor();
  await page.getByLabel('所在单位').fill('育兰社区');
  await page.locator('.ant-select-tree .node:visible', { hasText: '育兰社区' }).first().click();
  await page.getByRole('button', { name: '保存来电' }).click();
  await page.locator('.record-line', { hasText: '139****1111' }).locator('.ant-tag', { hasText: '已转诉求' }).waitFor();
  await page.close();
});

test('on a telephone the roster is a list of days, on which an administrator puts somebody on duty', async () => {
  const page = await openPage(360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106/roster`);
  await page.locator('.roster.narrow .duty').first().waitFor();
  expect(await page.locator('.roster.narrow .duty').count()).toBe(42);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.locator('.duty').first().click();
  await finish(page, '取消此班');
  await page.getByRole('heading', { name: '排班问题 1' }).waitFor();
  expect(await page.locator('.roster.narrow .duty').count()).toBe(41);
  await page.goto(`${platform.url}/towns/310114106/hotline`);
  await page.getByRole('button', { name: '保存来电' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});

test('a missed call is tried, called back, put right and withdrawn, and all of it stays to be read', async () => {
  const page = await openPage(360, 'worker-310114106');
  await page.goto(`${platform.url}/towns/310114106/hotline`);
  await page.getByRole('button', { name: '登记未接来电' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('来电号码').fill('12');
  await submit(page, '保存来电');
  await dialog.getByText('不是有效的电话号码').waitFor();
  await dialog.getByLabel('来电号码').fill('13900002222');
  await finish(page, '保存来电');
  await page.getByRole('region', { name: '待回电' }).getByRole('link', { name: '139****2222' }).click();
  await page.getByRole('button', { name: '未联系上' }).click();
  await dialog.getByLabel('情况').fill('无人接听');
  await finish(page, '未联系上');
  await page.getByRole('button', { name: '回电答复' }).click();
  await submit(page, '回电答复');
  await dialog.getByText('请填写来电事由').waitFor();
  await dialog.getByLabel('来电事由').fill('何时发放补贴');
  await dialog.getByLabel('答复内容').fill('月底');
  await finish(page, '回电答复');
  await page.locator('.page-line .ant-tag', { hasText: '待回访' }).waitFor();
  await page.locator('.page-line .ant-tag', { hasText: '回电' }).last().waitFor();
  await page.getByRole('button', { name: '更正' }).click();
  await dialog.getByLabel('答复内容').fill('下月五日');
  await submit(page, '更正');
  await dialog.getByText('请填写原因').waitFor();
  await dialog.getByLabel('原因').fill('日期说错');
  await finish(page, '更正');
  await readFor(page, '处理诉求');
  const events = page.locator('.step-taken');
  await events.first().getByText('下月五日').waitFor();
  await events.nth(1).getByText('月底').waitFor();
  await page.getByText('13900002222').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('原因').fill('重复登记');
  await finish(page, '撤回');
  await page.locator('.page-line .ant-tag', { hasText: '已撤回' }).waitFor();
  expect(await page.locator('.step-taken strong').allTextContents()).toEqual([
    ...['撤回', '更正', '回电答复', '未联系上', '漏接'],
  ]);
  expect(await page.locator('.actions').getByRole('button').count()).toBe(0);
  await page.close();
});

test('the whole number of a caller finds their household and who of it calls', async () => {
  const admin = await openPage(1360, 'admin-310114106');
  await admin.goto(`${platform.url}/towns/310114106/hotline`);
  await admin.getByLabel('按姓名、户号或地址找').fill('示00081');
  const found = admin.locator('.caller-household', { hasText: '示00081' });
  const address = await found.getByRole('link').getAttribute('href');
  await admin.goto(`${platform.url}${address}`);
  await readFor(admin, '处理诉求');
  const number =
    /1990000\d{4}/.exec(
      (await admin
        .getByText(/1990000\d{4}/)
        .first()
        .textContent()) ?? '',
    )?.[0] ?? '';
  expect(number).not.toBe('');
  await admin.close();

  const page = await openPage(1360, 'worker-310114106');
  await page.goto(`${platform.url}/towns/310114106/hotline`);
  await page.getByLabel('来电号码').fill(number.slice(0, 9));
  expect(await page.locator('.caller-household.chosen').count()).toBe(0);
  await page.getByLabel('来电号码').fill(number);
  const caller = page.locator('.caller-household.chosen', { hasText: '示00081' });
  await caller.getByRole('button', { name: '不是此户' }).waitFor();
  // Whose number it is, is chosen along.
  await caller.locator('.caller-members .ant-radio-button-wrapper-checked', { hasText: '（示例）' }).waitFor();
  await page.getByLabel('来电事由').fill('食堂几点开饭');
  await page.getByLabel('答复内容').fill('十一点');
  await page.getByRole('button', { name: '保存来电' }).click();
  await page.locator('.record-line').first().getByRole('link', { name: '示00081' }).waitFor();
  await page.close();
});

test('an administrator opens a hotline, puts its hours right and ends it', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106/roster`);
  await page.getByRole('button', { name: '开设热线' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('夜间热线');
  await chooseUnit(page, '所属单位', '白银社区');
  await submit(page, '开设热线');
  await dialog.getByText('请填写号码').waitFor();
  await dialog.getByLabel('号码').fill('59150001');
  await dialog.getByLabel('号码').press('Enter');
  await dialog.getByLabel('每天几点开始').fill('8');
  await finish(page, '开设热线');
  await page.getByRole('combobox', { name: '热线' }).click();
  await page.locator('.ant-select-item-option', { hasText: '夜间热线' }).click();
  const week = page.locator('.panel', { has: page.getByRole('heading', { name: '白银社区 夜间热线' }) });
  await week.getByText('59150001 · 每天 8 点至 24 点').waitFor();
  await page.getByText('本周还没有排班').waitFor();
  await page.getByRole('button', { name: '修改热线' }).click();
  await dialog.getByLabel('每天几点结束').fill('20');
  await finish(page, '修改热线');
  await week.getByText('59150001 · 每天 8 点至 20 点').waitFor();
  await page.getByRole('button', { name: '停用热线' }).click();
  await finish(page, '停用热线');
  await week.waitFor({ state: 'detached' });
  await page.close();
});
