import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { card, fillIn, note, queue, takeAlong, town, visitsTo } from './device.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage, openTelephone } = browserTest();

test('a visit whose answer was lost on the way is sent again, and is there once', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 1);
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON();
    if (operationName !== 'SyncVisits' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  const before = await visitsTo(page, platform.url, 0);
  await page.goto(`${platform.url}${town}/today`);
  await note(page, 0, '读报');
  await page.getByText('无法连接服务器').waitFor();
  await queue(page, '等待上传 1 条').waitFor();
  // The platform may have it, so it is not written anew, only sent again.
  expect(await page.locator('.queue-entry').getByRole('button', { name: '修改' }).count()).toBe(0);
  await page.getByRole('button', { name: '立即上传' }).click();
  await page.getByText('今天已上传 1 条').waitFor();
  expect(lost).toBe(1);
  expect(await visitsTo(page, platform.url, 0)).toBe(before + 1);
});

test('who is signed out meanwhile signs in again, and what waits is sent then; signing out deletes the list and keeps what waits', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 1);
  const before = await visitsTo(page, platform.url, 0);
  await page.goto(`${platform.url}${town}/today`);
  await page.context().setOffline(true);
  await page.reload();
  await note(page, 0, '理发');
  await page.locator('.queue-entry').getByRole('button', { name: '修改' }).click();
  await page.getByRole('dialog').getByLabel('服务', { exact: true }).fill('理发和剪指甲');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.getByText('登录已失效').first().waitFor();
  await queue(page, '等待上传 1 条').waitFor();
  await page.getByRole('button', { name: '重新登录' }).first().click();
  await signIn(page, 'member-310116112', demoPassword);
  await page.getByText('今天已上传 1 条').waitFor();
  expect(await visitsTo(page, platform.url, 0)).toBe(before + 1);

  await page.goto(`${platform.url}${town}/today`);
  await card(page, 0).waitFor();
  await page.context().setOffline(true);
  await card(page, 0).getByRole('button', { name: '再记一次' }).click();
  await fillIn(page, '量血压');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await queue(page, '等待上传 1 条').waitFor();
  await page.route('**/graphql', (route) =>
    route.request().postDataJSON().operationName === 'SyncVisits' ? route.abort() : route.continue(),
  );
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /^账号菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('dialog', { name: '还有 1 条走访没有上传' }).waitFor();
  await page.getByRole('button', { name: '仍然退出' }).click();
  await page.getByText('您已退出').waitFor();
  await page.unroute('**/graphql');
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('lianxin');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const count = (table: string) =>
      new Promise((resolve) => {
        const asked = open.result.transaction(table).objectStore(table).count();
        asked.addEventListener('success', () => resolve(asked.result));
      });
    return Promise.all(['lists', 'drafts', 'noted'].map(count));
  });
  expect(kept).toEqual([0, 0, 2]);
  await page.getByRole('button', { name: '重新登录' }).click();
  await signIn(page, 'member-310116112', demoPassword);
  await page.locator('.town-nav').waitFor();
  await page.goto(`${platform.url}${town}/today`);
  await page.getByText('今天已上传 2 条').waitFor();
  await page.getByText('今天还没有带上住户').waitFor();
});

test('what is not taken, since a role has ended, stays on the device with the reason, and can be read there', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 1);
  const [code = ''] = await page.locator('.today-card .code').allTextContents();
  await page.context().setOffline(true);
  await note(page, 0, '陪同就医');
  const admin = await openPage(1360, 'admin-310116112');
  await admin.goto(`${platform.url}${town}/accounts`);
  await admin.getByRole('row', { name: 'member-310116112' }).getByRole('button', { name: '终止' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '终止' }).click();
  await admin.getByText('角色已终止').waitFor();
  await admin.close();
  await page.context().setOffline(false);
  const entry = page.getByRole('article', { name: code });
  await entry.getByText('未能上传').waitFor();
  await page.goto(`${platform.url}/`);
  await page.getByRole('link', { name: '未上传的走访 1 条' }).click();
  await entry.getByText(/权限/).waitFor();
  await entry.getByRole('button', { name: '查看内容' }).click();
  await entry.getByText('陪同就医').waitFor();
  await entry.getByRole('button', { name: '重试' }).click();
  await entry.getByText('未能上传').waitFor();
  await entry.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await entry.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await page.getByText('没有等待上传的走访').waitFor();
});
