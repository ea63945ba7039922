import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { petition, step } from './petition.fixture.ts';

const platform = testPlatform();

/** Records an accusation of a unit, with another one or with the town. */
async function accusation(town: TestTown, accused: string, input: Record<string, unknown> = {}): Promise<string> {
  return (await petition(town, { class: 'ACCUSATION', accused, on: '2024-02-01', ...input })).id;
}

/** Whether somebody sees a petition: by its id and in the list alike. */
async function sees(town: TestTown, client: ApiClient, id: string): Promise<boolean> {
  const query = `query($code: RegisterCode!) { town(code: $code) { petitions(first: 100) { nodes { id } } } }`;
  const listed = (await client.ask(query, { code: town.code })).town.petitions.nodes.some(
    (each: Data) => each.id === id,
  );
  const { data, errors } = await client.send('query($id: ID!) { petition(id: $id) { id } }', { id });
  expect(listed).toBe(data?.petition?.id === id);
  if (!listed) expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  return listed;
}

it('an accusation is given to other units, but not to the one accused nor to one under it', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const id = await accusation(town, town.unit(0));
  const refused = { code: 'CONFLICT', field: 'input.unit' };
  await changesNothing(platform, town, async () => {
    for (const unit of [town.unit(0), blocks[1]]) {
      expect(await town.admin.refused('transferPetition', { petition: id, unit, reason: '转' })).toEqual(refused);
      const asked = { class: 'ACCUSATION', accused: town.unit(0), unit, way: 'PAPER', matter: '乱收费' };
      const input = { ...asked, subject: await subject(town), petitioners: [{ name: '王' }] };
      expect(await town.admin.refused('recordPetition', input)).toEqual(refused);
    }
  });
  const given = { unit: town.unit(1), reason: '转送有权处理的单位' };
  expect(await step(town.admin, 'transferPetition', id, given, 'unit { id } accused { id } class')).toEqual({
    ...{ unit: { id: town.unit(1) }, accused: { id: town.unit(0) }, class: 'ACCUSATION' },
  });
  // What is no accusation goes where it belongs.
  const { id: claim } = await petition(town, { on: '2024-02-01' });
  expect(
    await step(town.admin, 'transferPetition', claim, { unit: town.unit(0), reason: '转' }, 'unit { id }'),
  ).toEqual({
    unit: { id: town.unit(0) },
  });
});

it('whoever has a post or a role at the unit accused does not see it, be they of another unit beside', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const id = await accusation(town, blocks[0], { unit: town.unit(0) });
  const above = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const posted = await town.person();
  await town.admin.do('appointOfficer', { unit: blocks[0], person: posted, title: 'DIRECTOR' }, 'post { id }');
  // An officer of the unit that deals with it, who is the director of the one accused as well.
  const both = await town.account('UNIT_OFFICER', { unit: town.unit(0), person: posted });
  const administrator = await town.account('TOWN_ADMINISTRATOR', { person: await town.person() });
  expect(await sees(town, above, id)).toBe(true);
  expect(await sees(town, town.admin, id)).toBe(true);
  expect(await sees(town, administrator, id)).toBe(true);
  expect(await sees(town, both, id)).toBe(false);
  expect(await both.refused('acceptPetition', { petition: id, holder: posted })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.petition' },
  });
  // What accuses nobody they see.
  expect(await sees(town, both, (await petition(town, { unit: town.unit(0), on: '2024-02-02' })).id)).toBe(true);
});

it('it is kept from what the unit accused goes into, also where the unit that deals with it goes there too', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const officer = await town.account('UNIT_OFFICER', { unit: blocks[2] });
  const id = await accusation(town, blocks[0], { unit: blocks[2] });
  expect(await sees(town, officer, id)).toBe(true);
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[0]], into: blocks[2] } }]);
  expect(await sees(town, officer, id)).toBe(false);
  expect(await sees(town, town.admin, id)).toBe(true);
  const back = { petition: id, unit: blocks[1], reason: '转' };
  await town.admin.do('transferPetition', back, 'petition { id }');
  expect(await town.admin.refused('transferPetition', { ...back, unit: blocks[2] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.unit' },
  });
});

it('it is entrusted to nobody of the unit accused, and becomes no request before it', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const id = await accusation(town, town.unit(0));
  const [posted, official, other] = [await town.person(), await town.person(), await town.person()];
  await town.admin.do('appointOfficer', { unit: blocks[0], person: posted, title: 'OFFICER' }, 'post { id }');
  await town.account('UNIT_OFFICER', { unit: town.unit(0), person: official });
  const [household] = await register(town, blocks[0], ['控1']);
  const refusals: [string, Record<string, unknown>, string][] = [
    ['acceptPetition', { holder: posted }, 'input.holder'],
    ['acceptPetition', { holder: official }, 'input.holder'],
    ['formEmergencyGroup', { lead: posted, members: [other] }, 'input.lead'],
    ['formEmergencyGroup', { lead: other, members: [official] }, 'input.members'],
    ['raisePetitionRequest', { description: '查', place: { unit: blocks[1] } }, 'input.place.unit'],
    ['raisePetitionRequest', { description: '查', household }, 'input.household'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, field] of refusals) {
      expect({ verb, ...(await town.admin.refused(verb, { petition: id, ...input })) }).toEqual({
        ...{ verb, code: 'CONFLICT', field },
      });
    }
  });
  await step(town.admin, 'acceptPetition', id, { holder: other });
  await step(town.admin, 'formEmergencyGroup', id, { lead: other, members: [] });
  await step(town.admin, 'raisePetitionRequest', id, { description: '查', place: { unit: town.unit(1) } });
});

it('the unit accused is named, or named otherwise, when it is accepted, and no longer where it proves no accusation', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const holder = await town.person();
  const { id } = await petition(town, { unit: blocks[0], on: '2024-02-01' });
  const accept = (input: Record<string, unknown>) =>
    town.admin.refused('acceptPetition', { petition: id, holder, ...input });
  const other = await platform.newTown();
  const { blocks: elsewhere } = await settledTown(platform, 0);
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ accused: blocks[1] }, 'BAD_INPUT', 'input.accused'],
    [{ class: 'SUGGESTION', accused: blocks[1] }, 'BAD_INPUT', 'input.accused'],
    [{ class: 'ACCUSATION', accused: other.unit(0) }, 'NOT_FOUND', 'input.accused'],
    [{ class: 'ACCUSATION', accused: elsewhere[0] }, 'NOT_FOUND', 'input.accused'],
    // It is with that unit, or with one under it.
    [{ class: 'ACCUSATION', accused: blocks[0] }, 'CONFLICT', 'input.accused'],
    [{ class: 'ACCUSATION', accused: town.unit(0) }, 'CONFLICT', 'input.accused'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [input, code, field] of wrong)
      expect({ input, ...(await accept(input)) }).toEqual({ input, code, field });
  });
  const accused = (input: Record<string, unknown>) =>
    step(town.admin, 'acceptPetition', id, { holder, ...input }, 'class accused { id }');
  const named = { class: 'ACCUSATION', accused: { id: blocks[1] } };
  expect(await accused({ class: 'ACCUSATION', accused: blocks[1] })).toEqual(named);
  expect(await accused({})).toEqual(named);
  expect(await accused({ accused: blocks[2] })).toEqual({ ...named, accused: { id: blocks[2] } });
  expect(await accused({ class: 'CLAIM' })).toEqual({ class: 'CLAIM', accused: null });
  const query = 'query($id: ID!) { petition(id: $id) { events { step accused { id } } } }';
  const { events } = (await town.admin.ask(query, { id })).petition;
  expect(events.map((event: Data) => event.accused?.id ?? null)).toEqual([null, blocks[1], blocks[1], blocks[2], null]);
});

it('a unit is not named as the one accused while somebody of it is in the emergency group', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const { id } = await petition(town, { class: 'ACCUSATION', on: '2024-02-01' });
  const [holder, posted] = [await town.person(), await town.person()];
  await town.admin.do('appointOfficer', { unit: blocks[0], person: posted, title: 'OFFICER' }, 'post { id }');
  await step(town.admin, 'acceptPetition', id, { holder });
  await step(town.admin, 'formEmergencyGroup', id, { lead: holder, members: [posted] });
  await changesNothing(platform, town, async () => {
    for (const accused of [blocks[0], town.unit(0)]) {
      expect(await town.admin.refused('acceptPetition', { petition: id, holder, accused })).toEqual({
        ...{ code: 'CONFLICT', field: 'input.accused' },
      });
    }
  });
  const named = await step(town.admin, 'acceptPetition', id, { holder, accused: blocks[1] }, 'accused { id }');
  expect(named).toEqual({ accused: { id: blocks[1] } });
  // Whoever is of it only later does not keep the petition from being handed on.
  await town.admin.do('appointOfficer', { unit: blocks[1], person: posted, title: 'OFFICER' }, 'post { id }');
  await step(town.admin, 'acceptPetition', id, { holder: await town.person() });
});
