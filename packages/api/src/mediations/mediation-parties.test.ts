import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { mediate, mediation } from './mediation.fixture.ts';

const platform = testPlatform();

const purpose = '@purpose(of: REQUEST)';
const query = `query($id: ID!) ${purpose} { mediation(id: $id) { parties { id name code } talks { said parties { name code } }
  events { step text parties { name code } } } }`;
const shown = ({ name, code }: Data) => name ?? code;

it('a third party comes into a mediation and another leaves it, and what was said with them stays', async () => {
  const { town, households, codes } = await settledTown(platform, 1);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { id } = await mediation(town, { unit: town.unit(0) }, 'id', officer);
  const read = async () => (await officer.ask(query, { id })).mediation;
  const [first, second] = (await read()).parties.map((each: Data) => each.id);
  await mediate(officer, 'recordMediationTalk', id, { parties: [first, second], said: '都怪四楼' });
  await mediate(officer, 'addMediationParties', id, { parties: [{ household: households[0] }, { otherName: '王五' }] });
  await mediate(officer, 'releaseMediationParties', id, { parties: [second], reason: '已搬走' });
  const after = await read();
  expect(after.parties.map(shown)).toEqual(['张三', codes[0], '王五']);
  expect(after.talks[0].parties.map(shown)).toEqual(['张三', '李四']);
  expect(after.events.map(({ step, text, parties }: Data) => [step, text, parties.map(shown)])).toEqual([
    ['BEGIN', null, ['张三', '李四']],
    ['TALK', null, []],
    ['ADD_PARTIES', null, [codes[0], '王五']],
    ['RELEASE_PARTIES', '已搬走', ['李四']],
  ]);
  // Nobody is talked with any more who has left, who may come in again.
  const talk = { mediation: id, parties: [first, second], said: '好' };
  expect(await officer.refused('recordMediationTalk', talk)).toEqual({ code: 'NOT_FOUND', field: 'input.parties.1' });
  await mediate(officer, 'addMediationParties', id, { parties: [{ otherName: '李四' }] });
  expect((await read()).parties.map(shown)).toEqual(['张三', codes[0], '王五', '李四']);
});

it('who comes in or leaves wrongly is refused on the field at fault, and nothing is changed', async () => {
  const { town, households } = await settledTown(platform, 2);
  const resident = await addResident(town, households[1], { name: '李四' });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const parties = [{ household: households[0] }, { resident }];
  const { id } = await mediation(town, { parties });
  const strange = await mediation(town, {}, 'id parties { id }');
  const [first, second] = (await town.admin.ask(query, { id })).mediation.parties.map((each: Data) => each.id);
  const { id: agreed } = await mediation(town);
  await mediate(town.admin, 'agreeMediation', agreed, { agreement: '好', checkOn: '2030-01-01' });
  const [add, release] = ['addMediationParties', 'releaseMediationParties'];
  const wrong: [string, Record<string, unknown>, string, string][] = [
    [add, { parties: [] }, 'BAD_INPUT', 'input.parties'],
    [add, { parties: Array(19).fill({ otherName: '甲' }) }, 'BAD_INPUT', 'input.parties'],
    [add, { parties: [{}] }, 'BAD_INPUT', 'input.parties.0'],
    [add, { parties: [{ otherName: '甲' }, { otherName: ' ' }] }, 'BAD_INPUT', 'input.parties.1.otherName'],
    [add, { parties: [{ otherName: '甲' }, { household: households[0] }] }, 'CONFLICT', 'input.parties.1'],
    [add, { parties: [{ resident }] }, 'CONFLICT', 'input.parties.0'],
    [add, { parties: [{ household: households[1] }, { household: households[1] }] }, 'CONFLICT', 'input.parties.1'],
    [add, { mediation: agreed, parties: [{ otherName: '甲' }] }, 'CONFLICT', 'input.mediation'],
    [release, { parties: [], reason: '走' }, 'BAD_INPUT', 'input.parties'],
    [release, { parties: [first], reason: '走' }, 'BAD_INPUT', 'input.parties'],
    [release, { parties: [first, second], reason: '走' }, 'BAD_INPUT', 'input.parties'],
    [release, { parties: [strange.parties[0].id], reason: '走' }, 'NOT_FOUND', 'input.parties.0'],
    [release, { parties: [first], reason: '走', expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of wrong) {
      expect({ verb, input, ...(await town.admin.refused(verb, { mediation: id, ...input })) }).toEqual({
        ...{ verb, input, code, field },
      });
    }
    expect(await officer.refused(add, { mediation: id, parties: [{ otherName: '甲' }] })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.mediation' },
    });
  });
  await mediate(town.admin, add, id, { parties: [{ otherName: '王五' }] });
  expect(await town.admin.refused(release, { mediation: id, parties: [first], reason: '' })).toEqual({
    ...{ code: 'BAD_INPUT', field: 'input.reason' },
  });
});
