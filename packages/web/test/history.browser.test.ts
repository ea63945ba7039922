import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, signIn, startBrowser } from './browser.ts';
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

test('an administrator of Malu sees what became of its villages and committees at the end of 2013', async () => {
  const page = await openPage(browser, 1360, faults);
  await page.goto(platform.url);
  await signIn(page, 'admin-310114106', demoPassword);
  await page.getByRole('link', { name: '沿革' }).click();
  await page.getByText('镇管社区：4个村、6个居委会组成6个社区').waitFor();
  await page.getByRole('listitem').filter({ hasText: '镇管社区' }).getByRole('link', { name: '对比前后' }).click();
  await page.waitForURL(/from=2013-12-30&to=2013-12-31/);
  const opened = page.getByRole('row').filter({ hasText: '设立' });
  await opened.filter({ hasText: '育兰社区' }).waitFor();
  expect(await opened.count()).toBe(6);
  expect(await page.getByRole('row').filter({ hasText: '撤销' }).count()).toBe(10);
  expect(await page.getByLabel('从').inputValue()).toBe('2013-12-30');
  await page.close();
  const phone = await openPage(browser, 360, faults);
  await phone.goto(`${platform.url}/towns/310114106/history?from=2013-12-30&to=2013-12-31`);
  await signIn(phone, 'admin-310114106', demoPassword);
  await phone.getByRole('row').filter({ hasText: '育兰社区' }).first().waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);

  await phone.close();
  expect(faults).toEqual([]);
});
