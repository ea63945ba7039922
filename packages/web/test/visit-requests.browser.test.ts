import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { finish, pick, readFor, submit } from './forms.ts';
import { excess } from './page.ts';
import { cameraPhoto } from './photos.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

test('a team member records a visit as themselves, with what is to be handled and a photograph, and takes it on', async () => {
  const page = await openPage(360, 'member-310116112');
  await page.goto(`${platform.url}/towns/310116112/due`);
  await page.locator('.request-card').first().getByRole('link').first().click();
  await page.getByRole('heading', { name: /^走访记录 \d/ }).waitFor();
  await page.getByRole('button', { name: '记录走访' }).click();
  const dialog = page.getByRole('dialog');
  const self = (await dialog.locator('.ant-select-selection-item').first().textContent()) ?? '';
  expect(self).toMatch(/（示例）/);
  await dialog.getByLabel('基本情况').fill('两位老人同住');
  await dialog.getByLabel('诉求', { exact: true }).fill('楼道灯坏了，请修');
  await dialog.getByLabel('服务').fill('联系物业报修');
  await dialog.getByRole('button', { name: '登记一件诉求' }).click();
  await submit(page, '记录走访');
  await dialog.getByText('请填写诉求内容').waitFor();
  await pick(page, '类别', '物业');
  await dialog.getByLabel('诉求内容').fill('三楼楼道灯不亮');
  const buffer = await cameraPhoto(page, 1200, 900);
  await dialog.getByLabel('照片').setInputFiles({ name: '灯.jpg', mimeType: 'image/jpeg', buffer });
  await dialog.getByRole('img', { name: '照片 1' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await finish(page, '记录走访');
  await page.getByRole('heading', { name: '走访记录 1' }).waitFor();
  await readFor(page, '走访');
  await page.getByText('楼道灯坏了，请修').waitFor();

  await page.getByRole('link', { name: /物业/ }).click();
  await page.getByText('三楼楼道灯不亮').waitFor();
  await page.getByRole('heading', { name: '照片 1' }).waitFor();
  await page.getByRole('button', { name: '受理' }).click();
  await finish(page, '受理');
  await page.locator('.page-meta', { hasText: self }).waitFor();
  await page.getByRole('button', { name: '移交' }).click();
  await submit(page, '移交');
  await dialog.getByText('请选择承办人').waitFor();
  await page.close();
});

test('a day that is typed stays as it was typed when the form’s choices come meanwhile', async () => {
  const page = await openPage(1360);
  let come = () => {};
  const typed = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('RequestSubjects')) await typed;
    await route.continue();
  });
  await page.goto(`${platform.url}/towns/310116112/due`);
  await signIn(page, 'admin-310116112', demoPassword);
  await page.getByRole('button', { name: '记录走访' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('走访日期').fill('2024-05-05');
  const answered = page.waitForResponse((response) => !!response.request().postData()?.includes('RequestSubjects'));
  come();
  await (await answered).finished();
  await dialog.getByRole('button', { name: '登记一件诉求' }).click();
  await dialog.getByLabel('类别').click();
  await page.locator('.ant-select-item-option', { hasText: '物业' }).waitFor();
  await dialog.getByLabel('基本情况').click();
  expect(await dialog.getByLabel('走访日期').inputValue()).toBe('2024-05-05');
  await page.close();
});
