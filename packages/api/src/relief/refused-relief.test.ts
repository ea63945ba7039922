import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { applied, granted, reliefHands, relieve } from './relief.fixture.ts';

const platform = testPlatform();

it('what is wrong with an application or a step is refused on the field at fault, and changes nothing', async () => {
  const { town, households } = await settledTown(platform, 2);
  const [household, left] = households;
  const { admin } = town;
  const hands = await reliefHands(town);
  const { worker, officer } = hands;
  const money = (await fund(town, { budget: '100' })).id;
  const closed = (await fund(town)).id;
  await admin.do('closeReliefFund', { fund: closed }, 'fund { id }');
  const items = await reliefIds(town, 'items');
  await admin.do('endReliefItem', { item: items.军属慰问 }, 'item { id }');
  await admin.do('endHousehold', { household: left, on: '2026-02-01' }, 'household { id }');
  const submitted = (await applied(town, household, { on: '2026-05-02' }, worker)).id;
  const endorsed = (await applied(town, household, { on: '2026-05-02' }, worker)).id;
  await relieve(officer, 'endorseRelief', endorsed, { on: '2026-05-03' });
  const paid = await granted(town, hands, household, [{ fund: money, amount: '10' }]);
  const [grant] = (await admin.ask('query($id: ID!) { reliefApplication(id: $id) { grants { id } } }', { id: paid }))
    .reliefApplication.grants;
  await relieve(admin, 'payRelief', paid, { way: 'CASH' });
  const open = await granted(town, hands, household, [{ fund: money, amount: '10' }]);
  const asking = { household, item: items.春节帮困, reason: '困难', amount: '1' };
  const of = (reliefApplication: string, more: Record<string, unknown> = {}) => ({ reliefApplication, ...more });
  const grants = (...amounts: string[]) => amounts.map((amount) => ({ fund: money, amount }));
  const stranger = (await fund(await platform.newTown())).id;
  const wrong: [ApiClient, string, Record<string, unknown>, string, string][] = [
    [worker, 'applyForRelief', { ...asking, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
    [worker, 'applyForRelief', { ...asking, amount: '0' }, 'BAD_INPUT', 'input.amount'],
    [worker, 'applyForRelief', { ...asking, amount: '-1' }, 'BAD_INPUT', 'input.amount'],
    [worker, 'applyForRelief', { ...asking, amount: '0.001' }, 'BAD_INPUT', 'input.amount'],
    [worker, 'applyForRelief', { ...asking, item: items.军属慰问 }, 'CONFLICT', 'input.item'],
    [worker, 'applyForRelief', { ...asking, on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    [worker, 'applyForRelief', { ...asking, household: left, on: '2026-03-01' }, 'CONFLICT', 'input.household'],
    [officer, 'endorseRelief', of(submitted, { note: ' ' }), 'BAD_INPUT', 'input.note'],
    [officer, 'endorseRelief', of(submitted, { on: '2026-05-01' }), 'BAD_INPUT', 'input.on'],
    [officer, 'endorseRelief', of(submitted, { expectedVersion: 9 }), 'CONFLICT', 'input.expectedVersion'],
    [officer, 'endorseRelief', of(endorsed), 'CONFLICT', 'input.reliefApplication'],
    [officer, 'refuseRelief', of(submitted, { reason: '' }), 'BAD_INPUT', 'input.reason'],
    [admin, 'approveRelief', of(submitted, { grants: grants('1') }), 'CONFLICT', 'input.reliefApplication'],
    [admin, 'approveRelief', of(endorsed, { grants: [] }), 'BAD_INPUT', 'input.grants'],
    [admin, 'approveRelief', of(endorsed, { grants: grants('0') }), 'BAD_INPUT', 'input.grants.0.amount'],
    [admin, 'approveRelief', of(endorsed, { grants: grants('1', '1') }), 'BAD_INPUT', 'input.grants.1.fund'],
    [admin, 'approveRelief', of(endorsed, { grants: grants('80.01') }), 'CONFLICT', 'input.grants.0.amount'],
    [
      admin,
      'approveRelief',
      of(endorsed, { grants: [{ fund: closed, amount: '1' }] }),
      'CONFLICT',
      'input.grants.0.fund',
    ],
    [
      admin,
      'approveRelief',
      of(endorsed, { grants: [{ fund: stranger, amount: '1' }] }),
      'NOT_FOUND',
      'input.grants.0.fund',
    ],
    [admin, 'payRelief', of(endorsed, { way: 'CASH' }), 'CONFLICT', 'input.reliefApplication'],
    [admin, 'payRelief', of(paid, { way: 'CASH' }), 'CONFLICT', 'input.reliefApplication'],
    [admin, 'payRelief', of(open, { way: 'CASH', grants: [grant.id] }), 'NOT_FOUND', 'input.grants.0'],
    [admin, 'payRelief', of(open, { way: 'CASH', grants: [] }), 'BAD_INPUT', 'input.grants'],
    [admin, 'cancelRelief', of(paid, { reason: '误' }), 'CONFLICT', 'input.reliefApplication'],
    [admin, 'cancelRelief', of(open, { reason: ' ' }), 'BAD_INPUT', 'input.reason'],
    [worker, 'withdrawRelief', of(paid, { reason: '误' }), 'CONFLICT', 'input.reliefApplication'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [client, verb, input, code, field] of wrong) {
      expect({ verb, input, ...(await client.refused(verb, input)) }).toEqual({ verb, input, code, field });
    }
  });
});

it('nobody approves what they recorded or endorsed themselves, not even with another account', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const { admin } = town;
  const person = await town.person();
  const unit = town.unit(0);
  const officer = await town.account('UNIT_OFFICER', { unit, person });
  const colleague = await town.account('UNIT_OFFICER', { unit });
  const money = (await fund(town)).id;
  const approving = { grants: [{ fund: money, amount: '1' }] };
  const own = (await applied(town, household, {}, officer)).id;
  const byAdmin = (await applied(town, household)).id;
  await relieve(colleague, 'endorseRelief', byAdmin);
  const throughAdmin = (await applied(town, household, {}, colleague)).id;
  await relieve(admin, 'endorseRelief', throughAdmin);
  const byOfficer = (await applied(town, household, {}, officer)).id;
  await relieve(colleague, 'endorseRelief', byOfficer);
  // The officer's person acts with another account from now on.
  const query =
    'query($code: RegisterCode!) { town(code: $code) { accounts(first: 50) { nodes { id person { id } } } } }';
  const { nodes } = (await admin.ask(query, { code: town.code })).town.accounts;
  const first = nodes.find((each: Data) => each.person?.id === person).id;
  await admin.do('linkAccountToPerson', { account: first, person: null }, 'account { id }');
  const promoted = await town.account('TOWN_ADMINISTRATOR', { person });
  const refusal = { code: 'CONFLICT', field: 'input.reliefApplication' };
  await changesNothing(platform, town, async () => {
    expect(await officer.refused('endorseRelief', { reliefApplication: own })).toEqual(refusal);
    expect(await promoted.refused('endorseRelief', { reliefApplication: own })).toEqual(refusal);
    for (const [client, reliefApplication] of [
      [admin, byAdmin],
      [admin, throughAdmin],
      [promoted, byOfficer],
    ] as const) {
      expect(await client.refused('approveRelief', { reliefApplication, ...approving })).toEqual(refusal);
    }
  });
  const actions = 'query($id: ID!) { reliefApplication(id: $id) { actions } }';
  expect((await officer.ask(actions, { id: own })).reliefApplication.actions).toEqual(['REFUSE', 'WITHDRAW']);
  expect((await colleague.ask(actions, { id: own })).reliefApplication.actions).toEqual([
    'ENDORSE',
    'REFUSE',
    'WITHDRAW',
  ]);
  expect((await relieve(admin, 'approveRelief', byOfficer, approving)).state).toBe('APPROVED');
});

it('whoever registered an application of others does not endorse what it recorded', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const scopes = ['RELIEF_READ', 'RELIEF_APPLY'];
  const application = await registerApplication(platform, scopes, town.admin);
  await consent(town, application, scopes);
  const itself = await clientOf(platform, application, 'relief:read relief:apply');
  const item = (await reliefIds(town, 'items')).春节帮困;
  const { id } = await applied(town, household, { item }, itself);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  await changesNothing(platform, town, async () => {
    expect(await town.admin.refused('endorseRelief', { reliefApplication: id })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.reliefApplication' },
    });
  });
  expect((await relieve(officer, 'endorseRelief', id)).state).toBe('ENDORSED');
});

it('of many who grant at once no more is granted than there is, and of many who pay at once one pays', async () => {
  const { town, households } = await settledTown(platform, 8);
  const hands = await reliefHands(town);
  const money = (await fund(town, { budget: '3000' })).id;
  const other = (await fund(town, { budget: '5000' })).id;
  const waiting = await Promise.all(
    households.map(async (household) => {
      const { id } = await applied(town, household, {}, hands.worker);
      await relieve(hands.officer, 'endorseRelief', id);
      return id as string;
    }),
  );
  const mutation = (name: string) =>
    `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { reliefApplication { state } } }`;
  // In either order of the funds, so that nobody waits for somebody who waits for them.
  const answers = await Promise.all(
    waiting.map((reliefApplication, index) => {
      const both = [
        { fund: money, amount: '1000' },
        { fund: other, amount: '500' },
      ];
      const grants = index % 2 === 0 ? both : both.toReversed();
      return town.admin.send(mutation('approveRelief'), { input: { reliefApplication, grants } });
    }),
  );
  const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code));
  expect(codes).toEqual(Array(5).fill('CONFLICT'));
  const query =
    'query($code: RegisterCode!) { town(code: $code) { reliefFunds { committed paid free } reliefApplications(filter: { state: [APPROVED] }) { nodes { id } } } }';
  const { reliefFunds, reliefApplications } = (await town.admin.ask(query, { code: town.code })).town;
  expect(reliefFunds).toEqual([
    { committed: '3000.00', paid: '0.00', free: '0.00' },
    { committed: '1500.00', paid: '0.00', free: '3500.00' },
  ]);
  const [{ id: reliefApplication }] = reliefApplications.nodes;
  const payments = await Promise.all(
    Array.from({ length: 5 }, () =>
      town.admin.send(mutation('payRelief'), { input: { reliefApplication, way: 'BANK_CARD' } }),
    ),
  );
  const refused = payments.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  expect(refused).toEqual(Array(4).fill({ code: 'CONFLICT', field: 'input.reliefApplication' }));
  expect((await town.admin.ask(query, { code: town.code })).town.reliefFunds[0].paid).toBe('1000.00');
});
