import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';

const platform = testPlatform();

it('what somebody agreed to have shown ends a day after they are in no team any more, with their telephone; who is in one stays', async () => {
  const town = await platform.newTown();
  const { admin } = town;
  const team = await town.formTeam(await town.openUnit());
  const people: { person: string; member: string }[] = [];
  for (const name of ['王秀英', '李国强']) {
    const person = await town.person(name);
    const joining = { team, person, role: 'VOLUNTEER' };
    people.push({ person, member: (await admin.do('joinTeam', joining, 'member { id }')).member.id });
    await admin.do('agreeToPublication', { person, telephone: '13800138000' }, 'person { id }');
  }
  await admin.do('leaveTeam', { member: people[0]?.member }, 'member { id }');
  const kept = () =>
    platform.database.sql(
      `select p.name, a.telephone, a.ended_at is not null as ended, a.ended_by from publication a
       join person p on p.town_id = a.town_id and p.id = a.person_id where a.town_id = $1 order by p.name desc`,
      [Number(town.code)],
    );
  const task = tasks.find((each) => each.task.name === 'forget-publications')?.task;
  if (!task) throw new Error('There is no such task');
  await doJobs(platform, tasks);
  const both = await kept();
  await addRound(platform, task);
  await allDone(platform, task);
  // Who has agreed today may be about to join.
  expect(await kept()).toEqual(both);
  await platform.database.sql(`update publication set recorded_at = recorded_at - interval '24 hours 1 minute'`);
  for (let time = 0; time < 2; time++) {
    await addRound(platform, task);
    await allDone(platform, task);
    expect(await kept()).toEqual([
      { name: '王秀英', telephone: null, ended: true, ended_by: null },
      { name: '李国强', telephone: '13800138000', ended: false, ended_by: null },
    ]);
  }
});
