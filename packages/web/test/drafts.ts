import type { Page } from 'playwright-core';

/** Draws up a draft from a page of the town, and opens it. Returns its address. */
export async function newDraft(page: Page, reason: string, day: string): Promise<string> {
  await page.getByRole('link', { name: '调整', exact: true }).click();
  await page.getByRole('button', { name: '新建草案' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('生效日期').fill(day);
  await dialog.getByLabel('生效日期').press('Enter');
  await dialog.getByLabel('事由').fill(reason);
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await page.locator('.draft-head', { hasText: `${day} ${reason}` }).waitFor();
  await dialog.waitFor({ state: 'detached' });
  return page.url();
}

/** The row of a unit in the draft's tree. */
export const node = (page: Page, name: string) =>
  page.locator('.ant-tree-treenode').filter({ has: page.locator('.node-name', { hasText: new RegExp(`^${name}$`) }) });

/** Waits until the draft has so many steps. */
export const stepsAre = (page: Page, many: number) =>
  page.getByRole('heading', { name: `步骤 ${many}`, exact: true }).waitFor();
