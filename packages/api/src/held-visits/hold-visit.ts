import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Refusal } from '../errors.ts';
import { readGlobalId } from '../schema/global-id.ts';
import type { RecordVisitInput } from '../visits/visit.input.ts';

/** A visit that was sent later, with what its client must tell of it. */
export type LaterVisit = RecordVisitInput & { clientId: string; notedAt: Date };

/** Keeps a visit that could not be taken, with the reason; sent again, it is the same one. Returns its id in the town. */
export async function holdVisit(desk: Desk, actor: Actor, visit: LaterVisit, refusal: Refusal): Promise<string> {
  const { field, values } = refusal.detail;
  const reason = {
    code: refusal.code,
    message_key: refusal.messageKey,
    message_values: values ?? {},
    field: field ?? null,
    tried_at: desk.now,
  };
  const held = await desk.db
    .insertInto('held_visit')
    .values({
      town_id: desk.town,
      id: newId(),
      client_id: visit.clientId,
      account_id: actor.accountId,
      teams: actor.assignments.flatMap(({ townId, teamId }) => (townId === desk.town && teamId ? [teamId] : [])),
      household_id: (await householdNamed(desk, visit.household)) ?? null,
      sent: {
        household: visit.household,
        visitedOn: visit.visitedOn ?? null,
        notedAt: visit.notedAt.toISOString(),
        way: visit.way,
        visitors: visit.visitors,
        situation: visit.situation,
        demand: visit.demand,
        service: visit.service,
        outcome: visit.outcome ?? null,
        requests: visit.requests ?? [],
      },
      ...reason,
      received_at: desk.now,
      settled: null,
      settled_at: null,
      settled_by: null,
      settled_reason: null,
    })
    .onConflict((known) => known.columns(['town_id', 'account_id', 'client_id']).doUpdateSet(reason))
    .returning('id')
    .executeTakeFirstOrThrow();
  return held.id;
}

async function householdNamed(desk: Desk, id: string): Promise<string | undefined> {
  const named = readGlobalId(id);
  if (named?.type !== 'Household' || named.townId !== desk.town) return undefined;
  const row = await desk.db
    .selectFrom('household')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', named.key)
    .executeTakeFirst();
  return row?.id;
}
