import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { statements } from '../statements/listen.fixture.ts';
import { applied, reliefHands, relieve } from './relief.fixture.ts';

const platform = testPlatform();

const seen = 'reliefApplications { id state granted events { step amount text } }';

/** What 200 yuan are applied for of each of some households, by a worker. Returns the ids. */
async function asked(worker: ApiClient, item: string | undefined, households: readonly string[]): Promise<string[]> {
  const input = { item, reason: '春节慰问', amount: '200', households };
  const { reliefApplications } = await worker.do('applyForReliefTogether', input, 'reliefApplications { id }');
  return reliefApplications.map(({ id }: Data) => id);
}

it('a round of relief is endorsed, approved of one fund and paid for many households at once', async () => {
  const { town, households } = await settledTown(platform, 3);
  const { worker, officer } = await reliefHands(town);
  const item = (await reliefIds(town, 'items')).春节帮困;
  const reliefApplications = await asked(worker, item, households);
  const money = await fund(town, { budget: '1000' });
  await officer.do('endorseReliefTogether', { reliefApplications, note: '情况属实' }, 'reliefApplications { id }');
  const approving = { reliefApplications, fund: money.id, total: '600' };
  await town.admin.do('approveReliefTogether', approving, 'reliefApplications { id }');
  const of = 'query($code: RegisterCode!) { town(code: $code) { reliefFunds { free committed paid } } }';
  const sums = async () => (await town.admin.ask(of, { code: town.code })).town.reliefFunds;
  expect(await sums()).toEqual([{ free: '400.00', committed: '600.00', paid: '0.00' }]);
  const paying = { reliefApplications, way: 'BANK_CARD', total: '600' };
  const paid = (await town.admin.do('payReliefTogether', paying, seen)).reliefApplications;
  const events = [
    { step: 'APPLY', amount: null, text: null },
    { step: 'ENDORSE', amount: null, text: null },
    { step: 'APPROVE', amount: '200.00', text: null },
    { step: 'PAY', amount: '200.00', text: null },
  ];
  expect(paid).toEqual(reliefApplications.map((id) => ({ id, state: 'PAID', granted: '200.00', events })));
  expect(await sums()).toEqual([{ free: '400.00', committed: '600.00', paid: '600.00' }]);
  const note = 'query($id: ID!) @purpose(of: RELIEF) { reliefApplication(id: $id) { events { text } } }';
  const told = (await town.admin.ask(note, { id: reliefApplications[0] })).reliefApplication.events;
  expect(told.map(({ text }: Data) => text)).toEqual([null, '情况属实', null, null]);
});

it('where one of many cannot be taken further, none is', async () => {
  const { town, households } = await settledTown(platform, 4);
  const [first = '', second = '', third = '', left = ''] = households;
  const { admin } = town;
  const { worker, officer } = await reliefHands(town);
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const item = (await reliefIds(town, 'items')).春节帮困;
  const [open = '', another = ''] = await asked(worker, item, [first, second]);
  const own = (await applied(town, third, {}, officer)).id;
  const ready = await asked(worker, item, [first, second, left]);
  const [one = '', two = '', gone = ''] = ready;
  await officer.do('endorseReliefTogether', { reliefApplications: ready }, 'reliefApplications { id }');
  await admin.do('endHousehold', { household: left }, 'household { id }');
  const small = (await fund(town, { budget: '300' })).id;
  const large = (await fund(town)).id;
  const closed = (await fund(town)).id;
  await admin.do('closeReliefFund', { fund: closed }, 'fund { id }');
  const granted = (await asked(worker, item, [first]))[0] ?? '';
  await relieve(officer, 'endorseRelief', granted);
  await relieve(admin, 'approveRelief', granted, { grants: [{ fund: large, amount: '200' }] });
  const stranger = await settledTown(platform, 1);
  const theirs = (await applied(stranger.town, stranger.households[0])).id;
  const list = (...reliefApplications: string[]) => ({ reliefApplications });
  const both = { ...list(one, two), total: '400' };
  const wrong: [ApiClient, string, Record<string, unknown>, string, string][] = [
    [officer, 'endorseReliefTogether', list(), 'NOT_FOUND', 'input.reliefApplications.0'],
    [officer, 'endorseReliefTogether', list(open, open), 'BAD_INPUT', 'input.reliefApplications.1'],
    [officer, 'endorseReliefTogether', list(...Array(501).fill(open)), 'BAD_INPUT', 'input.reliefApplications'],
    [officer, 'endorseReliefTogether', list(open, own), 'CONFLICT', 'input.reliefApplications.1'],
    [officer, 'endorseReliefTogether', list(open, one), 'CONFLICT', 'input.reliefApplications.1'],
    [officer, 'endorseReliefTogether', list(open, theirs), 'NOT_FOUND', 'input.reliefApplications.1'],
    [elsewhere, 'endorseReliefTogether', list(open), 'NOT_FOUND', 'input.reliefApplications.0'],
    [officer, 'endorseReliefTogether', { ...list(open), note: ' ' }, 'BAD_INPUT', 'input.note'],
    [officer, 'endorseReliefTogether', { ...list(open), on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    [officer, 'endorseReliefTogether', { ...list(open), on: '2020-01-01' }, 'BAD_INPUT', 'input.on'],
    [admin, 'approveReliefTogether', { ...both, fund: large, total: '399.99' }, 'CONFLICT', 'input.total'],
    [admin, 'approveReliefTogether', { ...both, fund: small }, 'CONFLICT', 'input.total'],
    [admin, 'approveReliefTogether', { ...both, fund: closed }, 'CONFLICT', 'input.fund'],
    [admin, 'approveReliefTogether', { ...both, fund: one }, 'NOT_FOUND', 'input.fund'],
    [
      admin,
      'approveReliefTogether',
      { ...list(one, gone), total: '400', fund: large },
      'CONFLICT',
      'input.reliefApplications.1',
    ],
    [
      admin,
      'approveReliefTogether',
      { ...list(one, another), total: '400', fund: large },
      'CONFLICT',
      'input.reliefApplications.1',
    ],
    [admin, 'payReliefTogether', { ...list(granted), way: 'CASH', total: '200.01' }, 'CONFLICT', 'input.total'],
    [
      admin,
      'payReliefTogether',
      { ...list(granted, one), way: 'CASH', total: '200' },
      'CONFLICT',
      'input.reliefApplications.1',
    ],
  ];
  await changesNothing(platform, town, async () => {
    for (const [client, verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await client.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
    }
    expect(await worker.refused('approveReliefTogether', { ...both, fund: large })).toEqual({ code: 'FORBIDDEN' });
    expect(await stranger.town.admin.refused('approveReliefTogether', { ...both, fund: large })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

it('two who approve at once do not grant more than a fund has, and never the same twice', async () => {
  const { town, households } = await settledTown(platform, 4);
  const { worker, officer } = await reliefHands(town);
  const item = (await reliefIds(town, 'items')).春节帮困;
  const ids = await asked(worker, item, households);
  await officer.do('endorseReliefTogether', { reliefApplications: ids }, 'reliefApplications { id }');
  const money = (await fund(town, { budget: '500' })).id;
  const colleague = await town.account('TOWN_ADMINISTRATOR');
  const [a = '', b = '', c = '', d = ''] = ids;
  const approve = (client: ApiClient, reliefApplications: string[]) =>
    client.send(
      'mutation($input: ApproveReliefTogetherInput!) { approveReliefTogether(input: $input) { reliefApplications { id } } }',
      { input: { reliefApplications, fund: money, total: '400', idempotencyKey: crypto.randomUUID() } },
    );
  // Named in opposite orders, so that they would wait for each other if each held what it names in its own order.
  const answers = await Promise.all([
    approve(town.admin, [a, b]),
    approve(colleague, [b, a]),
    approve(colleague, [d, c]),
  ]);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  const of = 'query($code: RegisterCode!) { town(code: $code) { reliefFunds { committed } } }';
  expect((await town.admin.ask(of, { code: town.code })).town.reliefFunds).toEqual([{ committed: '400.00' }]);
});

it('a step with many takes as many statements as one with a few', async () => {
  const { town, households } = await settledTown(platform, 12);
  const { worker, officer } = await reliefHands(town);
  const item = (await reliefIds(town, 'items')).春节帮困;
  const ids = await asked(worker, item, households);
  const endorse =
    'mutation($input: EndorseReliefTogetherInput!) { endorseReliefTogether(input: $input) { reliefApplications { id } } }';
  const sent = (reliefApplications: string[]) =>
    statements(officer, endorse, { input: { reliefApplications, idempotencyKey: crypto.randomUUID() } });
  await sent(ids.slice(0, 1));
  const few = await sent(ids.slice(1, 3));
  expect((await sent(ids.slice(3))).length).toBe(few.length);
});
