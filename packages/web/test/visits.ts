import type { Page } from 'playwright-core';

/** Records a visit to the household whose page is open, by somebody who is named in the form. */
export async function visit(page: Page, { on }: { on?: string }): Promise<void> {
  await page.getByRole('button', { name: '记录走访' }).click();
  const dialog = page.getByRole('dialog');
  if (on !== undefined) {
    await dialog.getByLabel('走访日期').fill(on);
    await dialog.getByLabel('走访日期').press('Tab');
  }
  await dialog.getByLabel('走访人').fill('王芳');
  await page.getByTitle(/王芳/).first().click();
  await dialog.getByLabel('走访人').press('Escape');
  await dialog.getByLabel('基本情况').fill('两位老人同住');
  await dialog.getByRole('button', { name: '无诉求' }).click();
  await dialog.getByLabel('服务').fill('报修');
  await dialog.getByRole('button', { name: '记录走访' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
