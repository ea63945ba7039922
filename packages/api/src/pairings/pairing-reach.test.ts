import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { contacted, pairingKindIds, pairUp } from './pairing.fixture.ts';

const platform = testPlatform();

it('officers pair within their unit, its teams put contacts down, and neither sees those of the next block', async () => {
  const { town, blocks, households, begins } = await settledTown(platform, 2);
  const { admin, code } = town;
  const [away] = await register(town, await town.openUnit({ parent: town.unit(1), from: begins }), ['远1']);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const stranger = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const neighbour = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
  const auditor = await town.account('AUDITOR');
  const categories = await categoriesOf(town);
  for (const each of [...households, away]) await categorize(admin, each, categories.独居老人, begins);
  const { id: pairing } = await pairUp(town, households[0], {}, officer);
  const far = (await pairUp(town, away)).id;
  const theirs = await contacted(member, pairing);
  const others = await contacted(officer, pairing);

  const kinds = await pairingKindIds(town);
  const query = `query($code: RegisterCode!, $kind: ID!) { town(code: $code) {
    pairings { nodes { id } } pairingsDue { nodes { id } } unpairedHouseholds(pairingKind: $kind) { nodes { household { id } } } } }`;
  const seen = async (client: typeof admin) => {
    const { pairings, unpairedHouseholds } = (await client.ask(query, { code, kind: kinds.独居 })).town;
    return [
      pairings.nodes.map((each: Data) => each.id),
      unpairedHouseholds.nodes.map((each: Data) => each.household.id),
    ];
  };
  expect(await seen(admin)).toEqual([[far, pairing], [households[1]]]);
  expect(await seen(officer)).toEqual([[pairing], [households[1]]]);
  expect(await seen(member)).toEqual([[pairing], [households[1]]]);
  expect(await seen(neighbour)).toEqual([[], []]);
  expect(await seen(stranger)).toEqual([[far], []]);
  const unseen = await auditor.send(query, { code, kind: kinds.独居 });
  expect(unseen.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);

  await changesNothing(platform, town, async () => {
    const contact = { pairing, way: 'AT_HOME', done: '看望' };
    for (const client of [neighbour, stranger]) {
      expect(await client.refused('recordPairingContact', contact)).toEqual({
        code: 'NOT_FOUND',
        field: 'input.pairing',
      });
      const { errors } = await client.send('query($id: ID!) { pairing(id: $id) { id } }', { id: pairing });
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect(await auditor.refused('recordPairingContact', contact)).toEqual({ code: 'FORBIDDEN' });
    for (const [verb, input] of [
      ['endPairing', { pairing, reason: 'DIED' }],
      ['revisePairing', { pairing, service: '改' }],
    ] as const) {
      expect(await member.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
      expect(await stranger.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field: 'input.pairing' });
    }
    // Contacts of others are for whoever manages pairings there.
    const refused = await member.refused('withdrawPairingContact', { pairingContact: others, reason: '误' });
    expect(refused).toEqual({ code: 'NOT_FOUND', field: 'input.pairingContact' });
  });
  await member.do('withdrawPairingContact', { pairingContact: theirs, reason: '误' }, 'pairingContact { id }');
  await officer.do('withdrawPairingContact', { pairingContact: others, reason: '误' }, 'pairingContact { id }');
});

it('whoever is paired lists their own pairings, as far as their roles reach the households', async () => {
  const { town, blocks, households, begins } = await settledTown(platform, 2);
  const [away] = await register(town, blocks[1], ['远2']);
  expect(begins).toBe('2023-01-01');
  const person = await town.person('陈组员');
  const account = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]), person });
  const { id } = await pairUp(town, households[0], { person });
  await pairUp(town, households[1]);
  await pairUp(town, away, { person });
  const query =
    'query($code: RegisterCode!) { town(code: $code) { pairings(filter: { mine: true }) { nodes { id } } } }';
  const mine = async (client: typeof account) => (await client.ask(query, { code: town.code })).town.pairings.nodes;
  expect(await mine(account)).toEqual([{ id }]);
  expect(await mine(town.admin)).toEqual([]);
});
