import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { browserTest } from './browser-test.ts';
import { excess } from './page.ts';
import { demoPassword } from './platform.ts';

const { platform, openPage } = browserTest();

const submit = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

async function signedIn(account: string, address: string, width = 1360): Promise<Page> {
  const page = await openPage(width);
  await page.goto(`${platform.url}${address}`);
  await signIn(page, account, demoPassword);
  return page;
}

/** Says what personal data are read for. */
async function sayWhy(page: Page, purpose: string): Promise<void> {
  await page.getByRole('button', { name: '查看完整信息' }).first().click();
  await page.getByRole('menuitem', { name: purpose }).click();
}

/** Finds a household by what is known of it, and opens its page. */
async function find(page: Page, words: string, code: string): Promise<void> {
  await page
    .getByRole('textbox', { name: '查找住户' })
    .or(page.getByRole('searchbox', { name: '查找住户' }))
    .fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: code, exact: true }).click();
}

test('who is in a household is masked until it is said what for, and is kept by those in charge of it', async () => {
  const page = await signedIn('admin-310116112', '/towns/310116112/find');
  await page.getByText('请先选择用途').waitFor();
  await sayWhy(page, '维护档案');
  await find(page, '示00007', '示00007');
  const members = page.locator('.panel').filter({ has: page.getByRole('heading', { name: /^成员/ }) });
  await members.getByText('户主').waitFor();
  const named = (await members.locator('strong').first().textContent()) ?? '';
  expect(named).toMatch(/（示例）$/);
  await members.getByRole('button', { name: '用途：维护档案' }).click();
  await page.getByRole('menuitem', { name: '恢复脱敏' }).click();
  await members.getByText('选择用途后显示').waitFor();
  expect(await members.locator('strong').first().textContent()).toBe(`${named[0]}**`);

  await page.getByRole('button', { name: '新增成员' }).click();
  await page.getByLabel('姓名').fill('王小明');
  await page.getByLabel('电话').fill('12345');
  await submit(page, '新增成员');
  await page.locator('.ant-form-item-explain-error', { hasText: '不是有效的电话号码' }).waitFor();
  await page.getByLabel('电话').fill('138 1234 5678');
  await submit(page, '新增成员');
  await members.getByText('138****5678').waitFor();
  await sayWhy(page, '走访');
  await members.getByRole('link', { name: '13812345678' }).waitFor();

  // Somebody else corrects the same while the form is open.
  const other = await signedIn('admin-310116112', page.url().replace(platform.url, ''));
  for (const each of [page, other]) {
    await each.getByRole('button', { name: /^变更 王/ }).click();
    await each.getByRole('menuitem', { name: '修改信息' }).click();
    await each.getByLabel('姓名').waitFor();
  }
  await other.getByLabel('姓名').fill('王小名');
  await submit(other, '保存');
  await other.getByRole('dialog').waitFor({ state: 'hidden' });
  await other.close();
  await page.getByLabel('姓名').fill('王晓明');
  await submit(page, '保存');
  await page.getByText('其他人已改为“王小名”').waitFor();
  await submit(page, '保存');
  await members.getByText('王晓明').waitFor();

  await members.getByRole('button', { name: '修改住址' }).click();
  await page.getByRole('textbox', { name: '住址' }).fill('和平路8号');
  await submit(page, '保存');
  await members.getByText('和平路8号').waitFor();
  await page.getByRole('button', { name: '分户' }).click();
  await page.getByRole('checkbox', { name: /王晓明/ }).check();
  await page.getByLabel('新户号').fill('新户8');
  await submit(page, '分户');
  await page.getByRole('heading', { name: '新户8' }).waitFor();
  await page.locator('.panel', { hasText: '户情档案' }).getByText('立户').waitFor();
  await page.getByRole('button', { name: '并户' }).click();
  await page.getByLabel('被并入的户').fill('示00007');
  await page.getByTitle(/^示00007/).click();
  await submit(page, '并户');
  await members.getByText(named).waitFor();
  await page.close();
});

test('the auditor finds who looked, and sees no resident', async () => {
  const page = await signedIn('auditor-310116112', '/towns/310116112/readings', 360);
  await page.getByRole('heading', { name: /^查阅记录 \d+/ }).waitFor();
  await page.getByText('维护档案').first().waitFor();
  await page.getByText('姓名').first().waitFor();
  expect(await page.getByText('王小明').count()).toBe(0);
  const found = async (code: string) => {
    await page.getByPlaceholder('按户号查找').fill(code);
    await page.keyboard.press('Enter');
  };
  await found('没有此号');
  await page.getByText('本镇没有此户号').waitFor();
  await page.getByRole('button', { name: '重新查找' }).click();
  await found('示00007');
  await page.waitForURL(/householdCode=/);
  await page.getByText('维护档案').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.goto(`${platform.url}/towns/310116112/find`);
  await page.getByText('您没有此页的权限').waitFor();
  await page.close();
});
