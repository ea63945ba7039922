import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { dayOf } from '../today.ts';
import { enrol, opened, step } from './programme.fixture.ts';

const platform = testPlatform();

/** A year in which there were sessions, and is one to come. */
const year = { firstDay: '2026-01-01', lastDay: '2027-12-31' };
const seen = `query($id: ID!) { programme(id: $id) { sessions { attended absent }
  enrolments { nodes { version attended attendances { session { heldOn } attended given recordedBy } } } } }`;
const listed = `query($id: ID!, $session: ID!, $is: AttendanceState!) { programme(id: $id) {
  enrolments(filter: { attendance: { session: $session, is: $is } }) { nodes { household { id } } } } }`;

it('a weekly delivery has a list of the stops that are left, which gets shorter with each that is recorded, and what was given stays', async () => {
  const { town, households } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const delivery = { ...year, kind: 'DELIVERY', takers: 'HOUSEHOLD' };
  const { id, sessions } = await opened(town, delivery, ['2026-03-02', '2026-03-09', '2027-03-01']);
  const [monday, next] = sessions;
  const [one, two, three] = (await enrol(admin, id, households)).map((each) => each.id);
  const known = async (is: string) =>
    (await admin.ask(listed, { id, session: monday, is })).programme.enrolments.nodes.map(
      ({ household }: { household: { id: string } }) => household.id,
    );
  expect(await known('UNRECORDED')).toEqual(households);
  const recorded = await admin.do(
    'recordAttendance',
    {
      session: monday,
      attendances: [
        { enrolment: two, attended: false },
        { enrolment: one, attended: true, given: '蔬菜 5 公斤' },
      ],
    },
    'session { attended absent } enrolments { id }',
  );
  expect(recorded).toEqual({ session: { attended: 1, absent: 1 }, enrolments: [{ id: two }, { id: one }] });
  expect(await known('UNRECORDED')).toEqual([households[2]]);
  expect(await known('ATTENDED')).toEqual([households[0]]);
  expect(await known('ABSENT')).toEqual([households[1]]);
  // Later in the day they were at home after all; and the same once more changes nothing.
  for (let time = 0; time < 2; time++) {
    const again = [{ enrolment: two, attended: true, given: '蔬菜 5 公斤' }];
    await admin.do('recordAttendance', { session: monday, attendances: again }, 'session { attended }');
  }
  const others = [{ enrolment: three, attended: true }];
  await admin.do('recordAttendance', { session: next, attendances: others }, 'session { attended }');
  const { programme } = await admin.ask(seen, { id });
  expect(programme.sessions).toEqual([
    { attended: 2, absent: 0 },
    { attended: 1, absent: 0 },
    { attended: 0, absent: 0 },
  ]);
  const at = { session: { heldOn: '2026-03-02' }, attended: true, given: '蔬菜 5 公斤', recordedBy: '管理员' };
  expect(programme.enrolments.nodes).toEqual([
    { version: 2, attended: 1, attendances: [at] },
    { version: 3, attended: 1, attendances: [at] },
    { version: 2, attended: 1, attendances: [{ ...at, session: { heldOn: '2026-03-09' }, given: null }] },
  ]);
  const onDay =
    'query($code: RegisterCode!, $on: Date) { town(code: $code) { programmeSessions(on: $on) { programme { id } attended } } }';
  const held = async (on?: string) => (await admin.ask(onDay, { code: town.code, on })).town.programmeSessions;
  expect(await held('2026-03-09')).toEqual([{ programme: { id }, attended: 1 }]);
  expect(await held()).toEqual([]);
  const kept = await platform.database.sql(
    `select attended from programme_attendance where town_id = $1 and superseded_at is not null`,
    [town.code],
  );
  expect(kept).toEqual([{ attended: false }]);
});

it('who came is recorded of those with a place at the session alone, on its day or later, and holds it where it is', async () => {
  const { town, heads } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const today = dayOf(new Date());
  const { id, sessions } = await opened(town, { ...year, oneSession: true, places: 2 }, [
    '2026-03-02',
    today,
    '2027-12-01',
  ]);
  const [before, now, ahead] = sessions;
  const [came, , waits] = (await enrol(admin, id, heads, { session: now })).map((each) => each.id);
  const record = (attendances: unknown[], session = now) => ({ session, attendances });
  const entry = { enrolment: came, attended: true };
  await changesNothing(platform, town, async () => {
    for (const [input, code, field] of [
      [record([]), 'BAD_INPUT', 'input.attendances'],
      [record(Array(501).fill(entry)), 'BAD_INPUT', 'input.attendances'],
      [record([entry, entry]), 'BAD_INPUT', 'input.attendances.1.enrolment'],
      [record([{ ...entry, given: '字'.repeat(61) }]), 'BAD_INPUT', 'input.attendances.0.given'],
      [record([{ enrolment: came, attended: false, given: '米' }]), 'BAD_INPUT', 'input.attendances.0.given'],
      [record([entry, { enrolment: waits, attended: true }]), 'CONFLICT', 'input.attendances.1.enrolment'],
      [record([entry], before), 'CONFLICT', 'input.attendances.0.enrolment'],
      [record([entry], ahead), 'CONFLICT', 'input.session'],
      [record([{ enrolment: heads[0], attended: true }]), 'NOT_FOUND', 'input.attendances.0.enrolment'],
      [record([entry], id), 'NOT_FOUND', 'input.session'],
    ] as const) {
      expect(await admin.refused('recordAttendance', input)).toEqual({ code, field });
    }
  });
  await admin.do('recordAttendance', record([entry]), 'session { attended }');
  await changesNothing(platform, town, async () => {
    const elsewhere = { enrolment: came, session: ahead };
    expect(await admin.refused('moveEnrolment', elsewhere)).toEqual({ code: 'CONFLICT', field: 'input.enrolment' });
    const at = { programme: id, session: now };
    expect(await admin.refused('callOffProgrammeSession', { ...at, reason: '误' })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.session' },
    });
    expect(await admin.refused('rescheduleProgrammeSession', { ...at, heldOn: '2027-12-02' })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.heldOn' },
    });
  });
  await step(admin, 'rescheduleProgrammeSession', id, { session: now, heldOn: today, time: '8:00' });
});

it('a team records who came of its own households, nobody else, and no application without the scope', async () => {
  const { town, blocks, households } = await inhabitedTown(platform, 2);
  const other = await platform.newTown();
  await town.admin.do(
    'moveHousehold',
    { household: households[1], block: blocks[1], from: '2024-02-01' },
    'household { id }',
  );
  const { id, sessions } = await opened(town, { ...year, takers: 'HOUSEHOLD' }, ['2026-03-02']);
  const [first, second] = (await enrol(town.admin, id, households)).map((each) => each.id);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const of = (enrolment: string) => ({ session: sessions[0], attendances: [{ enrolment, attended: true }] });
  const application = await registerApplication(platform, ['TOWN_READ', 'ENROLMENT_READ']);
  await consent(town, application, ['TOWN_READ', 'ENROLMENT_READ']);
  const reading = await clientOf(platform, application, 'town:read enrolment:read');
  await changesNothing(platform, town, async () => {
    expect(await member.refused('recordAttendance', of(second))).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.attendances.0.enrolment' },
    });
    expect(await other.admin.refused('recordAttendance', of(first))).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.session' },
    });
    expect(await reading.refused('recordAttendance', of(first))).toMatchObject({ code: 'FORBIDDEN' });
  });
  expect((await member.do('recordAttendance', of(first), 'session { attended }')).session).toEqual({ attended: 1 });
});
