import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { categoriesOf, categorize, heldBy } from '../categories/category.fixture.ts';
import { setRule } from '../contact-rules/contact-rule.fixture.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { contented, explained, raise, subject, take } from '../requests/request.fixture.ts';
import { dayAfter, dayOf } from '../today.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { remind } from './remind.ts';

const platform = testPlatform();
/** Does this morning's work of a town, whether it works today or not. */
function morning({ code }: TestTown): Promise<void> {
  return atDesk(platform.database.orm, { role: 'app_town', town: Number(code) }, new Date(), 'write', remind);
}

/** Has a town work on a day, or not. */
async function works(town: TestTown, working: boolean, day = dayOf(new Date())): Promise<void> {
  await town.admin.do('settleWorkingDay', { town: town.code, day, working, name: '安排' }, 'town { code }');
}

const query = `{ viewer { unseenReminders reminders { kind since seenAt town { code } request { id number } } } }`;

/** What somebody is reminded of, as "kind day". */
async function told(client: ApiClient): Promise<string[]> {
  const { viewer } = await client.ask(query);
  return viewer.reminders.map(({ kind, since }: Data) => `${kind} ${since}`);
}

/** An account with a role that acts as a person, and the person. */
async function acting(town: TestTown, role: 'TEAM_LEAD' | 'TEAM_MEMBER' | 'UNIT_OFFICER', place: object) {
  const client = await town.account(role, place);
  const person = await town.person();
  const { account } = (await client.ask('{ viewer { account { name } } }')).viewer;
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!, $name: String) { town(code: $code) { accounts(first: 100, filter: { name: $name }) { nodes { id name } } } }',
    { code: town.code, name: account.name },
  );
  await town.admin.do('linkAccountToPerson', { account: read.accounts.nodes[0].id, person }, 'account { id }');
  return { client, person };
}

/** A town with a block, its lead, a member who can hold requests, the officer of its unit, and a household. */
async function staffed() {
  const { town, blocks, households } = await settledTown(platform, 1);
  await works(town, true);
  const team = await town.formTeam(blocks[0]);
  const lead = await town.account('TEAM_LEAD', { team });
  const member = await acting(town, 'TEAM_MEMBER', { team });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  return { town, household: households[0], lead, member, officer };
}

describe('on the morning of a working day', () => {
  it('the holder of a request is reminded before its deadline, or, where nobody holds it, who has charge of its level', async () => {
    const { town, household, lead, member, officer } = await staffed();
    const later = await raise(town, { household }, 'id dueOn');
    await morning(town);
    expect(later.dueOn > dayOf(new Date())).toBe(true);
    expect([await told(member.client), await told(lead)]).toEqual([[], []]);
    const today = { town: town.code, subject: await subject(town), level: 'BLOCK', workingDays: 0 };
    await town.admin.do('setDeadline', today, 'town { code }');
    const { id, dueOn } = await raise(town, { household }, 'id dueOn');
    const other = await raise(town, { household }, 'id dueOn');
    await take(town.admin, 'acceptRequest', id, { holder: member.person });
    await morning(town);
    expect(await told(member.client)).toEqual([`DUE_SOON ${dueOn}`]);
    expect(await told(lead)).toEqual([`DUE_SOON ${other.dueOn}`]);
    expect([await told(officer), await told(town.admin)]).toEqual([[], []]);
    const { viewer } = await lead.ask(query);
    expect(viewer).toMatchObject({
      unseenReminders: 1,
      reminders: [{ seenAt: null, town: { code: town.code }, request: { id: other.id } }],
    });
  });

  it('both are reminded of what is overdue, once however often it is done, until it is done, and of a new deadline anew', async () => {
    const { town, household, lead, member, officer } = await staffed();
    const { id, dueOn } = await raise(town, { household, on: '2026-03-02' }, 'id dueOn');
    await take(town.admin, 'acceptRequest', id, { holder: member.person, on: '2026-03-03' });
    for (let time = 0; time < 3; time++) await morning(town);
    const overdue = [`OVERDUE ${dueOn}`];
    expect([await told(member.client), await told(lead), await told(officer)]).toEqual([overdue, overdue, []]);
    const up = await take(lead, 'escalateRequest', id, { reason: '要换树', on: '2026-03-04' }, 'dueOn');
    expect([await told(member.client), await told(lead), await told(officer)]).toEqual([[], [], []]);
    await morning(town);
    expect(await told(officer)).toEqual([`OVERDUE ${up.dueOn}`]);
    const stored = 'select count(*)::int from reminder where town_id = $1';
    expect(await platform.database.sql(stored, [town.code])).toEqual([{ count: 1 }]);
    await take(town.admin, 'withdrawRequest', id, { reason: '误报' });
    expect(await told(officer)).toEqual([]);
  });

  it('they are reminded of what was handled and nobody has followed up for three working days', async () => {
    const { town, household, lead, member } = await staffed();
    await raise(town, { household, ...explained(member.person) });
    await morning(town);
    expect([await told(member.client), await told(lead)]).toEqual([[], []]);
    const { id } = await raise(town, { household, on: '2026-03-02', ...explained(member.person) });
    await morning(town);
    const missing = ['FOLLOW_UP 2026-03-02'];
    expect([await told(member.client), await told(lead)]).toEqual([missing, missing]);
    await take(lead, 'followUpRequest', id, contented);
    expect([await told(member.client), await told(lead)]).toEqual([[], []]);
  });

  it('who held it and holds it no more is reminded no more', async () => {
    const { town, household, member, lead } = await staffed();
    const { id } = await raise(town, { household, on: '2026-03-02' });
    await take(town.admin, 'acceptRequest', id, { holder: member.person, on: '2026-03-03' });
    await morning(town);
    expect(await told(member.client)).toHaveLength(1);
    await take(lead, 'acceptRequest', id, { holder: await town.person(), on: '2026-03-11' });
    expect(await told(member.client)).toEqual([]);
    expect(await told(lead)).toHaveLength(1);
  });

  it('where a level has nobody, the next above is reminded: of a block without a lead the unit, of one without officers the town', async () => {
    const { town, households } = await settledTown(platform, 1);
    await works(town, true);
    await raise(town, { household: households[0], on: '2026-03-02' });
    await morning(town);
    expect(await told(town.admin)).toHaveLength(1);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    await raise(town, { household: households[0], on: '2026-03-02' });
    await morning(town);
    expect(await told(officer)).toHaveLength(2);
    expect(await told(town.admin)).toHaveLength(1);
  });
});

describe('a household that must be visited at once', () => {
  it('is told to its teams when the first visit is due, until somebody has been there or its category ends', async () => {
    const { town, household, lead, member, officer } = await staffed();
    const ids = await categoriesOf(town);
    const today = dayOf(new Date());
    const visits = async (client: ApiClient) => (await told(client)).filter((each) => each.startsWith('VISIT'));
    await categorize(town.admin, household, ids.独居老人, '2024-03-01');
    await categorize(town.admin, household, ids.教师, '2024-02-01');
    for (let time = 0; time < 2; time++) await morning(town);
    expect(await visits(lead)).toEqual(['VISIT 2024-03-01']);
    expect(await visits(member.client)).toEqual(['VISIT 2024-03-01']);
    expect([await visits(officer), await visits(town.admin)]).toEqual([[], []]);
    const query = '{ viewer { reminders { request { id } household { id code } } } }';
    const { reminders } = (await lead.ask(query)).viewer;
    expect(reminders).toMatchObject([{ request: null, household: { id: household } }]);
    // The rule asks for a visit at home.
    const calling = await visitInput(town, household, today, { way: 'TELEPHONE' });
    await town.admin.do('recordVisit', calling, 'visit { id }');
    expect(await visits(lead)).toHaveLength(1);
    const visit = await recordVisit(town, household, today);
    expect([await visits(lead), await visits(member.client)]).toEqual([[], []]);
    await town.admin.do('withdrawVisit', { visit, reason: '误记' }, 'visit { id }');
    expect(await visits(lead)).toHaveLength(1);
    const held = await heldBy(town.admin, household);
    await town.admin.do('endHouseholdCategory', { householdCategory: held.独居老人 }, 'household { id }');
    expect(await visits(lead)).toEqual([]);
    await morning(town);
    const stored = 'select count(*)::int from reminder where town_id = $1';
    expect(await platform.database.sql(stored, [town.code])).toEqual([{ count: 0 }]);
  });

  it('is told neither before that, nor to whom it is out of reach by now', async () => {
    const { town, household, lead } = await staffed();
    const ids = await categoriesOf(town);
    await setRule(town, { category: ids.独居老人, firstWithinDays: 30 });
    await categorize(town.admin, household, ids.独居老人, dayOf(new Date()));
    await morning(town);
    expect(await told(lead)).toEqual([]);
    await categorize(town.admin, household, ids.困难家庭, '2024-03-01');
    await morning(town);
    expect(await told(lead)).toHaveLength(1);
    const west = await town.openUnit({ from: '2023-01-01' });
    await town.admin.do('moveHousehold', { household, block: west }, 'household { id }');
    expect(await told(lead)).toEqual([]);
  });
});

describe('nobody is reminded', () => {
  it('on a day that the town does not work, and they are on a Saturday or Sunday that it works', async () => {
    const { town, household, lead } = await staffed();
    await raise(town, { household, on: '2026-03-02' });
    await works(town, false);
    await morning(town);
    expect(await told(lead)).toEqual([]);
    await works(town, true);
    await morning(town);
    expect(await told(lead)).toHaveLength(1);
  });

  it('of another town’s requests, or of one that is out of reach by now', async () => {
    const { town, household, lead } = await staffed();
    const elsewhere = await staffed();
    await raise(town, { household, on: '2026-03-02' });
    await morning(town);
    await morning(elsewhere.town);
    expect(await told(elsewhere.lead)).toEqual([]);
    expect(await told(lead)).toHaveLength(1);
    const west = await town.openUnit({ from: '2023-01-01' });
    await town.admin.do('moveHousehold', { household, block: west }, 'household { id }');
    expect(await told(lead)).toEqual([]);
  });
});

describe('reminders', () => {
  it('are new until their viewer has seen them; others’ stay new, and nobody sees them in another town', async () => {
    const { town, household, lead, member } = await staffed();
    const { id } = await raise(town, { household, on: '2026-03-02' });
    await take(town.admin, 'acceptRequest', id, { holder: member.person, on: '2026-03-03' });
    await morning(town);
    const elsewhere = await platform.newTown();
    const auditor = await town.account('AUDITOR');
    await changesNothing(platform, town, async () => {
      const refused = { code: 'NOT_FOUND', field: 'input.town' };
      expect(await elsewhere.admin.refused('seeReminders', { town: town.code })).toEqual(refused);
      expect((await auditor.refused('seeReminders', { town: town.code })).code).toBe('FORBIDDEN');
    });
    expect(await lead.do('seeReminders', { town: town.code }, 'seen')).toEqual({ seen: 1 });
    expect(await lead.do('seeReminders', { town: town.code }, 'seen')).toEqual({ seen: 0 });
    const unseen = async (client: ApiClient) => (await client.ask(query)).viewer.unseenReminders;
    expect([await unseen(lead), await unseen(member.client), await unseen(auditor)]).toEqual([0, 1, 0]);
    expect((await lead.ask(query)).viewer.reminders[0].seenAt).not.toBeNull();
    expect((await platform.operator.ask(query)).viewer.reminders).toEqual([]);
  });

  it('are made by a job in every town that works today', async () => {
    const towns = [await staffed(), await staffed()];
    for (const { town, household } of towns) {
      // Midnight may come in between.
      await works(town, true, dayAfter(dayOf(new Date())));
      await raise(town, { household, on: '2026-03-02' });
    }
    const planned = tasks.find(({ task }) => task.name === 'remind');
    if (!planned) throw new Error('There is no such task');
    expect(planned).toMatchObject({ minutes: '0', hours: '8' });
    await doJobs(platform, tasks);
    await addRound(platform, planned.task);
    await allDone(platform, planned.task);
    for (const { lead } of towns) expect(await told(lead)).toHaveLength(1);
  });
});
