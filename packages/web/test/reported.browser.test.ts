import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { finish, pick, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const malu = '/towns/310114106';

async function day(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.fill(value);
  await field.press('Tab');
}

test('what the town has published is recorded beside its figure, differs, is corrected so that it agrees, and withdrawn', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}${malu}/figures?figure=household&on=2014-06-30`);
  const beside = panel(page, '上报与封存');
  await beside.getByText('该期没有登记上报数').waitFor();
  await beside.getByRole('button', { name: '登记上报数' }).click();
  const dialog = page.getByRole('dialog');
  await submit(page, '登记上报数');
  await dialog.getByText('请填写上报数').waitFor();
  await dialog.getByLabel('上报数', { exact: true }).fill('0.5');
  await dialog.getByLabel('出处').fill('2014 年马陆镇统计公报');
  await day(page, '发布日期', '2014-07-20');
  await submit(page, '登记上报数');
  await dialog.getByText('此指标为数量，须填整数').waitFor();
  await dialog.getByLabel('上报数', { exact: true }).fill('500');
  await finish(page, '登记上报数');
  await page.getByText('已登记，与台账不符').waitFor();
  const numbers = beside.locator('.reported-numbers dd');
  expect(await numbers.allTextContents()).toEqual(['恰为 500', '400', '-100']);

  await page.getByRole('link', { name: '上报与封存' }).click();
  const list = panel(page, '上报数对照 1');
  await list.getByText('不符').waitFor();
  await list.getByRole('button', { name: '更正' }).click();
  await dialog.getByLabel('上报数', { exact: true }).fill('380');
  await pick(page, '精确程度', '多（余）');
  await dialog.getByLabel('原因').fill('公报写的是“380 多户”');
  await finish(page, '更正');
  // 380 多 is less than 390.
  await list.locator('dd', { hasText: '380 多' }).waitFor();
  await list.getByText('更正前 500').waitFor();
  await list.getByRole('button', { name: '更正' }).click();
  await dialog.getByLabel('上报数', { exact: true }).fill('400');
  await pick(page, '精确程度', '恰为');
  await dialog.getByLabel('原因').fill('核对公报');
  await finish(page, '更正');
  await list.getByText('相符').waitFor();
  await page.getByLabel('只看不符的').click();
  await panel(page, '上报数对照 0').getByText('没有上报数').waitFor();
  await page.getByLabel('只看不符的').click();
  await list.getByRole('button', { name: '撤回' }).click();
  await dialog.getByLabel('原因').fill('口径不同');
  await finish(page, '撤回');
  await page.getByLabel('只看已撤回的').click();
  await panel(page, '上报数对照 1').getByText('已撤回：口径不同').waitFor();
  await page.close();
});

test('on a telephone a year is closed, its figures are looked at, and it is opened again', async () => {
  const page = await openPage(360, 'admin-310114106');
  await page.goto(`${platform.url}${malu}/reported`);
  await panel(page, '封存记录 0').getByRole('button', { name: '封存数据' }).click();
  const dialog = page.getByRole('dialog');
  // A year is chosen as a year, a quarter as a quarter.
  await dialog.getByText('季度', { exact: true }).click();
  await dialog.getByLabel('时段', { exact: true }).click();
  await page.locator('.ant-picker-cell:visible', { hasText: 'Q1' }).click();
  expect(await dialog.getByLabel('时段', { exact: true }).inputValue()).toMatch(/^\d{4} 年第 1 季度$/);
  await dialog.getByText('年', { exact: true }).click();
  await day(page, '时段', '2099');
  await submit(page, '封存数据');
  await dialog.getByText(/该期尚未结束/).waitFor();
  await day(page, '时段', '2013');
  await finish(page, '封存数据');
  const list = panel(page, '封存记录 1');
  await list.getByText('2013 年', { exact: true }).waitFor();
  await list.getByRole('button', { name: '查看数据' }).click();
  const kept = panel(page, '2013 年封存数据（第 1 次）');
  const row = kept.locator('tr', { hasText: '户数' }).first();
  await row.waitFor();
  expect(await row.locator('td').allTextContents()).toEqual(['户数', '400', '400', '相同']);
  await kept.getByLabel('只看有变化的').check();
  await kept.getByText('没有符合条件的数据').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  // One of its visits is withdrawn: what was kept stands with what the records give now, and the change.
  await platform.run(`
    update visit set withdrawn_at = now() where id = (
      select id from visit where town_id = 310114106 and withdrawn_at is null and not again
        and extract(year from visited_on) = 2013 order by id limit 1)`);
  await page.reload();
  await kept.getByLabel('只看有变化的').check();
  const contacts = kept.locator('tr', { hasText: /^联系次数/ });
  await contacts.waitFor();
  expect(await contacts.locator('td').allTextContents()).toEqual(['联系次数', '800', '799', '减 1']);
  await page.goto(`${platform.url}${malu}/figures?figure=contact&from=2013-01-01&to=2013-12-31`);
  await panel(page, '上报与封存').getByText('该期已封存：800').waitFor();
  await panel(page, '上报与封存').getByText('现台账数为 799，比封存时减 1。').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: '查看封存' }).click();
  await kept.waitFor();
  await list.getByRole('button', { name: '解除封存' }).click();
  await dialog.getByLabel('原因').fill('补录走访');
  await finish(page, '解除封存');
  await list.getByText('已解除封存').waitFor();
  await list.getByText(/补录走访/).waitFor();
  // What was kept then is told beside the figure, also when the period is open again.
  await page.goto(`${platform.url}${malu}/figures?figure=contact&from=2013-01-01&to=2013-12-31`);
  await panel(page, '上报与封存')
    .getByText(/^2013 年第 1 次封存（.+ 封存，.+ 解除）：800。/)
    .waitFor();
  await page.getByRole('link', { name: '查看这次封存' }).click();
  await kept.waitFor();
  await page.close();
});

test('what a town has reported, by a definition of then, stands on the dashboard of its district beside its records', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}${malu}/figures?figure=contact&from=2014-01-01&to=2014-12-31`);
  const beside = panel(page, '上报与封存');
  await beside.getByRole('button', { name: '登记上报数' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('时段', { exact: true }).inputValue()).toBe('2014 年');
  await pick(page, '所用口径', '2026-11-24 起：这段时间里与住户的联系');
  await dialog.getByLabel('上报数', { exact: true }).fill('900');
  await dialog.getByLabel('出处').fill('2014 年马陆镇工作总结');
  await day(page, '发布日期', '2015-01-20');
  await finish(page, '登记上报数');
  await beside.getByText('上报数按 2026-11-24 起的口径，此后口径有变更').waitFor();
  await page.close();

  const office = await openPage(360, 'district-310114');
  await office.goto(`${platform.url}/districts/310114?from=2014-01&to=2014-12`);
  const list = panel(office, '各街镇上报数与台账数对照 1');
  expect(await list.locator('.reported-numbers dd').first().textContent()).toBe('恰为 900');
  expect(await excess(office)).toBeLessThanOrEqual(0);
  await list.getByLabel('只看不符的').check();
  await list.getByRole('link', { name: /^打开台账联系次数：/ }).press('Enter');
  await office.waitForURL(/\/towns\/310114106\/figures\?figure=contact&from=2014-01-01&to=2014-12-31/);
  await office.goBack();
  await list.getByRole('link', { name: '马陆镇' }).click();
  await office.waitForURL(/\/towns\/310114106\/reported/);
  await panel(office, '上报数对照 1').waitFor();
  // Of another year there is nothing.
  await office.goto(`${platform.url}/districts/310114?from=2012-01&to=2012-12`);
  await panel(office, '各街镇上报数与台账数对照 0').getByText('本期没有街镇登记上报数').waitFor();
  await office.close();
});

test('a district office reads what its town has reported and closed, and changes nothing', async () => {
  const page = await openPage(360, 'district-310114');
  await page.goto(`${platform.url}${malu}/reported`);
  await panel(page, /^上报数对照 \d+$/).waitFor();
  await panel(page, /^封存记录 \d+$/).waitFor();
  for (const name of ['登记上报数', '封存数据', '解除封存']) {
    expect({ name, count: await page.getByRole('button', { name }).count() }).toEqual({ name, count: 0 });
  }
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
