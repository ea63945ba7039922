import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { party, subject } from '../requests/request.fixture.ts';
import { petition, step } from './petition.fixture.ts';

const platform = testPlatform();

const ahead = `${new Date().getFullYear() + 1}-01-01`;

it('a petition is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town } = await settledTown(platform, 0);
  const { blocks: overlaid } = await openOverlay(town, ['安徽']);
  const closed = await town.openUnit({ name: '旧块', from: '2024-01-01' });
  await town.admin.do('closeUnit', { unit: closed, on: '2025-01-01' }, 'unit { id }');
  const company = await party(town);
  const input = {
    ...{ subject: await subject(town), way: 'PAPER', class: 'CLAIM', matter: '修', petitioners: [{ name: '王' }] },
  };
  const six = Array.from({ length: 6 }, (_, index) => ({ name: `甲${index}`, representative: true }));
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ matter: ' ' }, 'BAD_INPUT', 'input.matter'],
    [{ matter: '修'.repeat(2001) }, 'BAD_INPUT', 'input.matter'],
    [{ on: ahead }, 'BAD_INPUT', 'input.on'],
    [{ unit: closed }, 'CONFLICT', 'input.unit'],
    [{ unit: closed, on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    [{ unit: overlaid[0] }, 'BAD_INPUT', 'input.unit'],
    [{ petitioners: [] }, 'BAD_INPUT', 'input.petitioners'],
    // 信访工作条例, art. 20: at most five speak for all.
    [{ petitioners: six }, 'BAD_INPUT', 'input.petitioners'],
    [{ petitioners: [{ name: '甲' }, { name: '乙' }], way: 'IN_PERSON' }, 'BAD_INPUT', 'input.petitioners'],
    [{ petitioners: Array(101).fill({ name: '甲' }) }, 'BAD_INPUT', 'input.petitioners'],
    [{ petitioners: [{ name: '甲' }, { name: '' }] }, 'BAD_INPUT', 'input.petitioners.1.name'],
    [{ petitioners: [{ name: '甲', telephone: '12' }] }, 'BAD_INPUT', 'input.petitioners.0.telephone'],
    [{ petitioners: [{ name: '甲' }, { name: '乙' }], people: 1 }, 'BAD_INPUT', 'input.people'],
    [{ parties: [{}] }, 'BAD_INPUT', 'input.parties.0.party'],
    [{ parties: [{ party: company, organisation: '某公司' }] }, 'BAD_INPUT', 'input.parties.0.party'],
    [{ parties: Array(11).fill({ party: company }) }, 'BAD_INPUT', 'input.parties'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('recordPetition', { ...input, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
  });

  const five = six.slice(1);
  const { id } = await petition(town, { on: '2026-01-05', petitioners: five, unit: town.unit(0) });
  const [holder, other] = [await town.person(), await town.person()];
  await step(town.admin, 'acceptPetition', id, { holder, on: '2026-01-06' });
  await step(town.admin, 'formEmergencyGroup', id, { lead: holder, members: [], on: '2026-01-06' });
  const stranger = await petition(town, { parties: [{ party: company }] }, 'petitioners { id } parties { id }');
  const steps: [string, Record<string, unknown>, string, string][] = [
    ['acceptPetition', { holder, on: '2026-01-05' }, 'BAD_INPUT', 'input.on'],
    ['acceptPetition', { holder, on: ahead }, 'BAD_INPUT', 'input.on'],
    ['acceptPetition', { holder, expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    ['declinePetition', { reason: '不' }, 'CONFLICT', 'input.petition'],
    ['closePetition', { outcome: 'SETTLED' }, 'CONFLICT', 'input.petition'],
    ['addPetitioners', { petitioners: [{ name: '新', representative: true }] }, 'BAD_INPUT', 'input.petitioners'],
    ['addPetitioners', { petitioners: [{ name: '新' }], people: 5 }, 'BAD_INPUT', 'input.people'],
    ['chooseRepresentatives', { representatives: [] }, 'BAD_INPUT', 'input.representatives'],
    [
      'chooseRepresentatives',
      { representatives: [stranger.petitioners[0].id] },
      'NOT_FOUND',
      'input.representatives.0',
    ],
    ['transferPetition', { unit: town.unit(0), reason: '转' }, 'CONFLICT', 'input.unit'],
    ['transferPetition', { unit: town.unit(1), reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['formEmergencyGroup', { members: [] }, 'BAD_INPUT', 'input.members'],
    ['formEmergencyGroup', { members: [holder] }, 'CONFLICT', 'input.members'],
    ['formEmergencyGroup', { lead: other, members: [] }, 'CONFLICT', 'input.lead'],
    ['holdPetitionMeeting', {}, 'BAD_INPUT', 'input.people'],
    ['holdPetitionMeeting', { people: [holder], agreed: ' ' }, 'BAD_INPUT', 'input.agreed'],
    ['holdPetitionMeeting', { people: [holder], place: '室'.repeat(101) }, 'BAD_INPUT', 'input.place'],
    ['holdPetitionMeeting', { petitioners: [stranger.petitioners[0].id] }, 'NOT_FOUND', 'input.petitioners.0'],
    ['holdPetitionMeeting', { parties: [stranger.parties[0].id] }, 'NOT_FOUND', 'input.parties.0'],
    ['extendPetition', { days: 31, reason: '难' }, 'BAD_INPUT', 'input.days'],
    ['extendPetition', { days: 0, reason: '难' }, 'BAD_INPUT', 'input.days'],
    ['extendPetition', { days: 1, reason: '' }, 'BAD_INPUT', 'input.reason'],
    // Its deadline was over on 7 March.
    ['extendPetition', { days: 1, reason: '难', on: '2026-03-08' }, 'CONFLICT', 'input.petition'],
    ['answerPetition', { answer: '' }, 'BAD_INPUT', 'input.answer'],
    ['raisePetitionRequest', { description: '修' }, 'BAD_INPUT', 'input.household'],
    ['raisePetitionRequest', { description: '', place: { unit: town.unit(0) } }, 'BAD_INPUT', 'input.description'],
    ['withdrawPetition', { reason: '' }, 'BAD_INPUT', 'input.reason'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, more, code, field] of steps) {
      const refusal = await town.admin.refused(verb, { petition: id, ...more });
      expect({ verb, more, ...refusal }).toEqual({ verb, more, code, field });
    }
  });
  expect(platform.faults).toEqual([]);
});

it('what was done with a petition, and who met, cannot be changed or deleted', async () => {
  const { town } = await settledTown(platform, 0);
  await petition(town);
  for (const statement of [
    'update petition_event set text = null',
    'delete from petition_event',
    'delete from petition',
    'update petition set matter = null',
    'update petitioner set name = null',
    'update petition_meeting set agreed = null',
  ]) {
    const writing = platform.database.orm.em.fork().transactional(async (em) => {
      await em.execute('select app.enter(?, ?)', ['app_town', town.code]);
      await em.execute(statement);
    });
    await expect(writing, statement).rejects.toMatchObject({ code: '42501' });
  }
});
