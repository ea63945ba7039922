import type { Page } from 'playwright-core';

/** Sends the dialog that is open. */
export async function submit(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** Sends the dialog that is open, and waits until it is done. */
export async function finish(page: Page, name: string): Promise<void> {
  await submit(page, name);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Chooses in a field of the dialog by typing. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(option);
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
}

/** Chooses in a field of the dialog that has a short list and takes no words. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).click();
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
}

/** Chooses several in a field of the dialog by typing, and closes its list. */
export async function chooseSome(page: Page, label: string, options: readonly string[]): Promise<void> {
  for (const option of options) await choose(page, label, option);
  await page.getByRole('dialog').getByLabel(label).press('Escape');
}

/** Chooses a unit in a field of the dialog out of the tree. */
export async function chooseUnit(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.click();
  await page.locator('.ant-select-tree .node:visible').first().waitFor();
  await field.fill(name);
  await page.locator('.ant-select-tree .node:visible', { hasText: name }).first().click();
}

/** Says what personal data are read for. */
export async function readFor(page: Page, purpose: string): Promise<void> {
  await page.getByRole('button', { name: '查看完整信息' }).first().click();
  await page.getByRole('menuitem', { name: purpose }).click();
}
