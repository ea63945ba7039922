import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { contented, explained, party, raise, subject, take, takeMany } from '../requests/request.fixture.ts';

const platform = testPlatform();
const begins = '2010-01-01';

async function households(town: TestTown, block: string, many: number): Promise<string[]> {
  const codes = Array.from({ length: many }, (_, index) => `${block.slice(-6)}-${index}`);
  const registered = await town.admin.do('registerHouseholds', { block, codes, from: begins }, 'households { id }');
  return registered.households.map((household: Data) => household.id);
}

it('Jinqiao: a burst pipe cut off 380 households, the same night a power cut 16; over 90 % of requests were answered at the grassroots', async () => {
  const town = await platform.newTown();
  const committee = await town.openUnit({ kind: 'COMMITTEE', name: '永业居委会', parent: undefined, from: begins });
  const blocks: string[] = [];
  for (const name of ['一块', '二块', '三块', '四块', '五块']) {
    blocks.push(await town.openUnit({ name, parent: committee, from: begins }));
  }
  for (const block of blocks.slice(0, 4)) await households(town, block, 95);
  const dark = await households(town, blocks[4] ?? '', 16);
  const officer = await town.account('UNIT_OFFICER', { unit: committee });
  const director = await town.person('居委主任');
  const night = '2026-01-15';

  const about = 'id number householdCount block { name } dueOn';
  const burst = {
    source: 'HOTLINE',
    on: night,
    description: '水管爆裂，约380户停水',
    subject: await subject(town, '供水'),
  };
  const pipe = await raise(
    town,
    { ...burst, place: { unit: committee, text: '小区主管' }, concerns: { units: blocks.slice(0, 4) } },
    about,
    officer,
  );
  expect(pipe).toMatchObject({ householdCount: 380, block: { name: '永业居委会' }, dueOn: '2026-01-16' });
  const cut = { source: 'HOTLINE', on: night, description: '停电', subject: await subject(town, '供电') };
  const power = await raise(
    town,
    { ...cut, place: { unit: blocks[4] }, concerns: { households: dark } },
    about,
    officer,
  );
  expect(power).toMatchObject({ number: 'R2026-000002', householdCount: 16, block: { name: '五块' } });
  for (const [request, company, answer] of [
    [pipe.id, '自来水公司', '凌晨四点修复'],
    [power.id, '供电公司', '已换保险'],
  ]) {
    await take(officer, 'acceptRequest', request, { holder: director, on: night });
    await take(officer, 'classifyRequest', request, { handlingClass: 'REASONABLE', on: night });
    await take(officer, 'referRequest', request, { party: await party(town, company), on: night });
    await take(officer, 'notePartyAnswer', request, { answer, on: '2026-01-16' });
    const handled = { outcome: '已恢复', evidence: [{ kind: 'WORK_RECORD', text: answer }], on: '2026-01-16' };
    await take(officer, 'handleRequest', request, handled);
    await take(officer, 'followUpRequest', request, { ...contented, on: '2026-01-17' });
  }
  // What the block's own people could not do went up: two of thirty to the town.
  const inputs = dark.concat(dark).slice(0, 28);
  const property = await subject(town);
  const asked = { source: 'VISIT', subject: property, description: '修门禁', on: '2026-02-02' };
  const [up, grassroots] = [inputs.slice(0, 2), inputs.slice(2)];
  const more = explained(director);
  await takeMany(
    officer,
    'raiseRequest',
    grassroots.map((household) => ({ ...asked, household, ...more })),
  );
  await takeMany(
    town.admin,
    'raiseRequest',
    up.map((household) => ({ ...asked, household, level: 'TOWN', ...more })),
  );

  const figure = (indicator: string) =>
    `figure(indicator: "${indicator}", period: { first: "2026-01-01", last: "2026-03-31" }) { numerator denominator value rounded }`;
  const { town: read } = await town.admin.ask(
    `query($code: RegisterCode!) { town(code: $code) { answered: ${figure('request-grassroots')} done: ${figure('request-completion')}
      all: ${figure('request')} levels: requestRates(by: LEVEL) { level count grassroots { rounded } } } }`,
    { code: town.code },
  );
  expect(read.answered).toEqual({ numerator: 28, denominator: 30, value: '0.933333', rounded: '93.3 %' });
  expect(read.done).toMatchObject({ numerator: 30, denominator: 30, rounded: '100.0 %' });
  expect(read.all).toEqual({ numerator: 30, denominator: null, value: '30', rounded: '30' });
  expect(read.levels).toEqual([
    { level: 'BLOCK', count: 27, grassroots: { rounded: '100.0 %' } },
    { level: 'TOWN', count: 2, grassroots: { rounded: '0.0 %' } },
    { level: 'COMMITTEE', count: 1, grassroots: { rounded: '100.0 %' } },
  ]);
});
