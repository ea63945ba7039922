import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseUnit, finish } from './forms.ts';
import { excess } from './page.ts';

const { platform, openPage } = browserTest();

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

test('an officer is told by a bell of what is overdue, opens it from there, and has seen it then', async () => {
  const admin = await openPage(1360, 'admin-310116112');
  await admin.goto(`${platform.url}/towns/310116112/settings`);
  const days = admin.locator('.panel', { hasText: '本镇的工作日安排' });
  await days.getByRole('button', { name: '添加' }).click();
  await admin.getByLabel('日期').fill(today);
  await admin.getByLabel('日期').press('Tab');
  await admin.getByRole('dialog').getByText('上班', { exact: true }).click();
  await admin.getByLabel('原因').fill('值班');
  await finish(admin, '添加');
  await admin.goto(`${platform.url}/towns/310116112/requests`);
  await admin.getByRole('button', { name: '登记诉求' }).click();
  await choose(admin, '类别', '绿化');
  await chooseUnit(admin, '所在单位', '建龙居委会');
  await admin.getByRole('dialog').getByLabel('诉求内容').fill('树枝挡路');
  await admin.getByLabel('提出日期').fill('2026-03-02');
  await admin.getByLabel('提出日期').press('Tab');
  await finish(admin, '登记诉求');
  await admin.close();
  await platform.addJob('remind');

  const page = await openPage(360, 'officer-310116112');
  await page.goto(platform.url);
  const bell = page.getByRole('button', { name: /^待办提醒/ });
  await bell.waitFor();
  for (let tries = 0; tries < 40 && !(await bell.getAttribute('aria-label'))?.includes('1 条未读'); tries++) {
    await page.waitForTimeout(250);
    await page.reload();
    await bell.waitFor();
  }
  await page.getByRole('button', { name: '待办提醒，1 条未读' }).click();
  const reminder = page.locator('.reminder', { hasText: '已逾期' });
  await reminder.getByText('尚无人受理').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await reminder.getByRole('link').click();
  await page.getByText('树枝挡路').waitFor();
  await page.getByRole('button', { name: '待办提醒，0 条未读' }).waitFor();

  await page.getByRole('button', { name: '受理' }).click();
  await choose(page, '承办人', '王');
  await finish(page, '受理');
  await page.getByRole('button', { name: '上报' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('需要绿化部门');
  await finish(page, '上报');
  await page.getByRole('button', { name: /^待办提醒/ }).click();
  await page.getByText('没有待办提醒').waitFor();
  await page.close();

  const auditor = await openPage(1360, 'auditor-310116112');
  await auditor.goto(platform.url);
  await auditor
    .getByRole('link', { name: '查阅记录' })
    .or(auditor.getByRole('link', { name: '管理' }))
    .first()
    .waitFor();
  expect(await auditor.getByRole('button', { name: /^待办提醒/ }).count()).toBe(0);
  await auditor.close();
});
