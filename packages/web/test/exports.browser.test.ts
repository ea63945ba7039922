import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { register, tokenOf } from './applications.ts';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const asked = ['查看街镇名称、类别和所属区', '查看组织树和单位', '批量导出街镇记录（以其他权限为限）'];

/** What the API answers an application. */
async function ask(token: string | null, query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

/** Asks for an export of Pujiang and waits until it is ready. Gives its id, and where its file is. */
async function exported(token: string | null, input: Record<string, unknown>): Promise<{ id: string; path: string }> {
  const asking = 'mutation($input: RequestExportInput!) { requestExport(input: $input) { export { id } } }';
  const { requestExport } = await ask(token, asking, { input: { town: '310112114', ...input } });
  const look = async () =>
    (await ask(token, 'query($id: ID!) { node(id: $id) { ... on Export { id state path } } }', requestExport.export))
      .node;
  await expect.poll(async () => (await look()).state, { timeout: 20_000 }).toBe('READY');
  return look();
}

test('a town sees which application took what out and when, and its developer what became of it', async () => {
  const developer = await openPage(360, 'operator');
  await developer.goto(`${platform.url}/applications`);
  const { clientId, secret } = await register(developer, '数据仓库', asked);
  const own = panel(developer, '数据仓库');
  await own.getByText('该应用还没有批量导出过记录').waitFor();

  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}/towns/310112114/applications`);
  await panel(page, '批量导出 0').getByText('还没有应用批量导出本街镇的记录').waitFor();
  await consentTo(page, clientId);

  const { token } = await tokenOf(platform.url, clientId, secret, 'town:read unit:read record:export');
  const { id, path } = await exported(token, { fragments: 'fragment Units on Unit { id name }' });
  await exported(token, { since: id });
  const file = await fetch(`${platform.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000);

  await page.reload();
  const log = panel(page, '批量导出 2');
  await log.getByText(/^单位 \d{2,}$/).waitFor();
  await log.getByText(/^上次以来的变化/).waitFor();
  await log.getByText(/^1 次，最近 /).waitFor();
  expect(await log.getByText('可下载').count()).toBe(2);
  expect(await log.getByText('数据仓库').count()).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '撤回授权' }).click();
  await finish(page, '撤回授权');
  await page.reload();
  await log.getByText('授权已结束，文件已删除').first().waitFor();
  expect((await fetch(`${platform.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await developer.reload();
  await own.getByText('浦江镇').first().waitFor();
  expect(await own.getByText('授权已结束，文件已删除').count()).toBe(2);
  expect(await seriousFindings(developer)).toEqual([]);
  expect(await excess(developer)).toBeLessThanOrEqual(0);
  await developer.getByRole('button', { name: /English/ }).click();
  await own.getByText('Consent ended, file deleted').first().waitFor();
  await developer.close();
  await page.close();
});

/** Has the town consent to all that an application asks for. */
async function consentTo(page: Page, clientId: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '授权应用' }).click();
  await dialog.getByLabel('客户端编号').fill(clientId);
  await submit(page, '下一步');
  for (const scope of asked) await dialog.getByLabel(scope).check();
  await finish(page, '授权应用');
}
