import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { dayOf } from '../today.ts';
import { contacted, pairingKindIds, pairUp } from './pairing.fixture.ts';

const platform = testPlatform();

/** So many days before today. */
const ago = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));

it('a Party member is paired with a household, what is agreed changes from a day on, contacts are put down, and it ends', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { admin } = town;
  const agreed = { contactEveryDays: 14, telephone: '5080 1234' };
  const { id } = await pairUp(town, households[0], { from: ago(60), ...agreed });
  const first = await contacted(admin, id, { on: ago(40) });
  await contacted(admin, id, { on: ago(30), way: 'TELEPHONE', done: '问候' });
  await admin.do('revisePairing', { pairing: id, service: '每两周理发', from: ago(20) }, 'pairing { id }');
  await admin.do(
    'revisePairing',
    { pairing: id, service: '每周理发', contactEveryDays: 7, from: ago(20) },
    'pairing { id }',
  );
  const whole = `query($id: ID!) @purpose(of: CHECK) { pairing(id: $id) { person { name } capacity agreesToBeNamed kindName kind { name }
    service contactEveryDays telephone begunOn endedOn endReason endNote running lastContactOn dueOn recordedBy endedBy version
    versions { service contactEveryDays telephone validFrom validTo }
    contacts { totalCount nodes { contactedOn way done withdrawnBecause } } household { id } } }`;
  const read = async () => (await admin.ask(whole, { id })).pairing;
  expect(await read()).toMatchObject({
    ...{ person: { name: '陈党员' }, capacity: 'PARTY_MEMBER', agreesToBeNamed: true, kindName: '独居' },
    ...{ service: '每周理发', contactEveryDays: 7, telephone: null, running: true, lastContactOn: ago(30) },
    ...{ dueOn: ago(23), endedOn: null, endReason: null, version: 3, household: { id: households[0] } },
    versions: [
      { contactEveryDays: 14, telephone: '02150801234', validFrom: ago(60), validTo: ago(20) },
      { service: '每周理发', contactEveryDays: 7, telephone: null, validFrom: ago(20), validTo: null },
    ],
    contacts: { totalCount: 2, nodes: [{ way: 'TELEPHONE', done: '问候' }, { done: '看望，量了血压' }] },
  });
  // Without a purpose nothing of what was written is told.
  const bare =
    'query($id: ID!) { pairing(id: $id) { service kindName versions { service } contacts { nodes { done } } } }';
  expect((await admin.ask(bare, { id })).pairing).toEqual({
    ...{ service: null, kindName: '独居', versions: [{ service: null }, { service: null }] },
    contacts: { nodes: [{ done: null }, { done: null }] },
  });
  await admin.do('withdrawPairingContact', { pairingContact: first, reason: '记错了' }, 'pairingContact { id }');
  const ending = { pairing: id, reason: 'OTHER', note: '另有安排', on: ago(10) };
  await admin.do('endPairing', ending, 'pairing { id }');
  await contacted(admin, id, { on: ago(11) });
  expect(await read()).toMatchObject({
    ...{
      running: false,
      endedOn: ago(10),
      endReason: 'OTHER',
      endNote: '另有安排',
      dueOn: null,
      lastContactOn: ago(11),
    },
    contacts: { totalCount: 3, nodes: [{}, {}, { withdrawnBecause: '记错了' }] },
  });
});

it('several people are paired with one household, and who is paired under a sensitive kind is told for a purpose alone', async () => {
  const { town, households } = await settledTown(platform, 2);
  const { admin, code } = town;
  const kinds = await pairingKindIds(town);
  const person = await town.person('李党员');
  const ill = await pairUp(town, households[0], { pairingKind: kinds.贫病, person });
  const alone = await pairUp(town, households[0], { person });
  const other = await pairUp(town, households[0], {});
  const query = 'query($id: ID!) { household(id: $id) { pairings { id kindName kind { name } } } }';
  const { pairings } = (await admin.ask(query, { id: households[0] })).household;
  expect(pairings).toEqual([
    { id: other.id, kindName: '独居', kind: { name: '独居' } },
    { id: alone.id, kindName: '独居', kind: { name: '独居' } },
    { id: ill.id, kindName: 'pairing for health or disability', kind: null },
  ]);
  const listed = (kind: string | undefined, purpose = '') =>
    admin.send(
      `query($code: RegisterCode!, $kind: ID!) ${purpose} { town(code: $code) { pairings(filter: { pairingKind: $kind }) { nodes { id kindName } } } }`,
      { code, kind },
    );
  expect((await listed(kinds.贫病)).errors[0]?.extensions).toMatchObject({
    ...{ code: 'BAD_INPUT', field: 'filter.pairingKind' },
  });
  const { data } = await listed(kinds.贫病, '@purpose(of: CHECK)');
  expect(data.town.pairings.nodes).toEqual([{ id: ill.id, kindName: '贫病' }]);
  expect((await listed(kinds.独居)).data.town.pairings.nodes).toHaveLength(2);
});

it('pairings whose agreed contact is due are listed by the day, and households that ought to be paired until they are', async () => {
  const { town, blocks, households, begins } = await settledTown(platform, 4);
  const { admin, code } = town;
  const [categories, kinds] = [await categoriesOf(town), await pairingKindIds(town)];
  for (const household of households.slice(0, 3)) await categorize(admin, household, categories.独居老人, begins);
  await categorize(admin, households[3], categories.重病家庭, begins);
  const [late, later] = [
    await pairUp(town, households[0], { from: ago(50), contactEveryDays: 30 }),
    await pairUp(town, households[1], { from: ago(40), contactEveryDays: 30 }),
  ];
  await pairUp(town, households[3], { from: ago(40) });
  const dueBy = async (by?: string) => {
    const due =
      'query($code: RegisterCode!, $by: Date) { town(code: $code) { pairingsDue(by: $by) { totalCount nodes { id dueOn } } } }';
    return (await admin.ask(due, { code, by })).town.pairingsDue.nodes;
  };
  expect(await dueBy()).toEqual([
    { id: late.id, dueOn: ago(20) },
    { id: later.id, dueOn: ago(10) },
  ]);
  expect(await dueBy(ago(15))).toEqual([{ id: late.id, dueOn: ago(20) }]);
  await contacted(admin, late.id, { on: ago(1) });
  expect(await dueBy()).toEqual([{ id: later.id, dueOn: ago(10) }]);

  const missing = async (kind: string | undefined, purpose = '') => {
    const query = `query($code: RegisterCode!, $kind: ID!, $unit: ID) ${purpose} { town(code: $code) {
      unpairedHouseholds(pairingKind: $kind, filter: { unit: $unit }) { totalCount nodes { household { id } because { name validFrom } pairingKind { name } } } } }`;
    return admin.send(query, { code, kind, unit: blocks[0] });
  };
  const { data } = await missing(kinds.独居);
  expect(data.town.unpairedHouseholds).toEqual({
    totalCount: 1,
    nodes: [
      {
        household: { id: households[2] },
        because: [{ name: '独居老人', validFrom: begins }],
        pairingKind: { name: '独居' },
      },
    ],
  });
  expect((await missing(kinds.贫病)).errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'pairingKind' });
  // Paired as one who lives alone, not for being ill.
  const ill = (await missing(kinds.贫病, '@purpose(of: CHECK)')).data.town.unpairedHouseholds;
  expect(ill.nodes.map((each: Data) => each.household.id)).toEqual([households[3]]);
  const { id } = await pairUp(town, households[2]);
  expect((await missing(kinds.独居)).data.town.unpairedHouseholds.totalCount).toBe(0);
  await admin.do('endPairing', { pairing: id, reason: 'PARTNER_LEFT' }, 'pairing { id }');
  expect((await missing(kinds.独居)).data.town.unpairedHouseholds.totalCount).toBe(1);
});
