import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseSome, finish, pick, readFor, submit } from './forms.ts';
import { excess } from './page.ts';

const { platform, openPage } = browserTest();

/** Puts down a talk with those whose names or numbers begin so. */
async function talk(page: Page, parties: readonly string[], said: string): Promise<void> {
  await page.getByRole('button', { name: '记录谈话' }).click();
  for (const party of parties) await pick(page, '与谁谈', party);
  await page.getByRole('dialog').getByLabel('与谁谈').press('Escape');
  await page.getByRole('dialog').getByLabel('谈话内容').fill(said);
  await finish(page, '记录谈话');
}

async function agree(page: Page, agreement: string): Promise<void> {
  await page.getByRole('button', { name: '达成协议' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('协议内容').fill(agreement);
  await dialog.getByLabel('回访日期').fill('2030-01-01');
  await dialog.getByLabel('回访日期').press('Tab');
  await finish(page, '达成协议');
  await page.locator('.page-line .ant-tag', { hasText: '达成协议' }).waitFor();
}

/** Looks at the agreement. */
async function check(page: Page, found: string): Promise<void> {
  await page.getByRole('button', { name: '回访履行' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: found }).press(' ');
  if (found === '履行中') {
    await dialog.getByLabel('下次回访日期').fill('2030-02-01');
    await dialog.getByLabel('下次回访日期').press('Tab');
  }
  await dialog.getByLabel('回访情况').fill('上门看过');
  await finish(page, '回访履行');
}

test('neighbours are heard apart and together, agree, break it, agree anew and keep it', async () => {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/mediations`);
  await page.getByRole('button', { name: '开始调解' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, '类别', '邻里纠纷');
  await dialog.getByLabel('纠纷事由').fill('四楼漏水到三楼');
  const [first, second] = [dialog.locator('fieldset').nth(0), dialog.locator('fieldset').nth(1)];
  await first.getByRole('radio', { name: '住户' }).press(' ');
  await first.getByLabel('住户').last().fill('示00001');
  await page.locator('.ant-select-item-option:visible', { hasText: '示00001' }).click();
  await second.getByLabel('姓名或名称').fill('李四');
  await submit(page, '开始调解');
  await dialog.getByText('请选择调解员').waitFor();
  await chooseSome(page, '调解员', ['老王调解']);
  await finish(page, '开始调解');
  await page.locator('.record-line', { hasText: '老王调解' }).getByRole('link').click();

  // Nothing of what they said is shown before it was said what for.
  await talk(page, ['示00001'], '愿意修，不认赔');
  await page.getByRole('heading', { name: '谈话 1' }).waitFor();
  expect(await page.getByText('愿意修，不认赔').count()).toBe(0);
  expect(await page.getByText('四楼漏水到三楼').count()).toBe(0);
  expect(await page.getByText('李四').count()).toBe(0);
  await readFor(page, '处理诉求');
  await page.getByText('四楼漏水到三楼').waitFor();
  await page.getByText('愿意修，不认赔').waitFor();
  await talk(page, ['李四'], '要求赔吊顶');
  await talk(page, ['示00001', '李四'], '各让一步');
  const together = page.locator('.meeting', { hasText: '面对面' });
  await together.getByText('各让一步').waitFor();
  expect(await page.locator('.meeting', { hasText: '背对背' }).count()).toBe(2);

  // A third party comes in, and leaves again.
  await page.getByRole('button', { name: '追加当事人' }).click();
  await dialog.getByText('当事人 3').waitFor();
  await dialog.getByLabel('姓名或名称').fill('物业公司');
  await finish(page, '追加当事人');
  await page.getByText('物业公司', { exact: true }).waitFor();
  await page.getByRole('button', { name: '当事人退出' }).click();
  for (const party of ['示00001', '李四', '物业公司']) await pick(page, '退出的当事人', party);
  await dialog.getByLabel('退出的当事人').press('Escape');
  await dialog.getByLabel('原因').fill('与物业无关');
  await submit(page, '当事人退出');
  await dialog.getByText('当事人须为 2 至 20 方').waitFor();
  for (const party of ['示00001', '李四']) await pick(page, '退出的当事人', party);
  await dialog.getByLabel('退出的当事人').press('Escape');
  await finish(page, '当事人退出');
  const left = page.locator('.step-taken', { hasText: '当事人退出' });
  await left.getByText('物业公司').waitFor();
  await left.getByText('与物业无关').waitFor();

  await agree(page, '修好并赔两千元');
  await check(page, '履行中');
  await page.locator('.page-meta', { hasText: '2030-02-01 前回访履行情况' }).waitFor();
  await check(page, '未履行');
  await page.locator('.page-line .ant-tag', { hasText: '调解中' }).waitFor();
  await agree(page, '分两期付');
  await check(page, '已履行');
  await page.locator('.page-line .ant-tag', { hasText: '已履行' }).waitFor();
  await page.locator('.panel', { hasText: '协议内容' }).getByText('分两期付').waitFor();
  const steps = (await page.locator('.step-taken strong').allTextContents()).reverse();
  expect(steps).toEqual([
    ...['立案', '记录谈话', '记录谈话', '记录谈话', '追加当事人', '当事人退出'],
    ...['达成协议', '回访履行', '回访履行', '达成协议', '回访履行'],
  ]);
  expect(await page.locator('.actions').getByRole('button').count()).toBe(0);
  await page.close();
});

test('on a telephone a request is mediated, with a resident of a household, ended, and begun again', async () => {
  const page = await openPage(360, 'admin-310116112');
  await page.goto(`${platform.url}/towns/310116112/requests`);
  await page.getByRole('button', { name: '登记诉求' }).click();
  await choose(page, '类别', '噪声');
  await page.getByRole('dialog').getByLabel('所在单位').click();
  await page.locator('.ant-select-tree .node:visible').first().waitFor();
  await page.getByRole('dialog').getByLabel('所在单位').fill('建龙');
  await page.locator('.ant-select-tree .node', { hasText: /建龙居委会$/ }).click();
  await page.getByRole('dialog').getByLabel('诉求内容').fill('半夜装修');
  await finish(page, '登记诉求');
  await page.locator('.request-card', { hasText: '噪声' }).getByRole('link').click();
  await page.locator('h1', { hasText: '噪声 R' }).waitFor();
  const title = await page.locator('h1').textContent();

  await page.getByRole('button', { name: '转调解' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('纠纷事由').fill('半夜装修吵人');
  const [first, second] = [dialog.locator('fieldset').nth(0), dialog.locator('fieldset').nth(1)];
  await first.getByRole('radio', { name: '居民' }).press(' ');
  await first.getByLabel('住户').last().fill('示00002');
  await page.locator('.ant-select-item-option:visible', { hasText: '示00002' }).click();
  await first.getByLabel('居民').last().click();
  await page.locator('.ant-select-item-option:visible', { hasText: '（示例）' }).first().click();
  await second.getByLabel('姓名或名称').fill('装修队');
  await chooseSome(page, '调解员', ['小陈调解']);
  await finish(page, '开始调解');
  await page.getByRole('link', { name: '调解', exact: true }).click();
  await page.locator('.record-line', { hasText: '小陈调解' }).getByRole('link').click();
  await page.locator('.page-meta', { hasText: '建龙居委会' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '结束调解' }).click();
  await pick(page, '结果', '终止');
  await page.getByRole('dialog').getByLabel('原因').fill('一方不来');
  await finish(page, '结束调解');
  await page.locator('.page-line .ant-tag', { hasText: '终止' }).waitFor();
  await page.getByRole('button', { name: '重新调解' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('又来了');
  await finish(page, '重新调解');
  await page.locator('.page-line .ant-tag', { hasText: '调解中' }).waitFor();
  await page.locator('.panel', { hasText: '来自诉求' }).getByRole('link').click();
  await page.getByText('半夜装修', { exact: true }).waitFor();
  expect(await page.locator('h1').textContent()).toBe(title);
  await page.close();
});
