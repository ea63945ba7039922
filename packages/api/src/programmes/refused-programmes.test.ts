import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { categoriesOf } from '../categories/category.fixture.ts';
import { openOverlay } from '../households/household.fixture.ts';
import { addResident, inhabitedTown } from '../residents/resident.fixture.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();

it('a programme is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, heads } = await inhabitedTown(platform, 2);
  const { admin, code } = town;
  const { blocks: overlaid } = await openOverlay(town, ['安徽']);
  const { 教师: category = '', 律师: ended = '' } = await categoriesOf(town);
  await admin.do('endCategory', { category: ended, on: '2026-01-01' }, 'category { id }');
  const said = { name: '项目', about: '内容', firstDay: '2027-01-01', lastDay: '2027-12-31' };
  const plan = { town: code, kind: 'EVENT', takers: 'RESIDENT', ...said };
  const { id, sessions } = await opened(town, { oneSession: true, places: 2 }, ['2027-03-01', '2027-05-01'], {
    places: 2,
  });
  const [session] = sessions;
  const all = (await opened(town, {}, ['2027-03-01'])).id;
  await enrol(admin, id, heads, { session });
  const draft = (await planned(town)).id;
  const over = (await opened(town)).id;
  await step(admin, 'cancelProgramme', over, { reason: '改期' });
  const at = { programme: id };
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['planProgramme', { ...plan, name: ' ' }, 'BAD_INPUT', 'input.name'],
    ['planProgramme', { ...plan, about: '字'.repeat(2001) }, 'BAD_INPUT', 'input.about'],
    ['planProgramme', { ...plan, firstDay: '1949-09-30' }, 'BAD_INPUT', 'input.firstDay'],
    ['planProgramme', { ...plan, lastDay: '2026-12-31' }, 'BAD_INPUT', 'input.lastDay'],
    ['planProgramme', { ...plan, lastDay: '2029-01-02' }, 'BAD_INPUT', 'input.lastDay'],
    ['planProgramme', { ...plan, ageFrom: -1 }, 'BAD_INPUT', 'input.ageFrom'],
    ['planProgramme', { ...plan, ageFrom: 60, ageTo: 59 }, 'BAD_INPUT', 'input.ageTo'],
    ['planProgramme', { ...plan, places: 0 }, 'BAD_INPUT', 'input.places'],
    ['planProgramme', { ...plan, categories: Array(21).fill(category) }, 'BAD_INPUT', 'input.categories'],
    ['planProgramme', { ...plan, categories: [category, town.unit(0)] }, 'NOT_FOUND', 'input.categories.1'],
    ['planProgramme', { ...plan, categories: [ended] }, 'CONFLICT', 'input.categories.0'],
    ['planProgramme', { ...plan, units: Array(51).fill(town.unit(0)) }, 'BAD_INPUT', 'input.units'],
    ['planProgramme', { ...plan, units: [overlaid[0]] }, 'BAD_INPUT', 'input.units.0'],
    ['planProgramme', { ...plan, unit: overlaid[0] }, 'BAD_INPUT', 'input.unit'],
    ['reviseProgramme', { ...at, ...said, places: 1 }, 'CONFLICT', 'input.places'],
    ['reviseProgramme', { ...at, ...said, firstDay: '2027-03-02' }, 'CONFLICT', 'input.firstDay'],
    ['reviseProgramme', { ...at, ...said, lastDay: '2027-04-30' }, 'CONFLICT', 'input.lastDay'],
    ['reviseProgramme', { ...at, ...said, expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
    ['reviseProgramme', { ...said, programme: over }, 'CONFLICT', 'input.programme'],
    ['scheduleProgrammeSessions', { ...at, days: [] }, 'BAD_INPUT', 'input.days'],
    ['scheduleProgrammeSessions', { ...at, days: Array(111).fill('2027-06-01') }, 'BAD_INPUT', 'input.days'],
    ['scheduleProgrammeSessions', { ...at, days: ['2027-06-01', '2028-01-01'] }, 'BAD_INPUT', 'input.days.1'],
    ['scheduleProgrammeSessions', { ...at, days: ['2027-06-01', '2027-06-01'] }, 'BAD_INPUT', 'input.days.1'],
    ['scheduleProgrammeSessions', { ...at, days: ['2027-06-01'], places: 0 }, 'BAD_INPUT', 'input.places'],
    ['scheduleProgrammeSessions', { ...at, days: ['2027-06-01'], time: '字'.repeat(31) }, 'BAD_INPUT', 'input.time'],
    ['scheduleProgrammeSessions', { programme: all, days: ['2027-06-01'], places: 1 }, 'BAD_INPUT', 'input.places'],
    ['rescheduleProgrammeSession', { ...at, session, heldOn: '2026-12-31' }, 'BAD_INPUT', 'input.heldOn'],
    ['rescheduleProgrammeSession', { ...at, session, heldOn: '2027-03-01', places: 1 }, 'CONFLICT', 'input.places'],
    ['rescheduleProgrammeSession', { programme: all, session, heldOn: '2027-03-01' }, 'NOT_FOUND', 'input.session'],
    ['callOffProgrammeSession', { ...at, session, reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['openProgramme', at, 'CONFLICT', 'input.programme'],
    ['closeProgramme', { programme: draft }, 'CONFLICT', 'input.programme'],
    ['finishProgramme', { programme: draft }, 'CONFLICT', 'input.programme'],
    ['cancelProgramme', { ...at, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
    ['cancelProgramme', { programme: over, reason: '再次' }, 'CONFLICT', 'input.programme'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [mutation, input, code, field] of wrong) {
      expect(await admin.refused(mutation, input), `${mutation} ${field}`).toEqual({ code, field });
    }
  });
});

it('an enrolment is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, heads, households } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const [first = '', second = '', third = ''] = heads;
  const child = await addResident(town, households[0], { name: '小孙', birthYear: 2015 });
  const asked = { ageFrom: 60, oneSession: true, firstDay: '2026-01-01' };
  const { id, sessions } = await opened(town, asked, ['2026-01-05', '2027-03-01', '2027-03-08'], { places: 1 });
  const [past, monday, next] = sessions;
  const all = (await opened(town)).id;
  const closed = (await opened(town)).id;
  await step(admin, 'closeProgramme', closed);
  const over = (await opened(town)).id;
  const [gone] = await enrol(admin, over, [first]);
  await step(admin, 'finishProgramme', over);
  const [one, two] = await enrol(admin, id, [first, second], { session: monday });
  await enrol(admin, id, [third], { session: next });
  const [left] = await enrol(admin, all, [first]);
  await admin.do('withdrawEnrolment', { enrolment: left?.id, reason: '误' }, 'movedUp');
  const away = { ...{ programme: id, session: monday }, takers: [child] };
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['enrolInProgramme', { ...away, takers: [] }, 'BAD_INPUT', 'input.takers'],
    ['enrolInProgramme', { ...away, takers: Array(501).fill(first) }, 'BAD_INPUT', 'input.takers'],
    ['enrolInProgramme', { programme: all, takers: [second, second] }, 'BAD_INPUT', 'input.takers.1'],
    ['enrolInProgramme', { programme: all, takers: [second, households[0]] }, 'NOT_FOUND', 'input.takers.1'],
    ['enrolInProgramme', { ...away, takers: [first] }, 'CONFLICT', 'input.takers.0'],
    ['enrolInProgramme', away, 'CONFLICT', 'input.takers.0'],
    ['enrolInProgramme', { programme: all, session: monday, takers: [first] }, 'BAD_INPUT', 'input.session'],
    ['enrolInProgramme', { programme: id, takers: [child] }, 'BAD_INPUT', 'input.session'],
    ['enrolInProgramme', { ...away, session: past }, 'CONFLICT', 'input.session'],
    ['enrolInProgramme', { ...away, session: town.unit(0) }, 'NOT_FOUND', 'input.session'],
    ['enrolInProgramme', { programme: closed, takers: [first] }, 'CONFLICT', 'input.programme'],
    ['moveEnrolment', { enrolment: one?.id, session: monday }, 'CONFLICT', 'input.session'],
    ['moveEnrolment', { enrolment: one?.id, session: next }, 'CONFLICT', 'input.session'],
    ['moveEnrolment', { enrolment: two?.id, session: next, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['withdrawEnrolment', { enrolment: one?.id, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
    ['withdrawEnrolment', { enrolment: left?.id, reason: '误' }, 'CONFLICT', 'input.enrolment'],
    ['withdrawEnrolment', { enrolment: gone?.id, reason: '误' }, 'CONFLICT', 'input.enrolment'],
    ['withdrawEnrolment', { enrolment: id, reason: '误' }, 'NOT_FOUND', 'input.enrolment'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [mutation, input, code, field] of wrong) {
      expect(await admin.refused(mutation, input), `${mutation} ${field}`).toEqual({ code, field });
    }
  });
});
