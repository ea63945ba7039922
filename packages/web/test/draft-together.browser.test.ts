import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserTest } from './browser-test.ts';
import { newDraft, node, stepsAre } from './drafts.ts';

const { platform, openPage } = browserTest();
const town = '/towns/310116112';

/** A page on an address, signed in as an administrator of the town. */
async function colleague(address: string): Promise<Page> {
  const page = await openPage(1360, 'admin-310116112');
  await page.goto(address);
  return page;
}

const keep = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '加入草案' }).click();

/** Fills in a unit to be opened under the town, and adds it to the draft. */
async function openInDraft(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新增下级' }).click();
  await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill(name);
  await keep(page);
}

test('two administrators work on one draft: no step is lost, the slower one is told and goes on', async () => {
  const first = await colleague(`${platform.url}${town}`);
  const address = await newDraft(first, '同改', '2026-11-01');
  const second = await colleague(address);
  await stepsAre(second, 0);
  await openInDraft(first, '甲片区');
  await stepsAre(first, 1);

  await openInDraft(second, '乙片区');
  await second.getByRole('dialog').getByRole('alert').filter({ hasText: '其他人已修改' }).waitFor();
  await second.getByText('已显示草案的最新内容').waitFor();
  await stepsAre(second, 1);
  await keep(second);
  await stepsAre(second, 2);

  await first.getByRole('dialog').waitFor({ state: 'detached' });
  await first.keyboard.press('Control+z');
  await first.getByText('其他人已修改').waitFor();
  await stepsAre(first, 2);
  await first.getByRole('button', { name: '回退', disabled: true }).waitFor();
  await first.keyboard.press('Control+z');
  await openInDraft(first, '丙片区');
  await stepsAre(first, 3);
  for (const name of ['甲片区', '乙片区', '丙片区']) await first.locator('.steps', { hasText: name }).waitFor();
  await first.keyboard.press('Control+z');
  await stepsAre(first, 2);

  await second.getByRole('dialog').waitFor({ state: 'detached' });
  for (const refused of [true, false]) {
    await second.getByRole('button', { name: '放弃草案' }).click();
    await second.locator('.ant-modal-confirm').getByRole('button', { name: '放弃草案' }).click();
    if (refused) await second.getByText('其他人已修改').waitFor();
    if (refused) await second.locator('.ant-modal-confirm').waitFor({ state: 'detached' });
  }
  await second.getByText('没有草案').waitFor();
  await first.getByRole('dialog').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: '移除第 1 步' }).click();
  await first.getByText('这份草案已放弃').waitFor();
  await first.close();
  await second.close();
});

test('a draft whose units were restructured meanwhile is applied after its author has seen what changed', async () => {
  const author = await colleague(`${platform.url}${town}`);
  await newDraft(author, '更名方案', '2026-11-02');
  await node(author, '建龙居委会').locator('.node').click();
  await author.getByRole('button', { name: '更名', exact: true }).click();
  const dialog = author.getByRole('dialog');
  await dialog.getByLabel('新名称').fill('建龙新村居委会');
  await keep(author);
  await stepsAre(author, 1);
  await dialog.waitFor({ state: 'detached' });

  const other = await colleague(`${platform.url}${town}`);
  await other.locator('.node', { hasText: '建龙居委会' }).click();
  await other.getByRole('button', { name: '更名' }).click();
  await other.getByRole('dialog').getByLabel('新名称').fill('建龙一居委会');
  await other.getByRole('dialog').getByLabel('起始日期').fill('2026-10-01');
  await other.getByRole('dialog').getByLabel('起始日期').press('Tab');
  await other.getByRole('dialog').getByRole('button', { name: '更名' }).click();
  await other.getByText('已更名为').waitFor();

  await author.getByRole('button', { name: '执行…' }).click();
  for (const _ of [1, 2]) {
    await dialog.getByRole('button', { name: '确认执行' }).click();
    await dialog.getByRole('alert').filter({ hasText: '已改变' }).waitFor();
  }
  await dialog.getByRole('button', { name: '已看过变化，按现状继续' }).click();
  await dialog.getByText('草案已按现状更新').waitFor();
  await dialog.getByText('由“建龙一居委会”改为“建龙新村居委会”').waitFor();
  await dialog.getByRole('button', { name: '确认执行' }).click();
  await author.waitForURL(/history\?from=2026-11-01&to=2026-11-02/);
  await author.close();
  await other.close();
});

test('a unit is split into parts of other kinds, and the code of a unit can be replaced but not cleared', async () => {
  const page = await colleague(`${platform.url}${town}`);
  await newDraft(page, '花园', '2026-11-03');
  const dialog = page.getByRole('dialog');
  await node(page, '花园居委会').locator('.node').click();
  await page.getByRole('button', { name: '更名', exact: true }).click();
  const code = dialog.getByLabel('代码');
  const had = await code.inputValue();
  await keep(page);
  await dialog.getByText('名称和代码都没有改动').waitFor();
  await code.fill('');
  await keep(page);
  await dialog.getByText('请填写代码').waitFor();
  await dialog.getByText('代码只能更改，不能清空').waitFor();
  await code.fill(`${had}9`);
  await dialog.getByLabel('新名称').fill('花园一居委会');
  await keep(page);
  await page.locator('.steps li', { hasText: `“花园居委会”更名为“花园一居委会”，改码为 ${had}9` }).waitFor();
  await dialog.waitFor({ state: 'detached' });

  await node(page, '花园一居委会').locator('.node').click();
  await page.getByRole('button', { name: '拆分', exact: true }).click();
  await dialog.getByLabel('名称').nth(0).fill('花园社区');
  await dialog.getByLabel('类别').nth(0).click();
  await page
    .locator('.ant-select-item-option', { hasText: /^社区$/ })
    .last()
    .click();
  await dialog.getByLabel('名称').nth(1).fill('花园二居委会');
  await keep(page);
  await page.locator('.steps li', { hasText: '镇直属设立社区“花园社区”' }).waitFor();
  await page.locator('.steps li', { hasText: '镇直属设立居委会“花园二居委会”' }).waitFor();
  await page.locator('.steps li', { hasText: '拆分为花园社区、花园二居委会' }).waitFor();
  await page.close();
});

test('what is put where it may not stand is refused in words, and what becomes of posts depends on an heir', async () => {
  const page = await colleague(`${platform.url}${town}`);
  await newDraft(page, '绿地', '2026-11-04');
  await node(page, '绿地居委会').locator('.node').click();
  await page.keyboard.press('Control+x');
  await page.getByText('已取出 绿地居委会').waitFor();
  await page.keyboard.press('Control+v');
  await page.getByText('绿地居委会不能放在“绿地居委会”之下').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('没有承接单位：职务与账号角色随单位终止').waitFor();
  expect(await dialog.getByText('随同转入').count()).toBe(0);
  await dialog.getByLabel('承接单位').click();
  await page.locator('.ant-select-tree .node', { hasText: /增丰村/ }).click();
  await dialog.getByText('随同转入').waitFor();
  await keep(page);
  await page.locator('.steps li', { hasText: /撤销“绿地居委会”，由“增丰村.*”承接/ }).waitFor();
  await page.close();
});
