import { openTownAccount } from '../../api/src/accounts/open-account.ts';
import { atDesk, type Desk } from '../../api/src/db/door.ts';
import { newId } from '../../api/src/db/new-id.ts';
import { liveIn } from '../../api/src/demo/demo-life.ts';
import { happened, opening } from '../../api/src/demo/demo-past.ts';
import { begun, growDemoTree } from '../../api/src/demo/demo-tree.ts';
import { globalId } from '../../api/src/schema/global-id.ts';
import { teamsOfTowns } from '../../api/src/teams/read-teams.ts';
import { dayOf } from '../../api/src/today.ts';
import { ask, type BenchPlatform, type BenchTown } from './platform.ts';
import { many } from './town.ts';

/** A block with a team, somebody who works in that, and a household; ids are global ones but for the last. */
export interface WorkPlace {
  block: string;
  household: string;
  /** The member of the team as the person who makes visits. */
  person: string;
  token: string;
  /** Asks the API of the bench's own process as that member. */
  ask: BenchTown['ask'];
  /** The id of the block in the town. */
  uuid: string;
  accountId: string;
}

/** A town as the full demo makes one, with members of as many of its teams as there are, four at the most. */
export interface LivingTown extends BenchTown {
  places: WorkPlace[];
  /** A subject of requests. */
  subject: string;
}

/** Makes a town with so many blocks, and households that were visited and asked for something, as the demo does. */
export async function livingTown(platform: BenchPlatform, blocks: number, households: number): Promise<LivingTown> {
  const town = await platform.newTown();
  const seat = { role: 'app_town', town: town.townId } as const;
  const made = await atDesk(platform.orm, seat, new Date(), 'write', async (desk) => {
    const villages = many(Math.min(blocks, 20), (each) => opening('VILLAGE', `${each}村`, null).step);
    await happened(desk, begun, '建镇', villages);
    await growDemoTree(desk, { code: town.code, blocks, teams: blocks, buildings: 0 });
    desk.forget();
    await liveIn(desk, households, begun);
    return { accounts: await openMembers(desk, town.code), subject: await firstSubject(desk) };
  });
  const places = await Promise.all(
    made.accounts.map(async (place) => {
      const token = await platform.tokenOf(place.accountId);
      return {
        ...place,
        token,
        ask: (query: string, variables: Record<string, unknown>) => ask(platform.url, token, query, variables),
      };
    }),
  );
  return { ...town, places, subject: made.subject };
}

async function openMembers(desk: Desk, code: string) {
  const today = dayOf(desk.now);
  const teams = (await desk.load(teamsOfTowns, { townId: desk.town, asOf: today })).slice(0, 4);
  const opened = [];
  for (const [index, { uuid: team, blockUuid }] of teams.entries()) {
    const account = { town: code, name: `member${index}`, displayName: '组员' };
    await openTownAccount(desk, account, { role: 'TEAM_MEMBER', unit_id: null, team_id: team }, today);
    const { account_id: accountId } = await desk.db
      .selectFrom('town_account')
      .select('account_id')
      .where('town_id', '=', desk.town)
      .where('name', '=', `member${index}-${code}`)
      .executeTakeFirstOrThrow();
    const { person_id } = await desk.db
      .selectFrom('team_member')
      .select('person_id')
      .where('town_id', '=', desk.town)
      .where('team_id', '=', team)
      .where('person_id', 'is not', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    await postNotices(desk, team, accountId, today);
    const { household_id } = await desk.db
      .selectFrom('household_block')
      .select('household_id')
      .where('town_id', '=', desk.town)
      .where('block_id', '=', blockUuid)
      .limit(1)
      .executeTakeFirstOrThrow();
    opened.push({
      accountId,
      uuid: blockUuid,
      block: globalId('Unit', desk.town, blockUuid),
      household: globalId('Household', desk.town, household_id),
      person: globalId('Person', desk.town, person_id ?? ''),
    });
  }
  return opened;
}

/** What a board usually shows of a team. */
async function postNotices(desk: Desk, team: string, accountId: string, today: string): Promise<void> {
  const notices = ['停水通知', '义诊服务', '垃圾分类', '消防检查', '议事会预告'].map((title) => ({
    ...{ town_id: desk.town, id: newId(), team_id: team, title, text: `${title}：具体安排请咨询组团成员。` },
    ...{ valid_from: today, valid_to: null, posted_at: desk.now, posted_by: accountId },
  }));
  await desk.db.insertInto('notice').values(notices).execute();
}

async function firstSubject(desk: Desk): Promise<string> {
  const { id } = await desk.db
    .selectFrom('request_subject')
    .select('id')
    .where('town_id', '=', desk.town)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow();
  return globalId('RequestSubject', desk.town, id);
}
