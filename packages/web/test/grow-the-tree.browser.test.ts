import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

test('an administrator signs in and grows the tree by a block, a team and its lead', async () => {
  const page = await openPage(1360);
  await page.goto(platform.url);

  await signIn(page, 'admin-310112114', 'not the password');
  await page.getByRole('alert').filter({ hasText: '账号或密码不正确' }).waitFor();
  await signIn(page, 'admin-310112114', demoPassword);
  await page.waitForURL(`${platform.url}/towns/310112114`);
  expect(await page.locator('.figure', { hasText: '块区' }).textContent()).toBe('块区 220');

  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('知新村');
  await page.locator('.node', { hasText: '知新村' }).click();
  await page.getByRole('button', { name: '新增下级' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill('第1块区');
  await dialog.getByRole('button', { name: '新增' }).click();
  await dialog.locator('.ant-form-item-explain-error').waitFor();
  await dialog.getByLabel('名称', { exact: true }).fill('河东块区');
  await dialog.getByRole('button', { name: '新增' }).click();
  await page.locator('.node[data-kind=BLOCK]', { hasText: '河东块区' }).waitFor();
  await page.getByRole('button', { name: '河东块区' }).filter({ hasText: '块区无组团' }).waitFor();

  await page.getByRole('button', { name: '组建组团' }).click();
  await dialog.getByLabel('组团名称').fill('河东组团');
  await dialog.getByRole('button', { name: '组建组团' }).click();
  await page.locator('.node[data-kind=TEAM]', { hasText: '河东组团' }).waitFor();

  await page.getByRole('button', { name: '添加成员' }).click();
  await dialog.getByLabel('人员').fill('王新来');
  await page.getByText('登记新人员“王新来”').click();
  await dialog.getByTitle('登记新人员“王新来”').waitFor();
  await dialog.getByRole('button', { name: '添加成员' }).click();
  await page.locator('.panel', { hasText: '河东组团' }).getByText('牵头负责人').waitFor();

  await page.reload();
  await page.locator('.figure', { hasText: '块区 221' }).waitFor();
  await page.locator('.figure', { hasText: '组团 281' }).waitFor();
  await page.locator('.node[data-kind=TEAM]', { hasText: '河东组团' }).waitFor();
  await page.close();
});

test('the language is remembered, and Chinese is never shown as boxes', async () => {
  const page = await openPage(1360);
  await page.goto(platform.url);
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const [first, second] = await page.evaluate(() =>
    ['连', '心'].map((glyph) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      context.fillText(glyph, 10, 60);
      return canvas.toDataURL();
    }),
  );
  expect(first).not.toBe(second);

  await page.getByRole('button', { name: /English/ }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.close();
});

test('on a telephone the tree is used without scrolling sideways, and signing out ends the session', async () => {
  const page = await openPage(360);
  await page.goto(`${platform.url}/towns/310112114`);
  await signIn(page, 'officer-310112114', demoPassword);
  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('杜行居委会');
  await page.locator('.node', { hasText: '杜行居委会' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '查看详情' }).click();
  await page.getByRole('columnheader', { name: '职务' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByText('退出登录').click();
  await page.getByRole('heading', { name: '您已退出' }).waitFor();
  await page.goto(`${platform.url}/towns/310112114`);
  await page.getByRole('button', { name: '重新登录' }).click();
  await page.getByLabel('密码', { exact: true }).waitFor();
  await page.close();
});
