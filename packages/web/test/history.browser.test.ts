import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';

const { platform, openPage } = browserTest();

test('an administrator of Malu sees what became of its villages and committees at the end of 2013', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(platform.url);
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
  const phone = await openPage(360, 'admin-310114106');
  await phone.goto(`${platform.url}/towns/310114106/history?from=2013-12-30&to=2013-12-31`);
  await phone.getByRole('row').filter({ hasText: '育兰社区' }).first().waitFor();
  expect(await excess(phone)).toBeLessThanOrEqual(0);

  await phone.close();
});
