import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { applied, campaign } from '../relief/relief.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';

const platform = testPlatform();

it('households are applied for together within a campaign, all of them or none, and what is wrong is refused on its field', async () => {
  const { town, households } = await settledTown(platform, 4);
  const [first = '', second = '', third = '', left = ''] = households;
  const { admin, code } = town;
  const within = { name: '高温慰问', firstDay: '2026-07-01', lastDay: '2026-08-31' };
  const round = (await campaign(town, within)).id;
  const spring = (await campaign(town, { name: '春节帮困', firstDay: '2026-01-15', lastDay: '2026-02-16' })).id;
  await admin.do('endHousehold', { household: left, on: '2026-02-01' }, 'household { id }');
  const items = await reliefIds(town, 'items');
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const elsewhere = await town.account('SOCIAL_WORKER', { unit: town.unit(1) });
  const asked = { item: items.高龄老人慰问, campaign: round, reason: '高温慰问', amount: '200', on: '2026-07-20' };
  const single = await applied(town, first, { item: items.高龄老人慰问, campaign: spring, on: '2026-01-20' });
  const { reliefApplications } = await worker.do(
    'applyForReliefTogether',
    { ...asked, households: [third, first] },
    'reliefApplications { number household { id } campaign { name } repeats { id } events { step } }',
  );
  const steps = [{ step: 'APPLY' }];
  expect(reliefApplications).toEqual([
    { number: 'B2026-000002', household: { id: third }, campaign: { name: '高温慰问' }, repeats: [], events: steps },
    {
      ...{ number: 'B2026-000003', household: { id: first }, campaign: { name: '高温慰问' } },
      ...{ repeats: [{ id: single.id }], events: steps },
    },
  ]);
  const next = await applied(town, second, { on: '2026-07-21' }, worker, 'number');
  expect(next.number).toBe('B2026-000004');
  const list = `query($code: RegisterCode!, $campaign: ID!) { town(code: $code) {
    reliefCampaigns { name } reliefApplications(filter: { campaign: $campaign }) { totalCount } } }`;
  expect((await worker.ask(list, { code, campaign: round })).town).toEqual({
    ...{ reliefCampaigns: [{ name: '高温慰问' }, { name: '春节帮困' }], reliefApplications: { totalCount: 2 } },
  });
  const one = { ...asked, households: [second] };
  const days = { firstDay: '2026-01-01', lastDay: '2026-01-31' };
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['applyForReliefTogether', { ...one, households: [] }, 'NOT_FOUND', 'input.households.0'],
      ['applyForReliefTogether', { ...one, households: [second, second] }, 'BAD_INPUT', 'input.households.1'],
      ['applyForReliefTogether', { ...one, households: [second, left] }, 'CONFLICT', 'input.households.1'],
      ['applyForReliefTogether', { ...one, households: Array(501).fill(second) }, 'BAD_INPUT', 'input.households'],
      ['applyForReliefTogether', { ...one, on: '2026-06-30' }, 'BAD_INPUT', 'input.on'],
      ['applyForReliefTogether', { ...one, amount: '0' }, 'BAD_INPUT', 'input.amount'],
      ['applyForRelief', { ...asked, household: second, campaign: spring }, 'BAD_INPUT', 'input.on'],
      ['openReliefCampaign', { town: code, name: '春节帮困', ...days }, 'CONFLICT', 'input.name'],
      ['openReliefCampaign', { town: code, name: ' ', ...days }, 'BAD_INPUT', 'input.name'],
      ['openReliefCampaign', { town: code, name: '新', ...days, lastDay: '2025-12-31' }, 'BAD_INPUT', 'input.lastDay'],
      ['openReliefCampaign', { town: code, name: '新', ...days, lastDay: '2027-01-02' }, 'BAD_INPUT', 'input.lastDay'],
      [
        'openReliefCampaign',
        { town: code, name: '新', ...days, firstDay: '1949-09-30' },
        'BAD_INPUT',
        'input.firstDay',
      ],
      ['reviseReliefCampaign', { campaign: round, ...within, firstDay: '2026-07-21' }, 'CONFLICT', 'input.firstDay'],
      ['reviseReliefCampaign', { campaign: round, ...within, lastDay: '2026-07-19' }, 'CONFLICT', 'input.lastDay'],
      ['reviseReliefCampaign', { campaign: round, ...within, name: '春节帮困' }, 'CONFLICT', 'input.name'],
      ['reviseReliefCampaign', { campaign: round, ...within, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
    }
    const far = { code: 'NOT_FOUND', field: 'input.households.0' };
    expect(await elsewhere.refused('applyForReliefTogether', one)).toEqual(far);
    expect(await worker.refused('openReliefCampaign', { town: code, name: '新', ...days })).toEqual({
      code: 'FORBIDDEN',
    });
  });
  const longer = {
    campaign: round,
    name: '夏季慰问',
    firstDay: '2026-06-01',
    lastDay: '2026-09-30',
    expectedVersion: 1,
  };
  const { campaign: revised } = await admin.do('reviseReliefCampaign', longer, 'campaign { name firstDay version }');
  expect(revised).toEqual({ name: '夏季慰问', firstDay: '2026-06-01', version: 2 });
});
