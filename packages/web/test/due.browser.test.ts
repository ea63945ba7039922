import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310116112';

const submit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Puts the household of the page into a category. */
async function categorize(page: Page, category: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '归入类别' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类别', { exact: true }).fill(category);
  await page.locator('.ant-select-item-option', { hasText: category }).click();
  await dialog.getByLabel('原因').fill(reason);
  await submit(page, '归入类别');
  await dialog.waitFor({ state: 'hidden' });
}

test('a town adds a category and a rule for it, a household comes into it, and is due until it is visited', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}${town}/settings`);
  const categories = panel(page, '住户类别');
  await categories.getByRole('button', { name: '添加' }).click();
  await page.getByLabel('名称').fill('高龄老人');
  await submit(page, '添加');
  await categories.getByText('高龄老人').waitFor();
  await page.getByRole('button', { name: '高龄老人 修改' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/应走访 \d+ 户/).waitFor();
  await dialog.getByLabel('首次联系（天）').fill('0');
  await dialog.getByLabel('备注（可不填）').fill('先敲门');
  await submit(page, '保存');
  const rule = page.getByRole('row', { name: /高龄老人/ });
  await rule.getByText('当天').waitFor();
  await page.getByRole('button', { name: '每户 停用' }).click();
  await dialog.getByText(/减少 [1-9]\d* 户/).waitFor();
  await submit(page, '停用');
  await page
    .getByRole('row', { name: '每户', exact: false })
    .getByRole('button', { name: /停用/ })
    .waitFor({ state: 'detached' });

  await page.goto(`${platform.url}${town}/overlays`);
  await page.getByRole('link', { name: '江苏籍块区' }).click();
  await page.getByRole('link', { name: '示00005' }).click();
  await categorize(page, '高龄老人', '九十二岁');
  await categorize(page, '残疾人家庭', '肢体二级');
  const held = panel(page, /^类别/);
  await held.getByText('敏感类别').waitFor();
  expect(await held.getByText('肢体二级').count()).toBe(0);
  await page.getByRole('button', { name: '查看完整信息' }).first().click();
  await page.getByRole('menuitem', { name: '走访' }).click();
  await held.getByText('肢体二级').waitFor();
  await held.getByText('残疾人家庭').waitFor();
  await page.close();

  const phone = await openPage(360, 'admin-310116112');
  await phone.goto(`${platform.url}${town}/due`);
  const card = phone.locator('.request-card', { hasText: '示00005' });
  await card.getByText('先敲门').waitFor();
  await card.getByText('高龄老人').waitFor();
  expect(await excess(phone)).toBeLessThanOrEqual(0);
  await card.getByRole('button', { name: '记录走访' }).click();
  const visit = phone.getByRole('dialog');
  await visit.getByLabel('走访人').fill('王芳');
  await phone.locator('.ant-select-item-option', { hasText: '王芳' }).first().click();
  for (const label of ['基本情况', '诉求', '服务']) await visit.getByLabel(label, { exact: true }).fill('老人精神好');
  await submit(phone, '记录走访');
  await card.waitFor({ state: 'detached' });
  await phone.close();
});
