import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { choose, finish, submit } from './forms.ts';
import { excess, panel } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();
const address = () => `${platform.url}/towns/310112114/inspections`;

/** The day in Shanghai so many days ago. */
const dayAgo = (days: number) => new Date(Date.now() + (8 - 24 * days) * 3_600_000).toISOString().slice(0, 10);

/** Opens a town's inspections as somebody of it. */
async function inspectionsOf(width: number, account: string): Promise<Page> {
  const page = await openPage(width);
  await page.goto(address());
  await signIn(page, `${account}-310112114`, demoPassword);
  await page.getByRole('heading', { name: /^督查轮次 \d+$/ }).waitFor();
  return page;
}

test('on a telephone an officer records a round of a squad, place by place, and mends what was found', async () => {
  const page = await inspectionsOf(360, 'officer');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '记录督查' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, '督查组', '网吧督查一组');
  await submit(page, '记录督查');
  // Who took part and where has to be said.
  await dialog.getByText('请选择参加人').waitFor();
  await dialog.locator('.ant-form-item-explain-error', { hasText: '选择督查点' }).waitFor();
  for (const index of [0, 1]) await dialog.locator('.ant-checkbox-group input').nth(index).check();
  await dialog.getByRole('button', { name: '添加督查点' }).click();
  const [first, second] = [page.locator('.asked-request').nth(0), page.locator('.asked-request').nth(1)];
  for (const [section, name] of [
    [first, '远航网吧'],
    [second, '蓝天网吧'],
  ] as const) {
    await section.getByLabel('督查点').fill(name);
    await page.locator('.ant-select-item-option:visible', { hasText: name }).click();
  }
  await second.getByText('发现问题', { exact: true }).click();
  await second.getByLabel('问题描述').fill('两名未成年人上网');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await finish(page, '记录督查');

  const line = page.locator('.record-line').first();
  await line.getByText('发现问题 1').waitFor();
  await line.getByRole('link').click();
  await panel(page, '远航网吧').getByText('未发现问题').waitFor();
  const found = panel(page, '蓝天网吧');
  await found.getByText('待整改').waitFor();
  await found.getByRole('button', { name: '整改', exact: true }).click();
  await page.getByRole('dialog').getByLabel('整改情况').fill('已劝离，店主写保证书');
  await finish(page, '整改');
  await found.getByText('已整改', { exact: true }).waitFor();
  await found.locator('.step-taken', { hasText: '店主写保证书' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);

  // Corrected: one place was not visited, and what was written before stays.
  await page.getByRole('button', { name: '修改' }).click();
  await dialog.getByText('此处已检查，发现的问题保留').first().waitFor();
  await dialog.getByRole('button', { name: '移除第 1 处' }).click();
  await dialog.getByLabel('修改原因').fill('远航网吧当日关门');
  await finish(page, '修改');
  await panel(page, '历次内容').getByText('远航网吧当日关门').waitFor();
  expect(await panel(page, '远航网吧').count()).toBe(0);
  await page.close();
});

test('an administrator keeps a squad and a place, sees who was left out, and figures beside what was published that open into rounds', async () => {
  const page = await inspectionsOf(1360, 'admin');
  await page.getByText('督查组', { exact: true }).first().click();
  await page.getByRole('button', { name: '成立督查组' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('督查组名称').fill('夜查组');
  await dialog.getByLabel('组长').fill('新组长');
  await page.locator('.ant-select-item-option:visible', { hasText: '新组长' }).click();
  await finish(page, '成立督查组');
  const squad = page.locator('.record-line', { hasText: '夜查组' });
  await squad.getByText('组长：新组长').waitFor();
  await squad.getByRole('button', { name: '撤销督查组' }).click();
  await finish(page, '撤销督查组');
  await squad.waitFor({ state: 'detached' });

  await page.getByText('督查点', { exact: true }).first().click();
  await page.getByText('期内未检查', { exact: true }).click();
  await page.getByText('记录一次到该处的督查即可补上').waitFor();
  const place = page.locator('.record-line', { hasText: '远航网吧' });
  await place.getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('名称').fill('远航电竞馆');
  await finish(page, '修改');
  await page.locator('.record-line', { hasText: '远航电竞馆' }).getByText('曾用名：远航网吧').waitFor();

  // The rounds of the demo are of the last weeks, be it in January.
  const days = `from=${dayAgo(90)}&to=${dayAgo(0)}`;
  await page.goto(`${address()}?view=sums&${days}`);
  await page.getByRole('row', { name: /合计/ }).waitFor();
  await page.getByRole('button', { name: '登记上报数' }).click();
  await dialog.getByLabel('上报数', { exact: true }).fill('999');
  await dialog.getByLabel('出处').fill('镇年度简报');
  await dialog.getByLabel('发布日期').fill(dayAgo(0));
  await dialog.getByLabel('发布日期').press('Tab');
  await finish(page, '登记上报数');
  await panel(page, '上报数与台账数').getByText('999').first().waitFor();
  await page.getByText('按类别', { exact: true }).click();
  await page
    .getByRole('row', { name: /游戏游艺场所/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { name: /^督查轮次 [1-9]/ }).waitFor();
  await page.close();
});
