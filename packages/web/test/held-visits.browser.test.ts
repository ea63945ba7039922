import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { card, fillIn, fits, note, takeAlong, town } from './device.ts';

const { platform, openPage, openTelephone } = browserTest();

const submit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('a visit to a household that has left meanwhile is held, the lead records it elsewhere or drops it, and the sender is told', async () => {
  const member = await openTelephone();
  await takeAlong(member, platform.url, 2);
  const [gone = '', stays = ''] = await member.locator('.today-card .code').allTextContents();
  await member.context().setOffline(true);
  await note(member, 0, '量血压');

  const lead = await openPage(1360, 'lead-310116112');
  await lead.goto(`${platform.url}${town}/due`);
  await lead.locator('.request-card', { hasText: gone }).getByRole('link').first().click();
  await lead.getByRole('button', { name: '注销' }).click();
  await submit(lead, '注销');
  await lead.getByRole('dialog').waitFor({ state: 'detached' });

  await member.context().setOffline(false);
  const entry = member.getByRole('article', { name: gone });
  await entry.getByText('待处理', { exact: true }).waitFor();
  await entry.getByText(/离开/).waitFor();
  await fits(member);
  await entry.getByRole('button', { name: '重试' }).click();
  await member.locator('.ant-message').getByText(/离开/).waitFor();

  await lead.goto(`${platform.url}${town}/held-visits`);
  const held = lead.getByRole('article', { name: gone });
  await held.getByText(/未能入档：.*离开/).waitFor();
  expect(await held.getByText('量血压').count()).toBe(0);
  await lead.getByRole('button', { name: '查看完整信息' }).click();
  await lead.getByRole('menuitem', { name: '走访' }).click();
  await held.getByText('量血压').waitFor();
  await held.getByRole('button', { name: '补正入档' }).click();
  const dialog = lead.getByRole('dialog');
  expect(await dialog.getByLabel('服务', { exact: true }).inputValue()).toBe('量血压');
  await submit(lead, '补正入档');
  await dialog
    .getByRole('alert')
    .filter({ hasText: '离开' })
    .or(dialog.locator('.ant-form-item-explain-error'))
    .waitFor();
  await dialog.getByLabel('改记到其他住户').fill(stays);
  await lead.locator('.ant-select-item-option', { hasText: stays }).click();
  await submit(lead, '补正入档');
  await lead.getByText('没有待处理的走访').waitFor();
  await lead.getByText('已处理', { exact: true }).click();
  await lead.getByText(/入档 · /).waitFor();
  await member.reload();
  await member.getByText('今天已上传 1 条').waitFor();

  // What the platform already dealt with is not touched by a second one.
  await member.goto(`${platform.url}${town}/today`);
  await card(member, 0).getByRole('button', { name: '再记一次' }).click();
  await fillIn(member, '送米');
  await submit(member, '保存');
  await entry.getByText('待处理', { exact: true }).waitFor();
  await lead.goto(`${platform.url}${town}/held-visits`);
  await held.getByRole('button', { name: '作废' }).click();
  await dialog.getByLabel('原因').fill('该户已迁出，另行登记');
  await submit(lead, '作废');
  await lead.getByText('没有待处理的走访').waitFor();
  await member.reload();
  await entry.getByText('已作废').waitFor();
  await entry.getByText('该户已迁出，另行登记').waitFor();
  await entry.getByRole('button', { name: '知道了' }).click();
  await entry.waitFor({ state: 'detached' });

  await lead.setViewportSize({ width: 360, height: 740 });
  await lead.getByText('已处理', { exact: true }).click();
  await lead.getByText(/另行登记/).waitFor();
  await fits(lead);
  await lead.close();
});
