import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, signIn, startBrowser } from './browser.ts';
import { excess, finish } from './forms.ts';
import { demoPassword, startPlatform } from './platform.ts';

let browser: Browser;
let platform: Awaited<ReturnType<typeof startPlatform>>;
const faults: string[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([startPlatform(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

test('a social worker on the telephone finds who calls, answers at once, follows up, and passes on what is asked for', async () => {
  const page = await openPage(browser, 1360, faults);
  await page.goto(`${platform.url}/towns/310114106/hotline`);
  await signIn(page, 'worker-310114106', demoPassword);
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
  expect(faults).toEqual([]);
});

test('on a telephone the roster is a list of days, on which an administrator puts somebody on duty', async () => {
  const page = await openPage(browser, 360, faults);
  await page.goto(`${platform.url}/towns/310114106/roster`);
  await signIn(page, 'admin-310114106', demoPassword);
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
  expect(faults).toEqual([]);
});
