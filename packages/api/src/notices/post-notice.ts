import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { getTeamFor } from '../teams/find-team.ts';
import type { TeamType } from '../teams/team.type.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { NoticeType, PostNoticeInput } from './notice.type.ts';
import { noticeOf, selectNotices } from './notices-on.ts';

/** How many days ago a notice may have begun. */
const longestLate = 7;

/** How many notices of a team a board has room for at a time. */
const most = 20;

/** A notice and its team, as a change has left them. */
interface Posted {
  notice: NoticeType;
  team: TeamType;
}

/**
 * The first day on which a notice is shown: the one given, or today. The board is public, and what it showed on a day stays to be
 * read: one dated back would say that everybody could have known what nobody was told. A week is left for what hung on the board
 * at the block, which is printed (systems.md, section 2), before somebody entered it, over a public holiday too.
 * Errors: BAD_INPUT on input.from more than seven days ago, or more than five years ahead.
 */
export function dayOfNotice(given: string | null | undefined, today: string): string {
  const from = dayOfChange(given, today, 'input.from');
  const first = Temporal.PlainDate.from(today).subtract({ days: longestLate }).toString();
  if (from < first) throw badInput('input.from', 'noticeLate', { days: longestLate, date: first });
  return from;
}

/**
 * Posts a notice of a team from a day on, until `to` or until it is taken down.
 * Errors: NOT_FOUND on input.team; BAD_INPUT on input.title, text, from or to; CONFLICT where the team is disbanded by then, or
 * shows as many as a board has room for.
 */
export async function postNotice(
  desk: Desk,
  actor: Actor,
  input: PostNoticeInput,
  { from, to }: { from: string; to: string | null },
): Promise<Posted> {
  await lockSettings(desk);
  const { townId, key } = requireId(input.team, 'Team', 'input.team');
  const team = await getTeamFor(desk, actor, 'notice:post', { townId, asOf: from, uuid: key }, 'input.team');
  if (team.validTo !== null && team.validTo <= from) throw conflict('teamClosed', 'input.team');
  if (from < team.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: team.validFrom });
  if (to !== null && to <= from) throw badInput('input.to', 'dateBeforeBeginning', { date: from });
  const title = oneLine(input.title, 'input.title');
  const text = paragraphs(input.text, 'input.text');
  const beside = await desk.db
    .selectFrom('notice')
    .select(['valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .where('team_id', '=', key)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .$if(to !== null, (query) => query.where('valid_from', '<', to))
    .execute();
  // The board is fullest on a day on which one begins.
  const days = [from, ...beside.map((each) => each.from).filter((day) => day > from)];
  const fullest = Math.max(...days.map((day) => beside.filter((each) => holdsOn(each, day)).length));
  if (fullest >= most) throw conflict('boardFull', 'input.team', { most });
  const id = newId();
  const posted = { posted_at: desk.now, posted_by: actor.accountId };
  await desk.db
    .insertInto('notice')
    .values({ town_id: desk.town, id, team_id: key, title, text, valid_from: from, valid_to: to, ...posted })
    .execute();
  return { notice: await readNotice(desk, id), team };
}

/**
 * Takes a notice down; `on` is the first day without it: today unless told, or its first day where that is to come.
 * Errors: NOT_FOUND on input.notice; BAD_INPUT on input.on before its beginning; CONFLICT where it is not shown by then.
 */
export async function takeDownNotice(desk: Desk, actor: Actor, id: string, told: string | null): Promise<Posted> {
  await lockSettings(desk);
  const row = await selectNotices(desk).where('town_id', '=', desk.town).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('input.notice');
  const today = dayOf(desk.now);
  const on = told ?? [row.valid_from, today].sort().at(-1) ?? today;
  const key = { townId: desk.town, asOf: on, uuid: row.team_id };
  const team = await getTeamFor(desk, actor, 'notice:post', key, 'input.notice');
  if (row.valid_to !== null && row.valid_to <= on) throw conflict('noticeOver', 'input.notice', { date: row.valid_to });
  if (on < row.valid_from) throw badInput('input.on', 'dateBeforeBeginning', { date: row.valid_from });
  await desk.db
    .updateTable('notice')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  return { notice: await readNotice(desk, id), team };
}

async function readNotice(desk: Desk, id: string): Promise<NoticeType> {
  return noticeOf(
    await selectNotices(desk).where('town_id', '=', desk.town).where('id', '=', id).executeTakeFirstOrThrow(),
  );
}
