import { expect, test } from 'vitest';
import { seriousFindings } from './axe.ts';
import { browserTest } from './browser-test.ts';
import { choose, chooseUnit, finish, pick, readFor, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310112114';

test('a question is put to the homes of a block out of a request of the third class, voted on, decided by its rule, objections answered, and the work followed', async () => {
  const page = await openPage(1360, 'admin-310112114');
  const dialog = page.getByRole('dialog');
  await page.goto(`${platform.url}${town}/requests`);
  await page.getByRole('button', { name: '登记诉求' }).click();
  await choose(page, '类别', '绿化');
  await chooseUnit(page, '所在单位', '块区');
  await dialog.getByLabel('诉求内容').fill('门前喷泉坏了，想改成广场');
  await finish(page, '登记诉求');
  await page.locator('.request-card', { hasText: '绿化' }).first().getByRole('link').click();
  await page.getByRole('button', { name: '分类' }).click();
  await dialog.getByText('利弊兼有').first().click();
  await finish(page, '分类');

  // The request leads to a deliberation, and this back to it.
  await page.getByRole('button', { name: '提出议事' }).click();
  await dialog.getByLabel('议题').fill('把坏喷泉改建成小广场？');
  await dialog.getByLabel('说明').fill('拆除喷泉，铺设广场');
  await pick(page, '议事规则', '全体三分之二同意');
  await finish(page, '提出议事');
  await page.locator('h1', { hasText: '把坏喷泉改建成小广场？' }).waitFor();
  await page.getByText('全体的 2/3 以上同意（含本数）').waitFor();
  await page.getByRole('button', { name: '登记会议' }).click();
  await dialog.getByLabel('地点').fill('社区活动室');
  await dialog.getByLabel('到会人数').fill('30');
  await dialog.getByLabel('会议记录').fill('多数赞成');
  await finish(page, '登记会议');
  await panel(page, '会议 1').getByText('30 人到会').waitFor();
  await page.getByRole('button', { name: '作为诉求' }).click();
  await panel(page, '会议 1').getByText('已作为佐证：').waitFor();
  await page.getByRole('button', { name: '开始表决' }).click();
  await finish(page, '开始表决');
  await page.locator('.page-line .ant-tag', { hasText: '表决中' }).waitFor();

  // Who has not voted is a list; all of them vote, and one is against it.
  await readFor(page, '走访');
  const waiting = page.locator('.record-line', { has: page.getByRole('button', { name: '登记表决' }) });
  await waiting.first().waitFor();
  const voters = await waiting.count();
  expect(voters).toBeGreaterThan(2);
  for (let left = voters; left > 0; left--) {
    await waiting.first().getByRole('button', { name: '登记表决' }).click();
    if (left === voters) {
      await dialog.getByText('反对', { exact: true }).click();
      await dialog.getByLabel('异议').fill('广场舞会吵');
    }
    await finish(page, '登记表决');
    await panel(page, `表决人 ${left - 1}`).waitFor();
  }
  await panel(page, '异议 1').getByText('广场舞会吵').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  // Its time is over: the rule decides, and shows how.
  await platform.run(
    "update deliberation set opened_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' where question = '把坏喷泉改建成小广场？'",
  );
  await page.reload();
  await page.locator('.page-line .ant-tag', { hasText: '表决截止' }).waitFor();
  await page.getByRole('button', { name: '按规则决定' }).click();
  await finish(page, '按规则决定');
  await page.locator('.page-line .ant-tag', { hasText: '通过' }).waitFor();
  const needed = Math.ceil((voters * 2) / 3);
  await page.getByText(`以 ${voters} 为基数，需要 ${needed} 票同意，得到 ${voters - 1} 票。`).waitFor();

  // The work waits for the answer.
  await readFor(page, '走访');
  await page.getByRole('button', { name: '答复' }).click();
  await dialog.getByLabel('答复内容').fill('约定八点以后不放音乐');
  await choose(page, '答复人', '周城建');
  await finish(page, '答复');
  await page.getByRole('button', { name: '登记意见' }).click();
  await finish(page, '登记意见');
  await panel(page, '异议 1').locator('.ant-tag', { hasText: '满意' }).waitFor();
  for (const [button, report] of [
    ['开工', '进场'],
    ['报告进展', '喷泉已拆'],
    ['完工', '广场开放'],
    ['回访检查', '安静'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await dialog.getByLabel('内容').fill(report);
    await finish(page, button);
    await page.getByText(report, { exact: true }).waitFor();
  }
  await page.locator('.page-line .ant-tag', { hasText: '已完成' }).waitFor();
});

test('on a telephone a lead of a team records a vote at the door and sees no page for who may not', async () => {
  const page = await openPage(360, 'lead-310112114');
  await page.goto(`${platform.url}${town}/deliberations`);
  await page.getByText('把弄堂口的花坛改成停车位？（示例）').click();
  await page.locator('h1', { hasText: '花坛' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await readFor(page, '走访');
  const waiting = page.getByRole('button', { name: '登记表决' });
  await waiting.first().click();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await finish(page, '登记表决');
  expect(await page.getByRole('button', { name: '开始表决' }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
});

test('an administrator adds a rule to the town’s list, changes and ends it', async () => {
  const page = await openPage(360, 'admin-310112114');
  await page.goto(`${platform.url}${town}/settings`);
  const rules = panel(page, '议事规则');
  await rules.getByRole('button', { name: '新增规则' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('规则名称').fill('四分之三同意');
  await dialog.getByLabel('同意比例分子').fill('3');
  await dialog.getByLabel('同意比例分母').fill('2');
  await submit(page, '新增规则');
  await dialog.locator('.ant-form-item-explain-error, .ant-alert-error').first().waitFor();
  await dialog.getByLabel('同意比例分母').fill('4');
  await dialog.getByLabel('参加表决比例（可不填）分子').fill('2');
  await dialog.getByLabel('参加表决比例（可不填）分母').fill('3');
  await finish(page, '新增规则');
  const line = rules.getByRole('listitem').filter({ has: page.getByText('四分之三同意', { exact: true }) });
  await line.getByText('全体的 2/3 以上参加表决，且全体的 3/4 以上同意（含本数）').waitFor();
  await line.getByRole('button', { name: '修改规则' }).click();
  await dialog.getByLabel('须超过该比例（不含本数）').check();
  await finish(page, '修改规则');
  await line.getByText(/超过全体的 3\/4 同意/).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await line.getByRole('button', { name: '停用规则' }).click();
  await finish(page, '停用规则');
  await line.waitFor({ state: 'detached' });
});
