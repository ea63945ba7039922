import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

test('an administrator looks at the town as it was, changes nothing there, and comes back to today', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(platform.url);
  await page.locator('.figure', { hasText: '社区' }).waitFor();
  await page.getByLabel('日期').fill('2013-12-30');
  await page.getByLabel('日期').press('Enter');
  await page.waitForURL(/asOf=2013-12-30/);
  await page.getByText('这里显示的是 2013-12-30 的情况').waitFor();
  await page.locator('.figure', { hasText: /^村 4$/ }).waitFor();
  await page.locator('.figure', { hasText: /^居委会 6$/ }).waitFor();
  expect(await page.locator('.figure', { hasText: '社区' }).count()).toBe(0);
  await page.locator('.node[data-kind=VILLAGE]', { hasText: '希望村' }).click();
  await page.getByRole('link', { name: '查看详情' }).waitFor();
  expect(await page.getByRole('button', { name: '新增下级' }).count()).toBe(0);
  const menu = page.getByRole('navigation', { name: '街镇功能' });
  expect(await menu.getByRole('link', { name: '调整' }).count()).toBe(0);
  await page.getByRole('link', { name: '沿革' }).click();
  await menu.getByRole('link', { name: '调整' }).waitFor();
  expect(await page.getByLabel('日期', { exact: true }).count()).toBe(0);
  await page.goBack();

  await page.getByRole('link', { name: '查看详情' }).click();
  await page.getByRole('heading', { name: /希望村/, level: 1 }).waitFor();
  expect(page.url()).toContain('asOf=2013-12-30');
  await page.locator('.lineage').getByRole('link', { name: '希望社区' }).click();
  await page.getByRole('heading', { name: '希望社区', level: 1 }).waitFor();
  expect(page.url()).toContain('asOf=2013-12-31');
  await page.getByRole('button', { name: '回到今天' }).click();
  await page.getByRole('button', { name: '更名' }).waitFor();
  expect(page.url()).not.toContain('asOf');
  await page.close();
});

test('a unit is found by the name it had, and a day that no calendar has is today', async () => {
  const page = await openPage(360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106?asOf=2013-02-30`);
  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('仓场村');
  const former = page.getByRole('region', { name: '曾用名' });
  await former.getByText('2005-01-01 至 2013-12-30').waitFor();
  await former.getByRole('link', { name: /仓新社区/ }).waitFor();
  expect(await page.locator('.notice').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await former.getByRole('link', { name: /仓场村/ }).click();
  await page.getByText('这里显示的是 2013-12-30').waitFor();
  await page.getByText('2005-01-01 至 2013-12-30').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: '回到今天' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '已撤销。以下是最后一天（2013-12-30）的情况' });
  await notice.getByRole('link', { name: /仓新社区/ }).waitFor();
  await page.getByRole('heading', { name: /仓场村/, level: 1 }).waitFor();
  await page.getByRole('link', { name: '东块' }).waitFor();
  expect(page.url()).not.toContain('asOf');
  expect(await page.getByRole('button', { name: /任命干部|新增下级|更名|^撤销$/ }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await notice.getByRole('link', { name: /仓新社区/ }).click();
  await page.getByRole('heading', { name: /仓新社区/, level: 1 }).waitFor();
  await page.getByRole('button', { name: '任命干部' }).waitFor();
  await page.close();
});

test('a unit that is closed while its page is open is shown with its officers of the last day, and offers nothing', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(platform.url);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '在马陆镇下新增' }).click();
  await dialog.getByLabel('名称', { exact: true }).fill('旧站');
  await dialog.getByLabel('起始日期').fill('2020-01-01');
  await dialog.getByLabel('起始日期').press('Tab');
  await dialog.getByRole('button', { name: '新增' }).click();
  await page.locator('.panel', { hasText: '旧站' }).getByRole('link', { name: '查看详情' }).click();
  await page.getByRole('button', { name: '任命干部' }).click();
  await dialog.getByLabel('人员').fill('王先任');
  await page.getByText('登记新人员“王先任”').click();
  await dialog.getByLabel('起始日期').fill('2020-01-01');
  await dialog.getByLabel('起始日期').press('Tab');
  await dialog.getByRole('button', { name: '任命干部' }).click();
  await page
    .getByRole('row', { name: /王先任/ })
    .getByRole('button', { name: '离任' })
    .click();
  await dialog.getByRole('button', { name: '离任' }).click();
  await page.getByText('尚未任命干部').waitFor();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByText('已撤销。以下是最后一天').waitFor();
  await page.getByRole('row', { name: /王先任/ }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  await page.close();
});

test('what a coming day brings can be opened from the history, with what led to it', async () => {
  const page = await openPage(1360);
  const year = new Date().getFullYear() + 1;
  const [last, day] = [`${year}-06-30`, `${year}-07-01`];
  await page.goto(`${platform.url}/towns/310114106/drafts`);
  await signIn(page, 'admin-310114106', demoPassword);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '新建草案' }).click();
  await dialog.getByLabel('生效日期').fill(day);
  await dialog.getByLabel('生效日期').press('Enter');
  await dialog.getByLabel('事由').fill('远期规划');
  await dialog.getByRole('button', { name: '开始起草' }).click();
  for (const name of ['希望社区', '仓新社区（示例）']) {
    await page.getByLabel('搜索名称或代码').fill(name);
    const row = page.locator('.draft-tree .ant-tree-treenode', { has: page.locator('[data-kind=COMMUNITY]') });
    await row.filter({ hasText: name }).locator('.ant-tree-checkbox').click();
  }
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await dialog.getByLabel('新名称').fill('远期社区');
  await dialog.getByRole('button', { name: '加入草案' }).click();
  await page.getByRole('heading', { name: '步骤 2' }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '执行…' }).click();
  await dialog.getByRole('button', { name: '确认执行' }).click();
  await page.waitForURL(new RegExp(`from=${last}&to=${day}`));

  await page.getByRole('link', { name: '远期社区' }).click();
  await page.getByText(`这里显示的是 ${day} 将有的情况`).waitFor();
  await page.getByRole('heading', { name: '远期社区', level: 1 }).waitFor();
  await page.locator('.lineage').getByRole('link', { name: '希望社区' }).last().click();
  await page.waitForURL(new RegExp(`asOf=${last}`));
  await page.getByRole('heading', { name: '希望社区', level: 1 }).waitFor();
  await page.goto(page.url().replace(last, day));
  const notice = page.getByRole('alert').filter({ hasText: `已撤销。以下是最后一天（${last}）的情况` });
  await notice.getByRole('link', { name: '远期社区' }).click();
  await page.getByRole('heading', { name: '远期社区', level: 1 }).waitFor();
  await page.close();
});

test('a unit’s page has the menu of its town and its day, and leads back on that day', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(platform.url);
  await page.locator('.node[data-kind=COMMUNITY]', { hasText: '白银社区' }).click();
  await page.getByRole('link', { name: '查看详情' }).click();
  await page.getByRole('heading', { name: '白银社区', level: 1 }).waitFor();
  const menu = page.getByRole('navigation', { name: '街镇功能' });
  expect(await menu.getByRole('link').allTextContents()).toContain('沿革');
  await page.getByLabel('日期').fill('2014-06-01');
  await page.getByLabel('日期').press('Tab');
  await page.getByText('这里显示的是 2014-06-01 的情况').waitFor();
  await menu.getByRole('link', { name: '组织树' }).click();
  await page.waitForURL(/towns\/310114106\?asOf=2014-06-01$/);
  await page.getByText('这里显示的是 2014-06-01 的情况').waitFor();
  await page.close();
});
