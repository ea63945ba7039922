import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { card, fillIn, fits, queue, takeAlong, town, visitsTo } from './device.ts';
import { cameraPhoto } from './photos.ts';
import { demoPassword } from './platform.ts';

const { platform, openTelephone } = browserTest();

test('visits that are noted without a network outlive the page, and are recorded once when it is back, from two windows', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 3);
  const visits = async () => {
    const counts = [];
    for (const index of [0, 1, 2]) counts.push(await visitsTo(page, platform.url, index));
    return counts;
  };
  const [first = 0, next = 0, last = 0] = await visits();
  await page.goto(`${platform.url}${town}/today`);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('离线', { exact: true }).waitFor();
  await fits(page);

  await card(page, 0).getByRole('button', { name: '记录走访' }).click();
  await fillIn(page, '量血压');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记一件诉求' }).click();
  await dialog.getByLabel('类别').click();
  await page.locator('.ant-select-item-option', { hasText: '供水' }).click();
  await dialog.getByLabel('诉求内容').fill('水管漏水');
  const photo = { name: '水管.jpg', mimeType: 'image/jpeg', buffer: await cameraPhoto(page, 1200, 900) };
  await dialog.locator('input[type=file]').last().setInputFiles(photo);
  await dialog.getByRole('img', { name: '照片 1' }).waitFor();
  await fits(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await queue(page, '等待上传 1 条').waitFor();

  // What is half written is there again, too.
  await card(page, 1).getByRole('button', { name: '记录走访' }).click();
  await fillIn(page, '送米');
  await page.waitForTimeout(600);
  await page.reload();
  await card(page, 1).getByText('未写完').waitFor();
  await card(page, 1).getByRole('button', { name: '记录走访' }).click();
  expect(await dialog.getByLabel('服务', { exact: true }).inputValue()).toBe('送米');
  await dialog.getByRole('button', { name: '保存' }).click();
  await queue(page, '等待上传 2 条').waitFor();
  await page.getByRole('article').getByText('等待上传').first().waitFor();

  const second = await page.context().newPage();
  await second.goto(`${platform.url}${town}/today`);
  await queue(second, '等待上传 2 条').waitFor();
  await page.context().setOffline(false);
  for (const each of [page, second]) await each.getByText('今天已上传 2 条').waitFor();
  await second.close();
  expect(await visits()).toEqual([first + 1, next + 1, last]);
  await visitsTo(page, platform.url, 0);
  await page.locator('.request-card', { hasText: '供水' }).getByRole('link').first().click();
  await page.getByText('水管漏水').waitFor();
  await page.getByRole('heading', { name: '照片 1' }).waitFor();
});

test('the installed application begins with the day’s list, and without one where it is made, also out of a search', async () => {
  const page = await openTelephone();
  await page.goto(`${platform.url}/today`);
  await signIn(page, 'member-310116112', demoPassword);
  await page.getByText('今天还没有带上住户').waitFor();
  await page.getByText('本页没有网络也能打开').waitFor();
  const manifest = await page.evaluate(() => fetch('/manifest.webmanifest').then((answer) => answer.json()));
  expect(manifest).toMatchObject({ name: '连心', lang: 'zh-CN', start_url: '/today', display: 'standalone' });
  for (const { src } of manifest.icons) {
    expect((await page.request.get(`${platform.url}${src}`)).headers()['content-type']).toBe('image/png');
  }
  expect((await page.request.get(`${platform.url}/sw.js`)).headers()['cache-control']).toBe('no-cache');

  await page.getByRole('link', { name: '查找住户' }).click();
  await page.getByRole('button', { name: '查看完整信息' }).click();
  await page.getByRole('menuitem', { name: '走访' }).click();
  const search = page.getByRole('textbox', { name: '查找住户' }).or(page.getByRole('searchbox', { name: '查找住户' }));
  await search.fill('示000');
  await search.press('Enter');
  await page.getByRole('button', { name: '加入今日走访' }).first().click();
  await page.getByRole('link', { name: '已在今日走访中' }).click();
  await card(page, 0).waitFor();
  await page.context().setOffline(true);
  await page.goto(`${platform.url}/today`);
  await page.getByText('离线', { exact: true }).waitFor();
  await card(page, 0)
    .getByRole('button', { name: /^从名单移除/ })
    .click();
  await page.getByText('本机没有今天的名单').waitFor();
});

test('the day’s list and the list of those due are printed on A4, and nothing else of the page is', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 2);
  await fits(page);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: '打印' }).click();
  await page.locator('body[data-printed]').waitFor();
  expect(await page.locator('.visit-sheet').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.visit-sheet');
  expect(await sheet.getByRole('row').count()).toBe(3);
  await sheet.getByRole('heading', { name: '漕泾镇走访单' }).waitFor();
  expect(await page.locator('#root').isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  // A4 on its side, in points.
  expect([Number(width), Number(height)].map(Math.round)).toEqual([842, 595]);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await sheet.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: '应走访', exact: true }).click();
  // The day's list keeps its place, with cards of its own, until the page of those due has come.
  await page.locator('.today-card').first().waitFor({ state: 'detached' });
  await page.locator('.request-card').first().waitFor();
  const shown = await page.locator('.request-card').count();
  await page.getByRole('button', { name: '打印' }).click();
  expect(await page.locator('.visit-sheet tbody tr').count()).toBe(shown);
});

/** What a device keeps of the day: the rows of lists and half-written forms as text, and the names of the keys that open them. */
function keptOn(page: Page): Promise<{ lists: string[]; drafts: string[]; keys: string[] }> {
  return page.evaluate(async () => {
    const opened = indexedDB.open('lianxin');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const all = (table: string) =>
      new Promise<Record<string, unknown>[]>((resolve) => {
        const asked = opened.result.transaction(table).objectStore(table).getAll();
        asked.addEventListener('success', () => resolve(asked.result));
      });
    const text = (_: string, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(new Uint8Array(value)) : value;
    const rows = async (table: string) => (await all(table)).map((row) => JSON.stringify(row, text));
    const kept = { lists: await rows('lists'), drafts: await rows('drafts') };
    const keys = (await all('keys')).map(({ name }) => String(name));
    opened.result.close();
    return { ...kept, keys };
  });
}

test('a list lies on the device encrypted, and is gone the next day with what was half written and the key to both', async () => {
  const page = await openTelephone();
  await takeAlong(page, platform.url, 2);
  const code = /示\d{5}/.exec((await card(page, 0).textContent()) ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  await card(page, 1).getByRole('button', { name: '记录走访' }).click();
  await fillIn(page, '送米');
  await page.waitForTimeout(600);
  const kept = await keptOn(page);
  expect([kept.lists.length, kept.drafts.length, kept.keys]).toEqual([1, 1, ['day']]);
  expect([...kept.lists, ...kept.drafts].filter((row) => row.includes(code) || row.includes('送米'))).toEqual([]);

  // Later on the same day it opens without a network; on the next it does not.
  await page.context().setOffline(true);
  await page.reload();
  await card(page, 0).getByText(code).waitFor();
  await page.clock.setFixedTime(Date.now() + 24 * 3_600_000);
  await page.reload();
  await page.getByText('无法连接服务器').waitFor();
  expect(await page.locator('.today-card').count()).toBe(0);
  await expect.poll(() => keptOn(page)).toEqual({ lists: [], drafts: [], keys: [] });
});
