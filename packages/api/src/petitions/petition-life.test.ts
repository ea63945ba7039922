import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { petition, step } from './petition.fixture.ts';
import { type PetitionState, type PetitionStep, petitionSteps, petitionTransition } from './petition-states.ts';

const platform = testPlatform();

it('a petition is handed over, extended once, joined by others, and given on with its deadline', async () => {
  const town = await platform.newTown();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { id, dueOn } = await petition(town, { unit: town.unit(0), on: '2026-01-05' }, 'id dueOn', officer);
  expect(dueOn).toBe('2026-01-20');
  const [first, second] = [await town.person('甲'), await town.person('乙')];
  await step(officer, 'acceptPetition', id, { holder: first, on: '2026-01-08' });
  const over = { holder: second, class: 'SUGGESTION', on: '2026-01-09' };
  expect(await step(officer, 'acceptPetition', id, over, 'class dueOn acceptedOn holder { name }')).toEqual({
    ...{ class: 'SUGGESTION', dueOn: '2026-03-09', acceptedOn: '2026-01-08', holder: { name: '乙' } },
  });
  // Extending is for whoever is in charge of the town.
  const more = { petition: id, days: 30, reason: '情况复杂', on: '2026-01-10' };
  expect(await officer.refused('extendPetition', more)).toEqual({ code: 'FORBIDDEN' });
  const extended = await town.admin.do('extendPetition', more, 'petition { dueOn extendedBy actions }');
  expect(extended.petition).toMatchObject({ dueOn: '2026-04-08', extendedBy: 30 });
  expect(extended.petition.actions).not.toContain('EXTEND');
  expect(await town.admin.refused('extendPetition', { ...more, days: 1 })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.petition' },
  });

  const joined = await step(
    officer,
    'addPetitioners',
    id,
    { petitioners: [{ name: '李四' }, { name: '王五' }], on: '2026-01-10' },
    'people petitioners { id representative }',
  );
  expect(joined.people).toBe(3);
  const ids = joined.petitioners.map((each: Data) => each.id);
  const speakers = (chosen: string[]) =>
    step(officer, 'chooseRepresentatives', id, { representatives: chosen }, 'petitioners { id representative }');
  await speakers([ids[0]]);
  expect((await speakers([ids[2], ids[1]])).petitioners).toEqual([
    { id: ids[1], representative: true },
    { id: ids[2], representative: true },
    { id: ids[0], representative: false },
  ]);
  const given = { unit: null, reason: '涉及多个社区' };
  expect(await step(officer, 'transferPetition', id, given, 'unit { id } holder { name } dueOn state')).toEqual({
    ...{ unit: null, holder: null, dueOn: '2026-04-08', state: 'ACCEPTED' },
  });
  // It is the town's now.
  expect(await officer.refused('answerPetition', { petition: id, answer: '好' })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.petition' },
  });
  expect(await step(town.admin, 'withdrawPetition', id, { reason: '已自行解决' }, 'state dueOn')).toEqual({
    ...{ state: 'WITHDRAWN', dueOn: null },
  });
});

it('whatever is tried in whatever order, a petition goes the table’s ways only and is its last event', async () => {
  const town = await platform.newTown();
  const [holder, other] = [await town.person(), town.unit(0)];
  const verbs: Partial<Record<PetitionStep, [string, object]>> = {
    ACCEPT: ['acceptPetition', { holder }],
    DECLINE: ['declinePetition', { reason: '不属本镇职权' }],
    MEET: ['holdPetitionMeeting', { people: [holder] }],
    RAISE_REQUEST: ['raisePetitionRequest', { description: '修', place: { unit: other } }],
    ANSWER: ['answerPetition', { answer: '好' }],
    CLOSE: ['closePetition', { outcome: 'REVIEW' }],
    WITHDRAW: ['withdrawPetition', { reason: '撤' }],
  };
  const tried = petitionSteps.filter((each) => verbs[each] !== undefined);
  const choice = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<PetitionStep>('ACCEPT', 'MEET', 'RAISE_REQUEST', 'ANSWER') },
    { weight: 1, arbitrary: fc.constantFrom(...tried) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { id } = await petition(town);
      let state: PetitionState = 'RECEIVED';
      let version = 1;
      for (const each of steps) {
        const [verb, more] = verbs[each] ?? ['', {}];
        const input = { petition: id, expectedVersion: version, ...more };
        const transition = petitionTransition(state, each);
        if (!transition) {
          expect(await town.admin.refused(verb, input)).toEqual({ code: 'CONFLICT', field: 'input.petition' });
          continue;
        }
        const answer = await town.admin.do(verb, input, 'petition { state version }');
        state = transition.to ?? state;
        expect(answer.petition).toEqual({ state, version: ++version });
      }
      const whole = 'state dueOn holder { id } class';
      const query = `query($id: ID!) { petition(id: $id) { ${whole} version actions events { seq ${whole} } } }`;
      const { events, actions, version: counted, ...present } = (await town.admin.ask(query, { id })).petition;
      const { seq, ...last } = events.at(-1);
      expect(present).toEqual(last);
      expect([seq, counted]).toEqual([version, version]);
      expect(actions).toEqual(petitionSteps.filter((each) => petitionTransition(state, each)));
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 60_000);
