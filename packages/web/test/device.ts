import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from './browser.ts';
import { excess } from './page.ts';
import { demoPassword } from './platform.ts';

/** A town of the demo whose teams have households. */
export const town = '/towns/310116112';

/** Signs in as a member of a team there and takes the first so many households along, until they open without a network. */
export async function takeAlong(page: Page, url: string, many: number): Promise<void> {
  await page.goto(`${url}${town}/due`);
  await signIn(page, 'member-310116112', demoPassword);
  for (let taken = 1; taken <= many; taken += 1) {
    await page.getByRole('button', { name: '加入今日走访', exact: true }).first().click();
    await page.getByText(`今日走访 ${taken} 户`).waitFor();
  }
  await page.getByRole('link', { name: '今日走访', exact: true }).click();
  await page
    .locator('.today-card')
    .nth(many - 1)
    .waitFor();
  await page.getByText('本页没有网络也能打开').waitFor();
}

/** The head of what waits to be sent, as it reads. */
export const queue = (page: Page, title: string) => page.getByRole('heading', { name: title });

/** A household's card on the day's list, by its number there from 0. */
export const card = (page: Page, index: number) => page.locator('.today-card').nth(index);

/** Fills in the form that is open, but for who made the visit: whoever took the list along. */
export async function fillIn(page: Page, service: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('基本情况').fill('两位老人同住');
  await dialog.getByRole('button', { name: '无诉求' }).click();
  await dialog.getByLabel('服务', { exact: true }).fill(service);
}

/** Notes a visit to a household of the list. */
export async function note(page: Page, index: number, service: string): Promise<void> {
  await card(page, index).getByRole('button', { name: '记录走访' }).click();
  await fillIn(page, service);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** How many visits the platform has to a household of the list, as its page says. */
export async function visitsTo(page: Page, url: string, index: number): Promise<number> {
  await page.goto(`${url}${town}/today`);
  await card(page, index).getByRole('link').click();
  const title = page.getByRole('heading', { name: /^走访记录 \d+$/ });
  await title.waitFor();
  return Number((await title.textContent())?.split(' ')[1]);
}

/** Whether the page is no wider than its screen. */
export async function fits(page: Page): Promise<void> {
  expect(await excess(page)).toBeLessThanOrEqual(0);
}
