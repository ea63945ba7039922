import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage, openTelephone } = browserTest();

/** Opens the page of the last team of the tree, whose block has no public page yet. */
async function openTeam(page: Page): Promise<void> {
  await page.goto(platform.url);
  await page.getByRole('searchbox', { name: '搜索名称或代码' }).fill('组团');
  await page.locator('.node[data-kind=TEAM]').last().click();
  await page.getByRole('link', { name: '查看详情' }).click();
  await panel(page, /^成员 \d+$/).waitFor();
}

/** The size of the first sheet that is printed, in points, and how many sheets there are. */
async function printed(page: Page, click: () => Promise<void>, paper: string): Promise<[number, number, number]> {
  await page.evaluate(() => {
    document.body.removeAttribute('data-printed');
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator(`.${paper} article`).first().waitFor();
  expect(await page.locator('#root').isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.locator(`.${paper}`).waitFor({ state: 'detached' });
  return [Math.round(Number(width)), Math.round(Number(height)), pdf.match(/\/Type \/Page\b/g)?.length ?? 0];
}

test('a block gets a public page, which shows of its team who agreed, is printed as a board, cards and badges, and leads nowhere once it is withdrawn', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await openTeam(page);
  const dialog = page.getByRole('dialog');
  const members = panel(page, /^成员 \d+$/);
  const name = (await members.getByRole('row').nth(1).getByRole('cell').first().textContent()) ?? '';
  await members.getByRole('button', { name: '同意公示' }).first().click();
  await dialog.getByLabel('公示电话').fill('12');
  await submit(page, '同意公示');
  await dialog.getByText(/电话/).nth(2).waitFor();
  await dialog.getByLabel('公示电话').fill('19900009995');
  await finish(page, '同意公示');
  await members.getByText('已公示', { exact: true }).waitFor();
  const people = await members.getByRole('button', { name: '同意公示' }).count();
  // A badge is 70 by 100 millimetres, one on each sheet.
  const badges = () => members.getByRole('button', { name: '打印走访证' }).click();
  expect(await printed(page, badges, 'badge-paper')).toEqual([198, 283, people]);

  await page.locator('.ant-breadcrumb').getByRole('link').last().click();
  const board = panel(page, '公示页');
  await board.getByRole('button', { name: '发布公示页' }).click();
  await submit(page, '发布公示页');
  await dialog.getByText('请填写服务承诺').waitFor();
  await dialog.getByLabel('服务承诺').fill('三日内答复');
  await finish(page, '发布公示页');
  await board.getByText(/^同意公示 1 人，共 \d+ 人/).waitFor();
  const link = (await board.getByRole('link').textContent()) ?? '';
  const board3 = () => board.getByRole('button', { name: '打印公示牌（A3）' }).click();
  expect(await printed(page, board3, 'board-paper')).toEqual([842, 1191, 1]);
  const cards = () => board.getByRole('button', { name: '打印便民服务卡' }).click();
  expect(await printed(page, cards, 'card-paper')).toEqual([255, 153, 1]);

  await board.getByRole('button', { name: '修改承诺' }).click();
  await dialog.getByLabel('服务承诺').fill('两日内答复');
  await finish(page, '修改承诺');
  await board.getByText('此前的承诺 1').click();
  await board.getByText('三日内答复').waitFor();

  const telephone = await openTelephone();
  await telephone.addInitScript(() => Object.defineProperty(navigator, 'language', { value: 'zh-CN' }));
  await telephone.goto(link);
  await telephone.getByText('两日内答复').waitFor();
  await telephone.getByText(name, { exact: true }).waitFor();
  expect(await telephone.locator('.people li').count()).toBe(1);
  expect(await telephone.getByRole('link', { name: `拨打 ${name} 的电话 19900009995` }).getAttribute('href')).toBe(
    'tel:19900009995',
  );
  await telephone.getByText('962740').waitFor();
  expect(await excess(telephone)).toBeLessThanOrEqual(0);
  expect(await seriousFindings(telephone)).toEqual([]);

  await board.getByRole('button', { name: '撤回公示页' }).click();
  await dialog.getByLabel('原因').fill('测试结束');
  await finish(page, '撤回公示页');
  await board.getByRole('button', { name: '发布公示页' }).waitFor();
  await telephone.reload();
  await telephone.getByText('此公示页不存在或已撤回').waitFor();
});

test('useful numbers of the town are added and ended in its settings', async () => {
  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}/towns/310112114/settings`);
  await panel(page, '便民电话 4').getByRole('button', { name: '新增便民电话' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('物业');
  await dialog.getByLabel('电话').fill('12');
  await submit(page, '新增便民电话');
  await dialog.getByText('请输入 3 至 12 位数字的电话号码').waitFor();
  await dialog.getByLabel('电话').fill('021-12345678');
  await finish(page, '新增便民电话');
  const line = panel(page, '便民电话 5').locator('.record-line', { hasText: '02112345678' });
  await line.getByRole('button', { name: '停用' }).click();
  await panel(page, '便民电话 4').waitFor();
});
