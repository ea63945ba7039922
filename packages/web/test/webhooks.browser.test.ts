import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();

/** What came in, by type, and with how many signatures; and what is answered. */
const got: { type: string; signatures: number }[] = [];
let status = 200;
const inbox = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { type }: { type: string } = JSON.parse(Buffer.concat(parts).toString());
    got.push({ type, signatures: String(request.headers['webhook-signature']).split(' ').length });
    response.writeHead(status).end('谢谢');
  });
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/lianxin`;
});
afterAll(() => void inbox.close());

test('somebody registers an address, tries it, renews its secret, looks at what was sent and sends it again', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}/applications`);
  await page.getByRole('button', { name: '登记应用' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill('推送看板');
  await dialog.getByLabel('用途说明').fill('有变化时刷新');
  await dialog.getByText('走访 已选').click();
  await dialog.getByLabel('查看走访记录').check();
  await submit(page, '登记应用');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await dialog.waitFor({ state: 'detached' });

  const own = panel(page, '推送看板');
  await own.getByText('还没有推送地址').waitFor();
  await own.getByRole('button', { name: '登记推送地址' }).click();
  await dialog.getByLabel('网址').fill('https://192.168.1.8/');
  await dialog.getByText(/诉求有进展 \(request:read\)/).waitFor();
  expect(await dialog.getByLabel('诉求有进展').count()).toBe(0);
  await dialog.getByLabel('走访有记录').check();
  await submit(page, '登记推送地址');
  await dialog.getByText('不能推送到内网或本机地址').waitFor();
  await dialog.getByText(/在自己的电脑上试用.*隧道.*WEBHOOKS_TO_OWN_MACHINE=yes/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('网址').fill(address);
  await submit(page, '登记推送地址');
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await own.getByText(address).waitFor();

  await own.getByText('签名密钥 1').click();
  await own.locator('details', { hasText: '签名密钥' }).getByRole('button', { name: '生成新密钥' }).click();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await own.getByText('签名密钥 2').waitFor();
  await own.getByRole('button', { name: '发送测试消息' }).click();
  await page.getByText('测试消息即将发出').waitFor();
  await expect.poll(() => got, { timeout: 10_000 }).toEqual([{ type: 'ping', signatures: 2 }]);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await own.getByRole('link', { name: '推送记录' }).click();
  await page.getByText('记录 1').waitFor();
  // It is read again by itself.
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 10_000 });
  await page.getByText('谢谢').waitFor();
  await page
    .getByText(/\d\d:\d\d:\d\d/)
    .first()
    .waitFor();
  status = 410;
  await page.getByRole('button', { name: '重新推送', exact: true }).click();
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await expect
    .poll(
      async () => {
        await page.goto(`${platform.url}/applications`);
        await own.getByText(address).waitFor();
        return own.getByText('该地址答复 410').count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  status = 200;
  await own.getByRole('button', { name: '恢复推送' }).click();
  await page.getByText('已恢复推送').waitFor();
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(3);
  await own.getByText('该地址答复 410').waitFor({ state: 'detached' });

  await own.getByRole('link', { name: '推送记录' }).click();
  await page.getByRole('button', { name: '批量重新推送' }).click();
  await dialog.getByLabel('已送达的也重新推送').check();
  await finish(page, '重新推送');
  await page.getByText('1 条即将重新推送').waitFor();
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(4);

  await page.getByRole('link', { name: '我的应用' }).first().click();
  await own.getByRole('button', { name: '删除' }).click();
  await finish(page, '删除');
  await own.getByText('还没有推送地址').waitFor();
  await page.close();
});
