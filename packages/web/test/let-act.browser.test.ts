import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();
const scopes = { name: '查看街镇名称、类别和所属区', units: '查看组织树和单位', open: '新增单位' };
/** How each of them is shown: in words and by name. */
const shown = [`${scopes.name} town:read `, `${scopes.units} unit:read `, `${scopes.open} unit:open `];

/** The application's own page, to which people come back. */
const board = createServer((_request, response) => void response.end('<title>看板</title>')).listen(0, '127.0.0.1');
let back: string;
beforeAll(async () => {
  if (!board.listening) await once(board, 'listening');
  back = `http://127.0.0.1:${(board.address() as AddressInfo).port}/back`;
});
afterAll(() => void board.close());

/** Registers an application, has the town consent to it, and gives its client id and secret. */
async function registered(): Promise<{ clientId: string; secret: string }> {
  const developer = await openPage(1360);
  await developer.goto(`${platform.url}/applications`);
  await signIn(developer, 'operator', demoPassword);
  await developer.getByRole('button', { name: '登记应用' }).click();
  const dialog = developer.getByRole('dialog');
  await dialog.getByLabel('用途说明').fill('汇总走访情况');
  await dialog.getByRole('button', { name: '全部展开' }).click();
  for (const scope of [...Object.values(scopes), '查看各类单位和组团的数量']) await dialog.getByLabel(scope).check();
  await dialog.getByLabel('名称', { exact: true }).fill('连心官方助手');
  await submit(developer, '登记应用');
  await dialog.getByText('应用名称不能使用本平台的名称').waitFor();
  await dialog.getByLabel('名称', { exact: true }).fill('看板助手');
  await dialog.getByLabel(/不能保存密钥/).check();
  await submit(developer, '登记应用');
  await dialog.getByText('没有密钥的应用只能以个人身份使用本平台').waitFor();
  await dialog.getByLabel(/^回调地址/).fill('http://board.example/back');
  await submit(developer, '登记应用');
  await dialog.getByText(/第 1 项：请填写完整的 https 网址/).waitFor();
  await dialog.getByLabel(/^回调地址/).fill('http://127.0.0.1/back');
  await dialog.getByLabel(/不能保存密钥/).uncheck();
  await submit(developer, '登记应用');
  const secret = (await developer.getByTestId('secret').textContent()) ?? '';
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  const own = panel(developer, '看板助手');
  const said = (await own.getByText(/^客户端编号 /).textContent()) ?? '';
  const clientId = said.replace('客户端编号', '').trim();
  await own.getByText('如何取得令牌').click();
  await own.getByText('code_challenge=$CHALLENGE').waitFor();
  await developer.close();

  const page = await openPage(1360);
  await page.goto(`${platform.url}/towns/310112114/applications`);
  await signIn(page, 'admin-310112114', demoPassword);
  await page.getByRole('button', { name: '授权应用' }).click();
  await page.getByRole('dialog').getByLabel('客户端编号').fill(clientId);
  await submit(page, '下一步');
  await page.getByRole('dialog').getByText('登记人：').waitFor();
  for (const scope of Object.values(scopes)) await page.getByRole('dialog').getByLabel(scope).check();
  await finish(page, '授权应用');
  await page.close();
  return { clientId, secret };
}

/** Sends the browser to the platform, as the application does. Gives what it needs to redeem the code. */
async function leave(page: Page, clientId: string, scope: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    ...{ client_id: clientId, response_type: 'code', redirect_uri: back, scope, state: 's' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  await page.goto(`${platform.url}/oidc/auth?${asked}`);
  return verifier;
}

/** What the page to which one came back was told. */
async function told(page: Page): Promise<URLSearchParams> {
  await page.waitForURL(`${back}?*`);
  return new URL(page.url()).searchParams;
}

async function redeemed(
  { clientId, secret }: { clientId: string; secret: string },
  parameters: Record<string, string>,
) {
  const response = await fetch(`${platform.url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams(parameters),
  });
  const answer: { access_token?: string; refresh_token?: string; error?: string } = await response.json();
  return answer;
}

/** What the platform answers an application that asks with a token; null where it does not. */
async function asked<Data>(token: string, query: string, variables = {}): Promise<Data | null> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data }: { data?: Data | null } = await response.json();
  return data ?? null;
}

/** The name of the town, as an application sees it for the person; null where it does not. */
async function nameSeen(token: string): Promise<string | null> {
  const data = await asked<{ town: { name: string } | null }>(token, '{ town(code: "310112114") { name } }');
  return data?.town?.name ?? null;
}

/** Opens a block where the person is an officer. */
async function openBlock(token: string): Promise<void> {
  const held = await asked<{ viewer: { assignments: { unit: { id: string } }[] } }>(
    token,
    '{ viewer { assignments { unit { id } } } }',
  );
  const input = { town: '310112114', kind: 'BLOCK', name: '应用块区', parent: held?.viewer.assignments[0]?.unit.id };
  const opening = 'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { name } } }';
  expect(await asked(token, opening, { input })).toEqual({ openUnit: { unit: { name: '应用块区' } } });
}

test('a person signs in for an application, sees who asks for what, says no, then yes, and takes it back', async () => {
  const application = await registered();
  const page = await openPage(360);
  await leave(page, application.clientId, 'town:read unit:read unit:open');
  await page.getByText('登录后，第三方应用“看板助手”将请您授权').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await signIn(page, 'officer-310112114', demoPassword);
  await page.getByRole('heading', { name: '是否允许应用“看板助手”以您的身份使用连心？' }).waitFor();
  await page.getByText(/您当前登录的账号：.*officer-310112114/).waitFor();
  await page.getByText(/不由本平台或街镇提供。登记人：/).waitFor();
  await page.getByText('选择后将回到 127.0.0.1:').waitFor();
  expect(await page.locator('.scopes li').allTextContents()).toEqual(shown);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  const { headers } = await fetch(page.url());
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");

  await page.getByRole('button', { name: '拒绝' }).click();
  expect(Object.fromEntries(await told(page))).toMatchObject({ error: 'access_denied', state: 's' });

  const verifier = await leave(page, application.clientId, 'town:read unit:read unit:open');
  await page.getByRole('heading', { name: '是否允许应用“看板助手”' }).waitFor();
  const developer = await openPage(1360, 'operator');
  await developer.goto(`${platform.url}/applications`);
  await panel(developer, '看板助手').getByRole('button', { name: '修改' }).click();
  await developer.getByRole('dialog').getByLabel('用途说明').fill('汇总走访和诉求情况');
  await finish(developer, '保存');
  await developer.close();
  await page.getByRole('button', { name: '允许' }).click();
  await page.getByRole('alert').getByText('该应用刚刚改变了名称、说明或所申请的权限等内容').waitFor();
  await page.getByText('汇总走访和诉求情况').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '允许' }).click();
  const code = (await told(page)).get('code') ?? '';
  const tokens = await redeemed(application, {
    ...{ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: back },
  });
  const token = tokens.access_token ?? '';
  expect(await nameSeen(token)).toBe('浦江镇');
  await openBlock(token);

  await leave(page, application.clientId, 'town:read');
  expect((await told(page)).get('code')).not.toBeNull();
  await leave(page, application.clientId, 'town:read unit:count');
  await page.getByText('它还请求：').waitFor();
  await page.getByText('您已经允许：').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.goto(`${platform.url}/account`);
  await page.getByRole('link', { name: '已授权的应用' }).click();
  const holding = panel(page, '有效的个人授权 1');
  await holding.getByText('看板助手').waitFor();
  expect(await holding.locator('.scopes li').allTextContents()).toEqual(shown);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await holding.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog').getByText('撤销后 5 秒内').waitFor();
  await finish(page, '撤销');
  await page.getByText('您没有允许任何应用').waitFor();
  await expect.poll(() => nameSeen(token), { timeout: 5000 }).toBeNull();
  const refreshing = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
  expect((await redeemed(application, refreshing)).error).toBe('invalid_grant');
  await page.close();

  const auditor = await openPage(360);
  await auditor.goto(`${platform.url}/towns/310112114/readings`);
  await signIn(auditor, 'auditor-310112114', demoPassword);
  const changes = panel(auditor, '应用操作记录 2');
  await changes.getByText('openUnit').waitFor();
  await changes.getByText('reviseApplication').waitFor();
  await changes.getByText('看板助手').first().waitFor();
  await changes.getByText('浦江镇干部（示例）').waitFor();
  expect(await seriousFindings(auditor)).toEqual([]);
  expect(await excess(auditor)).toBeLessThanOrEqual(0);
  await auditor.close();
});

test('a page that asks says so when it is over, and asks nobody else', async () => {
  const page = await openPage(360);
  await page.goto(`${platform.url}/consent/somebody-elses`);
  await page.getByRole('heading', { name: '授权页面已过期' }).waitFor();
  expect(await page.getByRole('button', { name: '允许' }).count()).toBe(0);
  await page.close();
});
