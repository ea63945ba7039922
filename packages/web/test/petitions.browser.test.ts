import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { choose, chooseSome, chooseUnit, finish, pick, readFor, submit } from './forms.ts';
import { excess, panel } from './page.ts';

const { platform, openPage } = browserTest();

/** Records that three residents of Baiyin come in person, for a hundred. */
async function recordJointPetition(page: Page): Promise<void> {
  await page.getByRole('button', { name: '登记信访' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, '类别', '物业');
  await chooseUnit(page, '承办单位', '白银社区');
  await dialog.getByLabel('信访事项').fill('交房两年没有产证');
  for (const [index, name] of ['赵大', '钱二', '孙三'].entries()) {
    if (index > 0) await dialog.getByRole('button', { name: '再添一人' }).click();
    await dialog.getByLabel('姓名').nth(index).fill(name);
  }
  await dialog.getByLabel('电话').nth(1).fill('12');
  await dialog.getByLabel('总人数').fill('100');
  await choose(page, '被反映单位', '某房地产公司');
  await dialog.getByLabel('被反映单位').press('Escape');
  // Several who come in person say who speaks for them, and a telephone number is one.
  await submit(page, '登记信访');
  await dialog.getByText('多人来访须推选代表').waitFor();
  await dialog.getByLabel('作为代表').nth(0).check();
  await dialog.getByLabel('作为代表').nth(1).check();
  await submit(page, '登记信访');
  await dialog.locator('fieldset').nth(1).getByText('不是有效的电话号码').waitFor();
  await dialog.getByLabel('电话').nth(1).fill('13812345678');
  await finish(page, '登记信访');
}

test('residents petition together: a group is formed, representatives meet the developer, it is answered and settled', async () => {
  const page = await openPage(1360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106/petitions`);
  await recordJointPetition(page);
  await page.locator('.record-line', { hasText: '某房地产公司' }).first().getByRole('link').click();
  await page.locator('.page-line', { hasText: '100 人' }).waitFor();

  // Nothing personal is shown in full before it was said what for.
  const petitioners = panel(page, '信访人 100');
  await petitioners.getByText('赵*').waitFor();
  expect(await page.getByText('交房两年没有产证').count()).toBe(0);
  await readFor(page, '处理诉求');
  await page.getByText('交房两年没有产证').waitFor();
  await petitioners.getByText('钱二 13812345678').waitFor();
  await petitioners.getByText('另有 97 人未逐一登记').waitFor();

  await page.getByRole('button', { name: '受理', exact: true }).click();
  await choose(page, '承办人', '王书记');
  await finish(page, '受理');
  await page.locator('.page-meta', { hasText: /王书记 · .* 前答复/ }).waitFor();
  await page.getByRole('button', { name: '成立应急小组' }).click();
  await choose(page, '组长', '王书记');
  await chooseSome(page, '组员', ['李调解', '陈民警']);
  await finish(page, '成立应急小组');
  await panel(page, '应急小组').getByText('陈民警').waitFor();
  await page.getByRole('button', { name: '召开协调会' }).click();
  await chooseSome(page, '参加人员', ['王书记']);
  await page.getByRole('dialog').getByLabel('地点').fill('白银社区会议室');
  await page.getByRole('dialog').getByLabel('达成的意见').fill('三十日内办妥产证');
  await finish(page, '召开协调会');
  const meetings = panel(page, '协调会 1');
  await meetings.getByText('三十日内办妥产证').waitFor();
  // Those who speak for all were there, and nobody else.
  await meetings.getByText('赵大、钱二').waitFor();
  await page.getByRole('button', { name: '转为诉求' }).click();
  await choose(page, '类别', '道路设施');
  await chooseUnit(page, '所在单位', '白银社区');
  await page.getByRole('dialog').getByLabel('诉求内容').fill('东侧道路未修好');
  await finish(page, '转为诉求');
  await panel(page, '转为诉求 1')
    .getByRole('link', { name: /道路设施/ })
    .waitFor();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.getByRole('dialog').getByLabel('答复意见').fill('开发商已书面承诺');
  await finish(page, '答复');
  await page.getByRole('button', { name: '办结' }).click();
  await submit(page, '办结');
  await page.getByText('请选择办理结果').waitFor();
  await pick(page, '办理结果', '已化解');
  await finish(page, '办结');
  await page.locator('.page-line .ant-tag', { hasText: '已办结' }).waitFor();
  await page.locator('.actions').getByRole('button').first().waitFor({ state: 'detached' });
  const steps = await page.locator('.step-taken strong').allTextContents();
  expect(steps).toEqual(['办结', '答复', '转为诉求', '召开协调会', '成立应急小组', '受理', '登记']);

  await page.getByRole('link', { name: '马陆镇 信访' }).click();
  await page.getByLabel('状态').click();
  await page.locator('.ant-select-item-option', { hasText: '已办结' }).click();
  await page.getByRole('heading', { name: '信访 2' }).waitFor();
  expect(await page.locator('.record-line', { hasText: '白银社区' }).count()).toBe(2);
  await page.close();
});

test('on a telephone an overdue petition is found, extended in vain, joined, given on, and another one is not accepted', async () => {
  const page = await openPage(360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106/petitions`);
  await page.getByLabel('只看逾期').click();
  await page.getByRole('heading', { name: '信访 1' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.locator('.record-line.overdue').getByRole('link').click();
  await page.getByRole('button', { name: '延长期限' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('情况复杂');
  await submit(page, '延长期限');
  await page.getByRole('dialog').getByText('期限已于').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '补充信访人' }).click();
  await page.getByRole('dialog').getByLabel('姓名').fill('周五');
  await finish(page, '补充信访人');
  await panel(page, '信访人 2').getByText('周*').waitFor();
  await page.getByRole('button', { name: '推选代表' }).click();
  await chooseSome(page, '代表', ['周']);
  await finish(page, '推选代表');
  await panel(page, '信访人 2').locator('li', { hasText: '周*' }).getByText('代表').waitFor();
  await page.getByRole('button', { name: '转送交办' }).click();
  await chooseUnit(page, '转给哪个单位', '育兰社区');
  await page.getByRole('dialog').getByLabel('原因').fill('属育兰社区');
  await finish(page, '转送交办');
  await page.locator('.page-meta', { hasText: '育兰社区 · 尚无承办人' }).waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);

  await page.goto(`${platform.url}/towns/310114106/petitions?state=RECEIVED`);
  await page.locator('.record-line', { hasText: '停车' }).getByRole('link').click();
  await page.getByRole('button', { name: '不予受理' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('请向交警支队提出');
  await finish(page, '不予受理');
  await page.locator('.page-line .ant-tag', { hasText: '不予受理' }).waitFor();
  expect(await page.getByText('请向交警支队提出').count()).toBe(0);
  await page.close();
});

test('an accusation names the unit accused, and is not given to it', async () => {
  const page = await openPage(360, 'admin-310114106');
  await page.goto(`${platform.url}/towns/310114106/petitions`);
  await page.getByRole('button', { name: '登记信访' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('被检举、控告的单位').count()).toBe(0);
  await pick(page, '性质', '检举控告');
  await choose(page, '类别', '物业');
  await chooseUnit(page, '被检举、控告的单位', '育兰社区');
  await chooseUnit(page, '承办单位', '育兰社区');
  await dialog.getByLabel('信访事项').fill('乱收费');
  await dialog.getByLabel('姓名').fill('周六');
  await submit(page, '登记信访');
  const refusal = '检举、控告材料不得透露或者转给被检举、控告的单位';
  await dialog.locator('.ant-form-item', { hasText: '承办单位' }).getByText(refusal).waitFor();
  await chooseUnit(page, '承办单位', '白银社区');
  await finish(page, '登记信访');
  await page.locator('.record-line', { hasText: '白银社区' }).first().getByRole('link').click();
  await panel(page, '基本信息').getByText('育兰社区').waitFor();
  expect(await excess(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '转送交办' }).click();
  await chooseUnit(page, '转给哪个单位', '育兰社区');
  await dialog.getByLabel('原因').fill('属育兰社区');
  await submit(page, '转送交办');
  await dialog.locator('.ant-form-item', { hasText: '转给哪个单位' }).getByText(refusal).waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await choose(page, '承办人', '王书记');
  await pick(page, '性质', '申诉求决');
  await finish(page, '受理');
  await panel(page, '基本信息').getByText('育兰社区').waitFor({ state: 'detached' });
  await page.close();
});

test('petitions are no page of a team member', async () => {
  const page = await openPage(1360, 'member-310114106');
  await page.goto(`${platform.url}/towns/310114106/petitions`);
  await page.getByText('您没有此页的权限').waitFor();
  expect(await page.getByRole('link', { name: '信访' }).count()).toBe(0);
  await page.close();
});
