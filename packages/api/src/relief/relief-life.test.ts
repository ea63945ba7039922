import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { applied, granted, reliefHands, relieve } from './relief.fixture.ts';

const platform = testPlatform();

const all = `number state amount granted itemName reason appliedOn version recordedBy household { id }
  grants { amount grantedOn paidOn way cancelledOn fund { source } } events { seq step state happenedOn amount text }`;
const query = `query($id: ID!) @purpose(of: RELIEF) { reliefApplication(id: $id) { ${all} } }`;

it('an application is endorsed by its unit, approved by the town with grants of two funds, and paid once each', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const { worker, officer } = await reliefHands(town);
  const fiscal = (await fund(town, { source: 'FISCAL' })).id;
  const charity = (await fund(town, { source: 'CHARITY' })).id;
  const asked = { reason: '家中两人失业', amount: '1500.5', on: '2026-01-10' };
  const { id } = await applied(town, household, asked, worker);
  await relieve(officer, 'endorseRelief', id, { note: '情况属实', on: '2026-01-12' });
  const grants = [
    { fund: fiscal, amount: '1000' },
    { fund: charity, amount: '500.50' },
  ];
  await relieve(town.admin, 'approveRelief', id, { grants, on: '2026-01-15' });
  const approved = (await town.admin.ask('query($id: ID!) { reliefApplication(id: $id) { grants { id } } }', { id }))
    .reliefApplication.grants;
  const first = { grants: [approved[0].id], way: 'BANK_CARD', on: '2026-01-20' };
  expect((await relieve(town.admin, 'payRelief', id, first)).state).toBe('APPROVED');
  expect((await relieve(town.admin, 'payRelief', id, { way: 'GOODS', on: '2026-01-21' })).state).toBe('PAID');
  expect((await officer.ask(query, { id })).reliefApplication).toEqual({
    ...{ number: 'B2026-000001', state: 'PAID', amount: '1500.50', granted: '1500.50', itemName: '春节帮困' },
    ...{ reason: '家中两人失业', appliedOn: '2026-01-10', version: 5, recordedBy: expect.any(String) },
    household: { id: household },
    grants: [
      {
        ...{ amount: '1000.00', grantedOn: '2026-01-15', paidOn: '2026-01-20', way: 'BANK_CARD', cancelledOn: null },
        fund: { source: 'FISCAL' },
      },
      {
        ...{ amount: '500.50', grantedOn: '2026-01-15', paidOn: '2026-01-21', way: 'GOODS', cancelledOn: null },
        fund: { source: 'CHARITY' },
      },
    ],
    events: [
      { seq: 1, step: 'APPLY', state: 'SUBMITTED', happenedOn: '2026-01-10', amount: null, text: null },
      { seq: 2, step: 'ENDORSE', state: 'ENDORSED', happenedOn: '2026-01-12', amount: null, text: '情况属实' },
      { seq: 3, step: 'APPROVE', state: 'APPROVED', happenedOn: '2026-01-15', amount: '1500.50', text: null },
      { seq: 4, step: 'PAY', state: 'APPROVED', happenedOn: '2026-01-20', amount: '1000.00', text: null },
      { seq: 5, step: 'PAY', state: 'PAID', happenedOn: '2026-01-21', amount: '500.50', text: null },
    ],
  });
  const { reliefFund } = await town.admin.ask(
    'query($id: ID!) { reliefFund(id: $id) { budget committed paid free } }',
    { id: fiscal },
  );
  expect(reliefFund).toEqual({ budget: '10000.00', committed: '1000.00', paid: '1000.00', free: '9000.00' });
});

it('what is refused or withdrawn gets nothing, and what is taken back before it is paid is free again', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const hands = await reliefHands(town);
  const { worker, officer } = hands;
  const money = (await fund(town, { budget: '1000' })).id;
  const other = (await fund(town, { budget: '500' })).id;
  const taken = await granted(town, hands, household, [{ fund: money, amount: '1000' }]);
  expect((await relieve(town.admin, 'cancelRelief', taken, { reason: '户主去世' }, 'state granted')).state).toBe(
    'CANCELLED',
  );
  // What is free again is granted again; of what is paid in part the rest is taken back.
  const grants = [
    { fund: money, amount: '1000' },
    { fund: other, amount: '300' },
  ];
  const half = await granted(town, hands, household, grants);
  const read = 'query($id: ID!) { reliefApplication(id: $id) { state granted grants { id paidOn cancelledOn } } }';
  const [one] = (await town.admin.ask(read, { id: half })).reliefApplication.grants;
  await relieve(town.admin, 'payRelief', half, { grants: [one.id], way: 'CASH' });
  expect(await relieve(town.admin, 'cancelRelief', half, { reason: '重复' }, 'state granted')).toEqual({
    ...{ state: 'PAID', granted: '1000.00' },
  });
  const early = (await applied(town, household, {}, worker)).id;
  expect((await relieve(officer, 'refuseRelief', early, { reason: '不符合条件' })).state).toBe('REFUSED');
  const late = (await applied(town, household, {}, worker)).id;
  await relieve(officer, 'endorseRelief', late);
  expect((await relieve(town.admin, 'refuseRelief', late, { reason: '不符合条件' })).state).toBe('REFUSED');
  const back = (await applied(town, household, {}, worker)).id;
  expect((await relieve(worker, 'withdrawRelief', back, { reason: '不再需要' })).state).toBe('WITHDRAWN');
  const funds = `query($code: RegisterCode!) { town(code: $code) { reliefFunds { committed paid } } }`;
  expect((await town.admin.ask(funds, { code: town.code })).town.reliefFunds).toEqual([
    { committed: '1000.00', paid: '1000.00' },
    { committed: '0.00', paid: '0.00' },
  ]);
});

it('a household’s relief is seen from all sources together, year by year, and what repeats is pointed out', async () => {
  const { town, households } = await settledTown(platform, 2);
  const [household, neighbour] = households;
  const hands = await reliefHands(town);
  const fiscal = (await fund(town, { source: 'FISCAL' })).id;
  const charity = (await fund(town, { source: 'CHARITY', year: 2025 })).id;
  const { 春节帮困: spring, 大病救助: illness } = await reliefIds(town, 'items');
  const older = await granted(town, hands, household, [{ fund: charity, amount: '800' }], {
    item: spring,
    on: '2025-01-20',
  });
  const first = await granted(town, hands, household, [{ fund: fiscal, amount: '1000' }], {
    item: spring,
    on: '2026-01-20',
  });
  await relieve(town.admin, 'payRelief', first, { way: 'CASH' });
  const both = [
    { fund: fiscal, amount: '2000' },
    { fund: charity, amount: '3000' },
  ];
  await granted(town, hands, household, both, { item: illness, on: '2026-03-01' });
  const gone = await granted(town, hands, household, [{ fund: fiscal, amount: '5' }], {
    item: spring,
    on: '2026-04-01',
  });
  await relieve(town.admin, 'cancelRelief', gone, { reason: '误' });
  await granted(town, hands, neighbour, [{ fund: fiscal, amount: '7' }], { item: spring, on: '2026-01-21' });
  const again = (await applied(town, household, { item: spring, on: '2026-11-01' }, hands.worker)).id;
  const seen = `query($id: ID!) { household(id: $id) {
    reliefApplications { id itemName } reliefYears { year granted paid sources { source granted } } } }`;
  const { household: shown } = await hands.officer.ask(seen, { id: household });
  expect(shown.reliefYears).toEqual([
    {
      ...{ year: 2026, granted: '6000.00', paid: '1000.00' },
      sources: [
        { source: 'FISCAL', granted: '3000.00' },
        { source: 'CHARITY', granted: '3000.00' },
      ],
    },
    { year: 2025, granted: '800.00', paid: '0.00', sources: [{ source: 'CHARITY', granted: '800.00' }] },
  ]);
  // What is for health or disability is named only where somebody says what for.
  const names = shown.reliefApplications.map((each: Data) => each.itemName);
  expect(names).toEqual(['春节帮困', '春节帮困', 'Relief for health or disability', '春节帮困', '春节帮困']);
  const repeats = 'query($id: ID!) { reliefApplication(id: $id) { repeats { id } } }';
  expect((await hands.officer.ask(repeats, { id: again })).reliefApplication.repeats).toEqual([{ id: first }]);
  expect((await hands.officer.ask(repeats, { id: older })).reliefApplication.repeats).toEqual([]);
});
