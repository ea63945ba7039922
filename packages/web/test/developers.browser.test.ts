import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scopes } from '../../schema/src/scopes.ts';
import { seriousFindings } from './axe.ts';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { submit } from './forms.ts';
import { excess, panel, saved } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();
const town = '310112114';

/** Asks the API; `token` is a bearer's. */
async function ask(token: string, query: string, variables: Record<string, unknown> = {}) {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** Signs in on a page that it opens; gives the page, and the token that it asks with. */
async function opened(path: string, account: string, width = 1360): Promise<{ page: Page; token: string }> {
  const page = await openPage(width);
  let token = '';
  page.on('request', (request) => {
    const { authorization } = request.headers();
    if (request.url() === `${platform.url}/graphql` && authorization) token = authorization.replace('Bearer ', '');
  });
  await page.goto(`${platform.url}${path}`);
  await signIn(page, account, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => token).not.toBe('');
  return { page, token };
}

/** Registers an application, as whoever the token is of. */
async function registered(token: string, name: string) {
  const mutation = `mutation($input: RegisterApplicationInput!) { registerApplication(input: $input) { application { id clientId } } }`;
  const input = { name, description: '汇总走访情况', scopes: ['TOWN_READ', 'UNIT_READ'] };
  const { id, clientId } = (await ask(token, mutation, { input })).data.registerApplication.application;
  const issuing = 'mutation($input: IssueTrialTokenInput!) { issueTrialToken(input: $input) { token } }';
  const trial: string = (await ask(token, issuing, { input: { application: id } })).data.issueTrialToken.token;
  return { id: String(id), clientId: String(clientId), trial };
}

async function consent(token: string, clientId: string): Promise<string> {
  const mutation =
    'mutation($input: ConsentToApplicationInput!) { consentToApplication(input: $input) { consent { id } } }';
  const input = { town, clientId, scopes: ['TOWN_READ'], until: '2999-01-01' };
  return (await ask(token, mutation, { input })).data.consentToApplication.consent.id;
}

test('a developer sees a town consent and withdraw within seconds, without asking anew', async () => {
  const administrator = await opened(`/towns/${town}/applications`, `admin-${town}`);
  const { page, token } = await opened('/applications', 'officer-310112114');
  const { clientId } = await registered(token, '看板甲');
  await page.goto(`${platform.url}/applications/${clientId}`);
  // The towns of the sandbox let in whoever registers.
  await panel(page, '已授权的街镇 2').getByText('试用一镇').waitFor();
  await page.getByText('这段时间没有请求').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await consent(administrator.token, clientId);
  const holding = panel(page, '已授权的街镇 3');
  await holding.getByText('浦江镇').waitFor({ timeout: 10_000 });
  await holding.getByText('查看街镇名称、类别和所属区').first().waitFor();
  await holding.getByText('有效期至 2998-12-31').waitFor();
  const ours = holding.locator('.consent', { hasText: '浦江镇' });
  await ours.getByRole('heading', { name: '申请而未授权 1 项' }).waitFor();
  await ours.getByText('unit:read').waitFor();
  expect(await holding.getByText('申请而未授权').count()).toBe(1);
  expect(await page.getByText('浦江镇管理员').count()).toBe(0);
  const again = await consent(administrator.token, clientId);
  const over = (n: number) => panel(page, `已结束的授权 ${n}`);
  await over(1).getByText('被该街镇的新授权取代').waitFor({ timeout: 10_000 });
  const withdrawing = 'mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id } } }';
  await ask(administrator.token, withdrawing, { input: { consent: again } });
  await panel(page, '已授权的街镇 2').waitFor({ timeout: 10_000 });
  await over(2).getByText('街镇撤回授权').waitFor();
  await over(2).getByText('被该街镇的新授权取代').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await page.close();
  await administrator.page.close();
});

test('a developer sees how much an application uses over time and by town, and saves it; so does the town of its own', async () => {
  const administrator = await opened(`/towns/${town}/applications`, `admin-${town}`);
  const { page, token } = await opened('/applications', 'officer-310112114');
  const { clientId, trial } = await registered(token, '看板乙');
  await consent(administrator.token, clientId);
  await new Promise((resolve) => setTimeout(resolve, 3500));
  for (let each = 0; each < 3; each++) await ask(trial, `{ town(code: "${town}") { name } }`);
  await ask(trial, '{ town(code: "310114106") { name } }');
  // Usage is written every three seconds, and looked up by the page every fifteen.
  await new Promise((resolve) => setTimeout(resolve, 3500));
  await page.goto(`${platform.url}/applications/${clientId}`);
  const usage = panel(page, '用量');
  const counted = usage.getByText(/^共 4 次请求，实际用 [\d,]+ 点$/);
  await counted.waitFor();
  const drawing = usage.getByRole('img', { name: /^用量: 共 4 次请求/ });
  await drawing.locator('canvas').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  const table = panel(page, '明细');
  const cells = async () =>
    (await table.locator('tbody tr.ant-table-row').allTextContents()).map((text) => text.slice(0, 12));
  expect(await cells()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d41$/)]);
  await usage.getByText('近 7 天（按小时）').click();
  await expect.poll(cells, { timeout: 5000 }).toEqual([expect.stringMatching(/^\d\d-\d\d \d\d:004/)]);
  await usage.getByText('点数', { exact: true }).click();
  await table.getByText('按街镇').click();
  await expect
    .poll(cells)
    .toEqual([expect.stringMatching(/^浦江镇30003/), expect.stringMatching(/^（不属于任何已授权街镇）/)]);
  const file = await saved(page, () => table.getByRole('button', { name: '保存为 CSV' }).click());
  expect(file.name).toMatch(/^看板乙 用量 .*\.csv$/);
  expect(file.bytes.toString('utf8').replace('\uFEFF', '').split('\r\n').slice(0, 2)).toEqual([
    '街镇,请求,有错误,点数不足被拒,超出限制被拒,实际点数,预估点数',
    '浦江镇,3,0,0,0,333,333',
  ]);
  await table.getByRole('button', { name: '浦江镇' }).click();
  await usage.getByText('共 3 次请求，实际用 333 点').waitFor();
  await usage.getByRole('button', { name: '查看全部街镇' }).click();
  await counted.waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.close();

  await administrator.page.reload();
  await administrator.page.getByText('近 30 天：3 次请求，333 点').waitFor();
  await administrator.page.close();
});

test('a developer stores an operation, is told on its field what is wrong with one, and drops it', async () => {
  const { page, token } = await opened('/applications', 'officer-310112114', 360);
  const { clientId } = await registered(token, '看板己');
  await page.goto(`${platform.url}/applications/${clientId}`);
  const stored = panel(page, '登记的操作');
  await stored.getByText('没有登记操作').waitFor();
  await stored.getByRole('button', { name: '登记操作' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('文档').fill('query Wrong { nothing }');
  await submit(page, '登记操作');
  await dialog
    .locator('.ant-form-item-explain-error')
    .getByText(/nothing/)
    .waitFor();
  await dialog.getByLabel('文档').fill('query Name($code: RegisterCode!) { town(code: $code) { name } }');
  await submit(page, '登记操作');
  await stored.getByText('Name').first().click();
  await stored.getByText(/^[0-9a-f]{64}$/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await stored.getByRole('button', { name: '取消登记' }).click();
  await stored.getByText('没有登记操作').waitFor();
  await page.close();
});

test('another’s application has no page', async () => {
  const owner = await opened('/applications', 'officer-310112114');
  const { clientId } = await registered(owner.token, '看板丙');
  await owner.page.close();
  const { page } = await opened('/applications', 'worker-310112114');
  await page.goto(`${platform.url}/applications/${clientId}`);
  await page.getByText('没有找到这个页面').waitFor();
  expect(await page.getByText('看板丙').count()).toBe(0);
  await page.close();
});

/** What a button copies. */
async function copied(page: Page, button: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button.click();
  await button.page().getByRole('button', { name: '已复制' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Waits until the explorer's editor is there with what it begins with. */
async function ready(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-lines').getByText('WhoAmI').first().waitFor();
}

/** Writes a query into the explorer in the place of what is there; one that begins with a brace is closed by the editor once more. */
async function write(page: Page, query: string): Promise<void> {
  await page.locator('.graphiql-query-editor .monaco-editor').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(query);
}

test('the explorer asks as oneself and as an application, tells what it costs, prices without running, and keeps nothing', async () => {
  const { page, token } = await opened('/applications', 'officer-310112114');
  const { clientId } = await registered(token, '看板丁');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${platform.url}/explorer`);
  const run = page.getByRole('button', { name: /^Execute query/ });
  const answer = page.locator('.graphiql-response .view-lines');
  await ready(page);
  await run.click();
  await page.getByText(/^最多 [\d,]+$/).waitFor();
  await expect.poll(() => answer.textContent()).toContain('officer-310112114');
  await page.getByText(/^实际 [\d,]+$/).waitFor();

  await write(page, 'query Units { districts { towns { units(first: 100) { nodes { id name } } } } }');
  await page.getByRole('button', { name: '预估点数（不执行）' }).click();
  await page.getByText('点数最多的部分 districts.towns.units.nodes').waitFor();
  await expect.poll(() => answer.textContent()).toContain('heaviest');
  expect(await answer.textContent()).not.toContain('officer-310112114');
  await page.getByText('自带的按钮和提示为英文').waitFor();
  await page.getByRole('button', { name: /^整理格式/ }).waitFor();
  await page.getByRole('button', { name: /Show Documentation Explorer/ }).click();
  await page.getByRole('link', { name: 'Query', exact: true }).click();
  await page.getByText('Anything by its global id').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByLabel('身份').click();
  await page.getByText('应用：看板丁').click();
  await page.getByText('令牌只在本页内存中').waitFor();
  await write(page, 'query Viewer { viewer { application { name } } }');
  await run.click();
  await expect.poll(() => answer.textContent()).toContain('看板丁');
  expect(new URL(page.url()).searchParams.get('as')).toBe(clientId);

  expect(asked.filter((address) => new URL(address).origin !== platform.url && !/^(data|blob):/.test(address))).toEqual(
    [],
  );
  expect(asked.some((address) => /\/assets\/explorer\/graphql\.worker/.test(address))).toBe(true);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/viewer|graphiql|Bearer/);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await run.click();
  await expect.poll(() => answer.textContent()).toContain('看板丁');
  await page.close();
});

test('the explorer says that its editor is on its way, and shows the page meanwhile', async () => {
  const { page } = await opened('/applications', 'officer-310112114', 360);
  const held: (() => Promise<void>)[] = [];
  await page.route(/\/assets\/explorer\/Explorer-.*\.js$/, (route) => void held.push(() => route.continue()));
  await page.getByRole('link', { name: '接口调试' }).click();
  await page.getByText('正在打开编辑器').waitFor();
  await page.getByLabel('身份').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  for (const go of held) await go();
  await ready(page);
  expect(await page.getByText('正在打开编辑器').count()).toBe(0);
  await page.close();
});

test('somebody without a town begins with the steps to a first call, takes them, and sees them done', async () => {
  const { page } = await opened('/', 'developer', 360);
  const steps = page.locator('.first-steps > li');
  const done = () => steps.locator('h3').allTextContents();
  await expect.poll(done).toEqual(['登记应用 ', '第一次调用 ', '请街镇授权 ', '接收推送（可选） ']);
  expect(await seriousFindings(page)).toEqual([]);
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '登记应用' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill('看板庚');
  await dialog.getByLabel('用途说明').fill('汇总走访情况');
  await dialog.getByLabel('查找权限').fill('town:read');
  await dialog.getByLabel('查看街镇名称、类别和所属区').check();
  await submit(page, '登记应用');
  const secret = await page.getByTestId('secret').textContent();
  expect(await copied(page, dialog.getByRole('button', { name: '复制：密钥' }))).toBe(secret);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await steps.first().getByText('已完成').waitFor();
  await steps.nth(1).getByText('如何取得令牌').click();
  const curl = steps.nth(1).locator('.code-block').first();
  expect(await copied(page, curl.getByRole('button', { name: '复制：代码' }))).toMatch(
    /^curl -s http.*\/oidc\/token[\s\S]*'scope=town:read'$/,
  );
  expect(await seriousFindings(page)).toEqual([]);
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await steps.first().getByRole('link', { name: '看板庚' }).click();
  const id = page.getByText(/^客户端编号 /);
  expect(await copied(page, id.getByRole('button', { name: '复制：客户端编号' }))).toBe(
    (await id.textContent())?.replace('客户端编号', '').trim(),
  );

  await page.setViewportSize({ width: 1360, height: 800 });
  await page.goto(`${platform.url}/explorer`);
  await ready(page);
  const run = page.getByRole('button', { name: /^Execute query/ });
  const answer = page.locator('.graphiql-response .view-lines');
  await run.click();
  await expect.poll(() => answer.textContent(), { timeout: 15_000 }).toContain('beginsAnewAt');
  expect(await answer.textContent()).not.toContain('errors');
  await page.getByLabel('身份').click();
  await page.getByText('应用：看板庚').click();
  await page.locator('.graphiql-query-editor .view-lines').getByText('319900001').first().waitFor();
  await run.click();
  await expect.poll(() => answer.textContent(), { timeout: 15_000 }).toContain('试用一镇');
  expect(await answer.textContent()).not.toContain('errors');
  // Usage is written every three seconds.
  await expect
    .poll(
      async () => {
        await page.goto(platform.url);
        await steps.first().getByText('已完成').waitFor();
        return steps.nth(1).getByText('已完成').count();
      },
      { timeout: 15_000, interval: 1000 },
    )
    .toBe(1);
  await page.getByRole('link', { name: '用量', exact: true }).click();
  await page.getByText(/^共 \d+ 次请求/).waitFor();
  await page.close();
});

test('an application that keeps no secret, and so gets nothing for itself, is not offered to ask as', async () => {
  const { page, token } = await opened('/applications', 'officer-310112114');
  const { clientId: kept } = await registered(token, '看板戊');
  const mutation = `mutation($input: RegisterApplicationInput!) { registerApplication(input: $input) { application { clientId } } }`;
  const said = {
    name: '手机应用',
    description: '在手机上使用',
    scopes: ['TOWN_READ'],
    redirectUris: ['https://a.example/b'],
  };
  const { data } = await ask(token, mutation, { input: { ...said, confidential: false } });
  const { clientId } = data.registerApplication.application;
  await page.goto(`${platform.url}/applications/${kept}`);
  await page.getByRole('link', { name: '以此应用调试' }).waitFor();
  await page.goto(`${platform.url}/applications/${clientId}`);
  await page.getByRole('heading', { name: '手机应用' }).waitFor();
  expect(await page.getByRole('link', { name: '以此应用调试' }).count()).toBe(0);
  await page.goto(`${platform.url}/explorer?as=${clientId}`);
  await page.getByLabel('身份').click();
  await page.getByText('应用：看板戊').waitFor();
  expect(await page.getByText('应用：手机应用').count()).toBe(0);
  await page.close();
});

test('a subscription in the explorer shows its events', async () => {
  const { page } = await opened('/explorer', `admin-${town}`);
  await ready(page);
  await write(page, 'subscription { figuresChanged { towns } }');
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.getByRole('button', { name: /^Stop query/ }).waitFor();
  const { token } = await opened(`/towns/${town}`, `admin-${town}`).then(async ({ page: other, token }) => {
    await other.close();
    return { token };
  });
  const adding = 'mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }';
  await expect
    .poll(
      async () => {
        await ask(token, adding, { input: { town, name: '测试（示例）' } });
        return page.locator('.graphiql-response .view-lines').textContent();
      },
      { timeout: 15_000, interval: 1500 },
    )
    .toContain('figuresChanged');
  await page.close();
});

test('no other page loads what the explorer is made of, and no telephone keeps it', async () => {
  const { page } = await opened('/applications', 'officer-310112114');
  await page.goto(`${platform.url}/guide`);
  await page.getByRole('heading', { name: '第一次调用' }).waitFor();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => name.includes('/assets/explorer/'))).toEqual([]);
  expect(readFileSync(join(import.meta.dirname, '../dist/sw.js'), 'utf8')).not.toContain('assets/explorer/');
  await page.close();
});

test('the contract, what takes which scope and what has changed are found from the first steps and the guide, and the schema is saved', async () => {
  const { page } = await opened('/', 'developer');
  await page.getByRole('navigation', { name: '查阅' }).getByRole('link', { name: '接口约定与权限' }).click();
  const file = await saved(page, () => page.getByRole('link', { name: '下载 schema.graphql' }).click());
  expect(file.name).toBe('schema.graphql');
  const contract = readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'));
  expect(file.bytes.equals(contract)).toBe(true);
  const names = await page.locator('.scopes li code').allTextContents();
  expect(names.sort()).toEqual(Object.keys(scopes).sort());
  expect(await seriousFindings(page)).toEqual([]);
  const pages = page.getByRole('navigation', { name: '指南的页面' });
  await pages.getByRole('link', { name: '权限对照表' }).click();
  await page.getByRole('cell', { name: 'Query.district', exact: true }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pages.getByRole('link', { name: '接口变更记录' }).click();
  await page.getByRole('heading', { name: 'Unreleased' }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ['接口变更记录', '权限对照表', '接口约定与权限']) {
    await pages.getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  }
  await page.close();
});

test('the guide stands in the web in both languages, with this platform’s address, and leads to errors and limits', async () => {
  const { page } = await opened('/applications', 'officer-310112114');
  await page.getByRole('link', { name: '开发者指南', exact: true }).click();
  const first = page.locator('.code-block', { hasText: `export LIANXIN=${platform.url}` });
  expect(await copied(page, first.getByRole('button', { name: '复制：代码' }))).toBe(
    `export LIANXIN=${platform.url}\nexport CLIENT_ID=YOUR-CLIENT-ID SECRET=YOUR-SECRET`,
  );
  await page.getByRole('article').getByRole('link', { name: '订阅' }).click();
  await page.getByRole('heading', { name: '没有地址时：订阅' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/guide/webhooks');
  const pages = page.getByRole('navigation', { name: '指南的页面' });
  await pages.getByRole('link', { name: '批量导出' }).click();
  await page.getByRole('heading', { name: '此后有变化的' }).waitFor();
  await pages.getByRole('link', { name: '限制与点数' }).click();
  await page.getByRole('heading', { name: '一次请求要多少点' }).waitFor();
  await pages.getByRole('link', { name: '错误代码' }).click();
  await page.getByText('没有登录，或令牌已失效。').waitFor();
  await pages.getByRole('link', { name: '登记与授权' }).click();
  await page.getByRole('heading', { name: '令牌何时失效' }).waitFor();
  expect(await page.getByText('本页目前只有英文').count()).toBe(0);
  await pages.getByRole('link', { name: '入门' }).click();
  await page.getByRole('heading', { name: '第一次调用' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'The first call' }).waitFor();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy: code' }).first().click();
  await page.getByText('The browser does not let this page copy').waitFor();
  await page.getByRole('link', { name: 'limits.md' }).first().click();
  await page.getByRole('heading', { name: 'What an operation costs' }).waitFor();
  await page.getByRole('link', { name: 'Errors' }).click();
  await page.getByText('UNAUTHENTICATED').waitFor();
  await page.mouse.move(0, 400);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
