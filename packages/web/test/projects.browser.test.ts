import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseUnit, finish, submit } from './forms.ts';
import { excess, looksLikeLink, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('what many ask for is opened by place and month, raised into a project with its requests, adopted, reported on and completed', async () => {
  const page = await openPage(1360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/subjects`);
  // What rises most comes first.
  const lines = page.locator('.record-line');
  await lines.first().waitFor();
  const changes = (await lines.locator('.ant-tag').allTextContents()).flatMap((tag) => {
    const [, way, many] = /^(增加|减少) (\d+)$/.exec(tag) ?? [];
    if (tag === '持平') return [0];
    return many === undefined ? [] : [way === '增加' ? Number(many) : -Number(many)];
  });
  expect(changes.length).toBe(await lines.count());
  expect(changes).toEqual([...changes].sort((a, b) => b - a));
  // The first subject about which there is no project yet.
  const line = lines.filter({ hasNotText: '已有项目' }).first();
  const subject = (await line.getByRole('button').textContent()) ?? '';
  const count = Number(/件数 (\d+)/.exec((await line.textContent()) ?? '')?.[1]);
  await line.getByRole('img', { name: /按月: 20/ }).waitFor();
  const number = line.getByRole('link', { name: `打开${subject}的诉求：${count} 件` });
  expect(await looksLikeLink(number)).toBe(true);
  await number.press('Enter');
  await panel(page, new RegExp(`^${subject}：在哪里$`))
    .getByRole('listitem')
    .first()
    .waitFor();
  await panel(page, new RegExp(`^诉求 ${count}$`))
    .locator('.request-card')
    .first()
    .waitFor();

  await page.getByRole('button', { name: '提为实事项目' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel(/^关联这/).isChecked()).toBe(true);
  await submit(page, '提出实事项目');
  await dialog.getByText('请填写项目名称').waitFor();
  await dialog.getByLabel('项目名称').fill('老小区停车增位');
  await dialog.getByLabel('项目内容').fill('划线增位，夜间错时开放');
  await dialog.getByLabel('经费').fill('镇级财政 30 万元');
  await finish(page, '提出实事项目');
  await page.getByText(`其中 ${count} / ${count} 件已列入项目`).waitFor();
  await lines.filter({ hasText: subject }).getByText('已有项目').waitFor();
  await panel(page, /^实事项目 1$/)
    .getByRole('link', { name: /老小区停车增位/ })
    .click();

  await page.locator('h1', { hasText: '老小区停车增位' }).waitFor();
  const linked = panel(page, new RegExp(`^关联诉求 ${count}$`));
  await linked.getByRole('button', { name: '移出' }).first().click();
  await finish(page, '移出诉求');
  const left = panel(page, new RegExp(`^关联诉求 ${count - 1}$`));
  await left.waitFor();
  await page.getByRole('button', { name: '立项', exact: true }).click();
  await choose(page, '责任人', '周城建');
  await finish(page, '立项');
  await page.locator('.page-meta', { hasText: /周城建 · 期限 20\d\d-12-31/ }).waitFor();
  await page.getByRole('button', { name: '报告进展' }).click();
  await dialog.getByLabel('进展').fill('已划线 40 个');
  await finish(page, '报告进展');
  await page.getByText('已划线 40 个').waitFor();
  await page.getByRole('button', { name: '完成' }).click();
  await dialog.getByLabel('成效').fill('新增 62 个车位');
  await finish(page, '完成');
  await page.locator('.page-line .ant-tag', { hasText: '已完成' }).waitFor();
  const steps = await page.locator('.step-taken strong').allTextContents();
  expect(steps).toEqual(['完成', '报告进展', '立项', '移出诉求', '提出']);
  // A request leads to its project.
  await left.getByRole('link').first().click();
  await page.getByRole('link', { name: '老小区停车增位' }).waitFor();
  await page.close();
});

test('on a telephone an officer proposes a project for their village, and a request is put into one by hand', async () => {
  const page = await openPage(360, 'officer-310112114');
  await page.goto(`${platform.url}${town}/subjects?span=quarter`);
  await page.locator('.record-line').first().waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByText('自选', { exact: true }).click();
  // In the last month of a quarter that so far is all of it.
  await page.locator('.period-picker').getByText('起止', { exact: true }).click();
  await page.getByLabel('从', { exact: true }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: '实事项目', exact: true }).click();
  await page.getByText('村道路灯工程（示例）').waitFor();
  await page.getByRole('button', { name: '提出实事项目' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, '类别', '绿化');
  await dialog.getByLabel('项目名称').fill('村口绿地');
  await dialog.getByLabel('项目内容').fill('补种');
  await submit(page, '提出实事项目');
  await dialog.getByText('请选择实施范围').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.close();

  const admin = await openPage(360, 'admin-310112114');
  await admin.goto(`${platform.url}${town}/requests`);
  await admin.getByRole('button', { name: '登记诉求' }).click();
  await choose(admin, '类别', '绿化');
  await chooseUnit(admin, '所在单位', '村');
  await admin.getByRole('dialog').getByLabel('诉求内容').fill('村口要补种');
  await finish(admin, '登记诉求');
  await admin.locator('.request-card', { hasText: '绿化' }).first().getByRole('link').click();
  await admin.getByRole('button', { name: '列入项目' }).click();
  await choose(admin, '实事项目', '村道路灯');
  await finish(admin, '列入项目');
  await admin.getByRole('link', { name: '村道路灯工程（示例）' }).click();
  await admin.getByRole('button', { name: '终止' }).click();
  await admin.getByRole('dialog').getByLabel('原因').fill('征收');
  await finish(admin, '终止');
  await admin.locator('.page-line .ant-tag', { hasText: '已终止' }).waitFor();
  expect(await excess(admin)).toBeLessThanOrEqual(0);
  await admin.goto(`${platform.url}${town}/projects?state=DROPPED`);
  await admin.getByRole('heading', { name: '实事项目 1' }).waitFor();
  await admin.close();
});

test('a district office sees how many ask for what and where, and no request and no project', async () => {
  const page = await openPage(1360, 'district-310112');
  await page.goto(`${platform.url}${town}/subjects`);
  await page.getByRole('button', { name: '道路设施' }).click();
  await panel(page, /^道路设施：在哪里$/)
    .getByRole('listitem')
    .first()
    .waitFor();
  expect(await page.getByRole('heading', { name: /^实事项目/ }).count()).toBe(0);
  expect(await page.locator('.request-card').count()).toBe(0);
  await page.goto(`${platform.url}${town}/projects`);
  await page.getByText('您没有此页的权限').waitFor();
  await page.close();
});
