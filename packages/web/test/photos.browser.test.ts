import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';
import { cameraPhoto, photosSent } from './photos.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

/** The sizes of the pictures that are shown, once they are. */
async function sizesShown(page: Page, count: number): Promise<string[]> {
  const shown = page.locator('.page .photo img');
  await shown.nth(count - 1).waitFor();
  return shown.evaluateAll((images: HTMLImageElement[]) =>
    Promise.all(images.map((image) => image.decode().then(() => `${image.naturalWidth} ${image.naturalHeight}`))),
  );
}

test('photographs of a place are made small on the telephone, sent without what the camera wrote, shown with the request, and added to', async () => {
  const page = await openPage(360);
  const sent = photosSent(page);
  await page.goto(`${platform.url}/towns/310116112/requests`);
  await signIn(page, 'admin-310116112', demoPassword);
  await page.getByRole('button', { name: '登记诉求' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类别').fill('绿化');
  await page.locator('.ant-select-item-option', { hasText: '绿化' }).first().click();
  await dialog.getByLabel('所在单位').click();
  await page.locator('.ant-select-tree .node').first().waitFor();
  await dialog.getByLabel('所在单位').fill('建龙');
  await page.locator('.ant-select-tree .node', { hasText: /建龙居委会$/ }).click();
  await dialog.getByLabel('诉求内容').fill('花坛塌了一角');
  const [wide, high] = [await cameraPhoto(page, 2400, 1800), await cameraPhoto(page, 900, 1200)];
  await dialog.getByLabel('照片').setInputFiles([
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: wide },
    { name: 'b.jpg', mimeType: 'image/jpeg', buffer: wide },
    { name: 'c.jpg', mimeType: 'image/jpeg', buffer: high },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('not a picture') },
  ]);
  await dialog.getByText('无法读取：说明.txt').waitFor();
  await dialog.getByRole('button', { name: '移除照片 2' }).click();
  await dialog.getByText('已选 2 张').waitFor();
  expect(wide.includes('GPS 31.2304')).toBe(true);
  await dialog.getByRole('button', { name: '登记诉求', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(sent).toHaveLength(2);
  for (const jpeg of sent) {
    expect(jpeg.length).toBeLessThanOrEqual(400 * 1024);
    expect(jpeg.includes('GPS')).toBe(false);
    expect(jpeg.includes('Exif')).toBe(false);
  }
  await page.locator('.request-card', { hasText: '绿化' }).getByRole('link').click();
  expect(await sizesShown(page, 2)).toEqual(['1600 1200', '900 1200']);
  await page.getByRole('button', { name: '添加照片' }).click();
  await dialog.getByRole('button', { name: '添加照片' }).click();
  await dialog.getByText('请拍照或选择照片').waitFor();
  await dialog.getByLabel('照片').setInputFiles({ name: 'd.jpg', mimeType: 'image/jpeg', buffer: high });
  await dialog.getByText('已选 1 张').waitFor();
  await dialog.getByRole('button', { name: '添加照片' }).click();
  await page.getByRole('heading', { name: '照片 3' }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  expect(await sizesShown(page, 3)).toEqual(['1600 1200', '900 1200', '900 1200']);
  await page.locator('.step-taken', { hasText: '添加照片 1 张' }).waitFor();
  await page.locator('.page .photo').first().click();
  await page.locator('.ant-image-preview img').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.close();
});
