import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { contented, explained, raise, take } from '../requests/request.fixture.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { foldTask } from './fold-summaries.ts';

const platform = testPlatform();

/** What the summary of a town says, a line a measure, month and block; blocks by their place among the given ones. */
async function kept(town: TestTown, blocks: readonly string[]): Promise<string[]> {
  const rows = await platform.database.sql<{ measure: string; month: string; block: string; count: number }>(
    `select measure, to_char(month, 'YYYY-MM') as month, block_id as block, sum(count)::int as count from fact_summary
     where town_id = $1 group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`,
    [town.code],
  );
  const places = new Map(blocks.map((id, index) => [uuidOf(id), index]));
  return rows.map(({ measure, month, block, count }) => `${measure} ${month} ${places.get(block)} ${count}`);
}

/** The id within the town that a global id carries. */
function uuidOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':').at(-1) ?? '';
}

async function rowsOf(town: TestTown): Promise<number> {
  return (await platform.database.sql('select from fact_summary where town_id = $1', [town.code])).length;
}

describe('the summary of a block', () => {
  it('counts a visit with its recording, in the other month with its correction, and no more once it is withdrawn', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    await town.admin.do('moveHousehold', { household, block: blocks[1], from: '2024-03-01' }, 'household { id }');
    const visit = await recordVisit(town, household, '2024-02-29');
    await recordVisit(town, household, '2024-03-01');
    expect(await kept(town, blocks)).toEqual(['contact 2024-02 0 1', 'contact 2024-03 1 1']);
    await town.admin.do(
      'reviseVisit',
      { visit, expectedVersion: 1, visitedOn: '2024-03-31', reason: '日期有误' },
      'visit { id }',
    );
    expect(await kept(town, blocks)).toEqual(['contact 2024-03 1 2']);
    await town.admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
    expect(await kept(town, blocks)).toEqual(['contact 2024-03 1 1']);
  });

  it('follows what becomes of a request, with each step', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const raised = await raise(town, { household, on: '2024-05-06', ...explained(await town.person()) });
    const raisedOnly = ['request 2024-05 0 1', 'request-reported 2024-05 0 1'];
    const handled = ['request-completion 2024-05 0 1', 'request-grassroots 2024-05 0 1'].concat(raisedOnly).sort();
    expect(await kept(town, blocks)).toEqual(handled);
    await take(town.admin, 'followUpRequest', raised.id, { ...contented, satisfaction: 'DISSATISFIED' });
    expect(await kept(town, blocks)).toEqual([...raisedOnly, 'request-follow-up 2024-05 0 1'].sort());
    const before = await kept(town, blocks);
    const wrong = await raise(town, { household, on: '2024-05-07' });
    expect(await kept(town, blocks)).toContain('request 2024-05 0 2');
    await take(town.admin, 'withdrawRequest', wrong.id, { reason: '误录' });
    expect(await kept(town, blocks)).toEqual(before);
  });

  it('is brought together by a job, and says the same after it', async () => {
    const { town, blocks, households } = await settledTown(platform, 6);
    const visits = [];
    for (const household of households) visits.push(await recordVisit(town, household, '2024-02-01'));
    await town.admin.do('withdrawVisit', { visit: visits[0], reason: '重复' }, 'visit { id }');
    await town.admin.do(
      'withdrawVisit',
      { visit: await recordVisit(town, households[0], '2024-01-01'), reason: '误' },
      'visit { id }',
    );
    // Of each of the seven visits also that its record was in order, and then that it was noted late.
    expect(await rowsOf(town)).toBe(9 + 2 * 7);
    await doJobs(platform, [{ task: foldTask }]);
    await addRound(platform, foldTask);
    await allDone(platform, foldTask);
    expect(await rowsOf(town)).toBe(1);
    expect(await kept(town, blocks)).toEqual(['contact 2024-02 0 5']);
    await recordVisit(town, households[0], '2024-02-02');
    expect(await kept(town, blocks)).toEqual(['contact 2024-02 0 6']);
  });

  it('keeps nobody waiting who records in the same block and month', async () => {
    const { town, blocks, households } = await settledTown(platform, 2);
    await recordVisit(town, households[0], '2024-02-01');
    const seat = { role: 'app_town', town: Number(town.code) } as const;
    const input = await visitInput(town, households[1], '2024-02-03');
    await atDesk(platform.database.orm, seat, new Date(), 'write', async (desk) => {
      await desk.run(`update visit set visited_on = '2024-02-02' where town_id = $1`, [desk.town]);
      await desk.run(`update visit set withdrawn_at = now() where town_id = $1`, [desk.town]);
      await town.admin.do('recordVisit', input, 'visit { id }');
      expect(await kept(town, blocks)).toEqual(['contact 2024-02 0 2']);
    });
    expect(await kept(town, blocks)).toEqual(['contact 2024-02 0 1']);
  });

  it('takes no row of another town', async () => {
    const [mine, other] = [await settledTown(platform, 1), await platform.newTown()];
    await recordVisit(mine.town, mine.households[0]);
    const seat = { role: 'app_town', town: Number(other.code) } as const;
    const adding = atDesk(platform.database.orm, seat, new Date(), 'write', (desk) =>
      desk.run(
        `insert into fact_summary (town_id, measure, month, block_id, id, count)
         values ($1, 'contact', '2024-02-01', gen_random_uuid(), gen_random_uuid(), 1)`,
        [Number(mine.town.code)],
      ),
    );
    await expect(adding).rejects.toMatchObject({ code: '42501' });
  });
});
