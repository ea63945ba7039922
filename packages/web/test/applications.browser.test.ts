import { expect, test } from 'vitest';
import { permissionName } from '../../api/src/access/permission.type.ts';
import { scopes } from '../../api/src/access/scopes.ts';
import { register, tokenOf } from './applications.ts';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

/** The name of a town, as an application sees it; null where the town does not let it. */
async function nameSeen(token: string | null, code = '310112114'): Promise<string | null> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ town(code: "${code}") { name } }` }),
  });
  const { data }: { data: { town: { name: string } | null } | null } = await response.json();
  return data?.town?.name ?? null;
}

test('somebody registers an application, sees its secret once, renews it, revokes the old one, and ends it', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}/account`);
  await page.getByRole('link', { name: '我的应用' }).click();
  await page.getByText('从登记到第一次调用').waitFor();

  await page.getByRole('button', { name: '登记应用' }).click();
  const dialog = page.getByRole('dialog');
  const offered = dialog.locator('fieldset').getByRole('checkbox');
  await dialog.getByText('走访 已选 0 / 5').waitFor();
  expect(await offered.count()).toBe(0);
  await dialog.getByRole('button', { name: '全部展开' }).click();
  const values = await offered.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
  expect(values.sort()).toEqual(scopes.map(permissionName).sort());
  await dialog.getByLabel('查找权限').fill('request:');
  await dialog.getByText('登记和撤回诉求').waitFor();
  await dialog.getByLabel('查看走访记录').waitFor({ state: 'hidden' });
  await dialog.getByLabel('查找权限').fill('走访记录');
  await dialog.getByText('visit:read').waitFor();
  await dialog.getByLabel('查找权限').fill('');
  await dialog.getByText('visit:read').waitFor({ state: 'hidden' });
  await submit(page, '登记应用');
  await dialog.getByText('请选择申请的权限').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('名称', { exact: true }).fill('走访看板');
  await dialog.getByLabel('用途说明').fill('汇总走访情况');
  await dialog.getByLabel(/^回调地址/).fill('https://a.example/back\nhttp://a.example/back');
  await dialog.getByText('走访 已选 0 / 5').click();
  await dialog.getByLabel('查看走访记录').check();
  await dialog.getByText('走访 已选 1 / 5').waitFor();
  await submit(page, '登记应用');
  await dialog.getByText(/第 2 项：请填写完整的 https 网址/).waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });

  const { clientId, secret } = await register(page, '走访看板', ['查看街镇名称、类别和所属区']);
  expect((await tokenOf(platform.url, clientId, secret, 'town:read')).error).toBeNull();
  await page.reload();
  const own = panel(page, '走访看板');
  await own.getByText(`…${secret.slice(-4)}`).waitFor();
  expect(await page.content()).not.toContain(secret);
  await own.getByText('如何取得令牌').click();
  await own.getByText(`-u "${clientId}:$SECRET"`).waitFor();
  await own.getByText('scope=town:read').waitFor();

  await own.getByRole('button', { name: '生成新密钥' }).click();
  const second = (await page.getByTestId('secret').textContent()) ?? '';
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  expect((await tokenOf(platform.url, clientId, second, 'town:read')).error).toBeNull();
  await own
    .locator('li', { hasText: `…${secret.slice(-4)}` })
    .getByRole('button', { name: '吊销' })
    .click();
  await finish(page, '吊销');
  await own.getByText(`…${secret.slice(-4)}`).waitFor({ state: 'detached' });
  expect((await tokenOf(platform.url, clientId, secret, 'town:read')).error).toBe('invalid_client');
  expect((await tokenOf(platform.url, clientId, second, 'town:read')).error).toBeNull();

  await own.getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('用途说明').fill('只看街镇名称');
  await finish(page, '保存');
  await own.getByText('只看街镇名称').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await own.getByRole('button', { name: '停用' }).click();
  await finish(page, '停用');
  await panel(page, '已停用 1').getByText(clientId).waitFor();
  await page.close();
});

test('an administrator consents to some of what an application asks for, changes it and withdraws it', async () => {
  const developer = await openPage(1360, 'operator');
  await developer.goto(`${platform.url}/applications`);
  const asked = ['查看街镇名称、类别和所属区', '查看组织树和单位', '查看走访记录'];
  const { clientId, secret } = await register(developer, '数据看板', asked);

  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/applications`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '授权应用' }).click();
  await dialog.getByLabel('客户端编号').fill('lianxin-web');
  await submit(page, '下一步');
  await dialog.getByText('没有使用此客户端编号的应用').waitFor();
  await dialog.getByLabel('客户端编号').fill(` ${clientId}`);
  await submit(page, '下一步');
  await dialog.getByText('汇总走访情况').waitFor();
  const link = dialog.getByRole('link', { name: /board\.example/ });
  expect(await link.getAttribute('rel')).toContain('noopener');
  const boxes = dialog.getByRole('checkbox');
  expect([await boxes.count(), await dialog.getByRole('checkbox', { checked: true }).count()]).toEqual([3, 0]);
  await submit(page, '授权应用');
  await dialog.getByText('请选择同意的权限').waitFor();
  expect(await dialog.getByText('个人信息', { exact: true }).count()).toBe(1);
  await dialog.getByLabel('查看走访记录').check();
  await dialog.getByText('以下权限会让应用看到居民等的个人信息：查看走访记录。').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('查看走访记录').uncheck();
  await dialog.getByLabel('查看街镇名称、类别和所属区').check();
  await panel(developer, '数据看板').getByRole('button', { name: '修改' }).click();
  await developer.getByRole('dialog').getByLabel('用途说明').fill('另作他用');
  await finish(developer, '保存');
  await developer.close();
  await submit(page, '授权应用');
  await dialog.getByText('该应用此后改变了名称、说明或所申请的权限等内容，请重新查看后再授权').waitFor();
  await dialog.getByText('另作他用').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await finish(page, '授权应用');

  const holding = panel(page, '有效授权 1');
  await holding.getByText('浦江镇管理员（示例）').waitFor();
  expect(await holding.locator('.scopes li').allTextContents()).toEqual(['查看街镇名称、类别和所属区 town:read ']);
  const { token } = await tokenOf(platform.url, clientId, secret, 'town:read');
  expect(await nameSeen(token)).toBe('浦江镇');

  await holding.getByRole('button', { name: '调整授权' }).click();
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
  await dialog.getByLabel('查看组织树和单位').check();
  await finish(page, '调整授权');
  await panel(page, '已结束的授权 1').waitFor();
  expect(await holding.locator('.scopes li').count()).toBe(2);

  await holding.getByRole('button', { name: '撤回授权' }).click();
  await dialog.getByText('撤回后 5 秒内').waitFor();
  await finish(page, '撤回授权');
  await panel(page, '有效授权 0').getByText('没有有效授权').waitFor();
  await panel(page, '已结束的授权 2').waitFor();
  await expect.poll(() => nameSeen(token), { timeout: 5000 }).toBeNull();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});

test('a developer without any role registers an application and reads the towns that are there to try it in', async () => {
  const page = await openPage(360, 'developer');
  await page.goto(`${platform.url}/applications`);
  const sandbox = panel(page, '试用街镇');
  await sandbox.getByText(/下一次为 .*03:30/).waitFor();
  const towns = await sandbox.locator('li').allTextContents();
  expect(towns).toEqual([
    '试用一镇 319900001 已授权',
    '试用二镇 319900002 已授权',
    '试用三镇 319900003 从不授权，可供试用被拒绝的情形',
  ]);
  const { clientId, secret } = await register(page, '试一试', ['查看街镇名称、类别和所属区']);
  const { token } = await tokenOf(platform.url, clientId, secret, 'town:read');
  const seen = ['319900001', '319900002', '319900003'].map((code) => nameSeen(token, code));
  expect(await Promise.all(seen)).toEqual(['试用一镇', '试用二镇', null]);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});

test('who does not decide about applications does not see to whom the town has consented', async () => {
  const page = await openPage(1360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/applications`);
  await page.getByText('您没有此页的权限').waitFor();
  await page.close();
});
