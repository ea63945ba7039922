import { type RawBuilder, sql } from 'kysely';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { withinReach } from '../households/within-reach.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPageTogether } from '../schema/pages-together.ts';
import type { DeliberationType } from './deliberation.type.ts';
import { reachesUnit } from './deliberation-reach.ts';
import { type ObjectionRow, objectionOf, selectObjections } from './objection-rows.ts';
import type { ObjectionsArgs, VotersArgs } from './vote.input.ts';
import type { DeliberationObjectionType, DeliberationVoterType } from './vote.type.ts';
import { selectVoters, type VoterRow, voterOf } from './voter-rows.ts';

/**
 * A page of who may vote in a deliberation and whose votes the viewer records, in the order in which they were put down.
 * Errors: BAD_INPUT on voters where `withoutReason` is asked without a purpose or by who does not manage the deliberation, on first, last, after
 * or before.
 */
export async function listVoters(
  desk: Desk,
  ctx: Context,
  deliberation: DeliberationType,
  args: VotersArgs,
): Promise<Connection<DeliberationVoterType>> {
  const { voted, withoutReason } = args.filter ?? {};
  const conditions = [await ofDeliberation(desk, ctx, deliberation)];
  const vote = sql`select from deliberation_vote v where v.town_id = e.town_id and v.voter_id = e.id and v.withdrawn_at is null`;
  if (voted != null) conditions.push(voted ? sql`exists (${vote})` : sql`not exists (${vote})`);
  if (withoutReason) {
    // Whoever is listed voted against it.
    requirePurpose(ctx, 'voters');
    ctx.personalReadings.add(desk.town, 'DeliberationVoter.votes', []);
    const { townId, unitUuid } = deliberation;
    const manages = await reachesUnit(desk, ctx.signedIn, 'deliberation:manage', townId, unitUuid);
    conditions.push(sql`${manages}::boolean and exists (${vote} and v.choice = 'AGAINST' and not exists (
      select from deliberation_objection o where o.town_id = v.town_id and o.vote_id = v.id and not o.withdrawn))`);
  }
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const page = await orderedPageTogether(
    desk,
    ['pages of voters', args],
    args,
    {
      ...{ by: 'e.id', type: 'uuid', id: 'e.id', latestFirst: false },
      keyOf: ({ id }: VoterRow) => ({ by: id, uuid: id }),
    },
    {
      rows: selectVoters(desk).where(all),
      counted: desk.db
        .selectFrom('deliberation_voter as e')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where(all),
    },
  );
  return fillPage(page, async (row) => voterOf(row));
}

/** A page of the objections of those whose votes the viewer records, the first one first. Errors: BAD_INPUT on first, last, after or before. */
export async function listObjections(
  desk: Desk,
  ctx: Context,
  deliberation: DeliberationType,
  args: ObjectionsArgs,
): Promise<Connection<DeliberationObjectionType>> {
  const conditions = [await ofDeliberation(desk, ctx, deliberation), sql`not o.withdrawn`];
  if (args.answered != null) conditions.push(sql`o.answered = ${args.answered}`);
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const page = await orderedPageTogether(
    desk,
    ['pages of objections', args],
    args,
    {
      ...{ by: 'o.recorded_at', type: 'timestamptz', id: 'o.id', latestFirst: false },
      keyOf: (row: ObjectionRow) => ({ by: row.recorded_at, uuid: row.id }),
    },
    {
      rows: selectObjections(desk).where(all),
      counted: desk.db
        .selectFrom('deliberation_objection as o')
        .innerJoin('deliberation_vote as v', (join) =>
          join.onRef('v.town_id', '=', 'o.town_id').onRef('v.id', '=', 'o.vote_id'),
        )
        .innerJoin('deliberation_voter as e', (join) =>
          join.onRef('e.town_id', '=', 'v.town_id').onRef('e.id', '=', 'v.voter_id'),
        )
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where(all),
    },
  );
  return fillPage(page, async (row) => objectionOf(row));
}

/** In SQL, of a voter `e`: that they vote in a deliberation, and the viewer records their votes. */
async function ofDeliberation(
  desk: Desk,
  ctx: Context,
  { townId, uuid, unitUuid }: DeliberationType,
): Promise<RawBuilder<unknown>> {
  const own = sql`e.town_id = ${townId} and e.deliberation_id = ${uuid}`;
  const people = await reachesUnit(desk, ctx.signedIn, 'deliberation:record', townId, unitUuid);
  const households = await withinReach(desk, ctx.signedIn, 'deliberation:record', sql`e.household_id`);
  return sql`${own} and case when e.household_id is null then ${people}::boolean else ${households} end`;
}
