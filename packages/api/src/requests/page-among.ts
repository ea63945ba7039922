import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, type PageArgs, pageOf } from '../schema/connection.ts';
import type { RequestType } from './request.type.ts';
import { requestsById } from './request-rows.ts';
import { visibleTo } from './visible-requests.ts';

/** Requests of the desk's town by their ids, and who looks at them: the same for all that one operation asks. */
interface Among {
  actor: Actor;
  ids: readonly string[];
}

/** Batch of those among some requests that somebody may see, by their ids, the latest first. Five statements at the most. */
async function visibleAmong(desk: Desk, keys: readonly Among[]): Promise<string[][]> {
  const [first] = keys;
  if (!first) return [];
  const all = [...new Set(keys.flatMap(({ ids }) => ids))];
  const rows = await desk.db
    .selectFrom('request as r')
    .select('r.id')
    .where('r.town_id', '=', desk.town)
    .where(sql<boolean>`r.id = ${anyOf(all)}`)
    .where(await visibleTo(desk, first.actor))
    .orderBy('r.raised_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return keys.map(({ ids }) => {
    const asked = new Set(ids);
    return rows.flatMap(({ id }) => (asked.has(id) ? [id] : []));
  });
}

/**
 * A page of those among some requests of the desk's town that somebody may see, the latest first. The number of statements
 * is the same for however many such pages an operation asks.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function pageAmong(
  desk: Desk,
  actor: Actor,
  ids: readonly string[],
  args: PageArgs,
): Promise<Connection<RequestType>> {
  const page = pageOf(await desk.load(visibleAmong, { actor, ids }), args, (uuid) => uuid);
  const requests = await Promise.all(page.nodes.map((uuid) => desk.load(requestsById, { townId: desk.town, uuid })));
  const edges = page.edges.flatMap(({ cursor }, index) => {
    const node = requests[index];
    return node ? [{ cursor, node }] : [];
  });
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
