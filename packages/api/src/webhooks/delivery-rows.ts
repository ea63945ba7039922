import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { globalId } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { WebhookDeliveriesArgs } from './webhook.input.ts';
import type { WebhookDeliveryType } from './webhook.type.ts';

const columns = [
  ...(['town_id', 'id', 'global_endpoint_id', 'event_id', 'event', 'about', 'object_id', 'object_version'] as const),
  ...(['happened_at', 'state', 'attempts', 'attempted_at', 'due_at', 'status', 'fault', 'took', 'answer'] as const),
];

/** A page of the deliveries to an endpoint of the desk’s account, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function listDeliveries(
  desk: Desk,
  endpoint: string,
  { state, ...args }: WebhookDeliveriesArgs,
): Promise<Connection<WebhookDeliveryType>> {
  const chosen = desk.db
    .selectFrom('webhook_delivery')
    .where('global_endpoint_id', '=', endpoint)
    .$if(state != null, (query) => query.where('state', '=', state ?? 'WAITING'));
  const page = await orderedPage(
    args,
    {
      ...{ by: 'happened_at', type: 'timestamptz', id: 'id', latestFirst: true },
      keyOf: ({ happened_at: by, id: uuid }: DeliveryRow) => ({ by, uuid }),
    },
    chosen.select(columns),
    chosen.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => deliveryOf(row));
}

/** Batch of deliveries of the desk’s account by their keys: the policy of the table shows it no others. One statement. */
export async function deliveriesById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(WebhookDeliveryType | undefined)[]> {
  const rows = await selectDeliveries(desk)
    .where('id', 'in', idsOf(keys))
    .where('town_id', 'in', townsOf(keys))
    .execute();
  return paired(keys, rows, 'id', deliveryOf);
}

function selectDeliveries({ db }: Desk) {
  return db.selectFrom('webhook_delivery').select(columns);
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number];

function deliveryOf(row: DeliveryRow): WebhookDeliveryType {
  const { town_id: townId, about, object_id: object } = row;
  return {
    typename: 'WebhookDelivery',
    id: globalId('WebhookDelivery', townId, row.id),
    ...{ townId, uuid: row.id, endpointUuid: row.global_endpoint_id, eventId: row.event_id, event: row.event },
    townCode: townId === 0 ? null : String(townId),
    object: about && object ? globalId(about, townId, object) : null,
    ...{ objectVersion: row.object_version, happenedAt: row.happened_at, state: row.state },
    ...{ attempts: row.attempts, attemptedAt: row.attempted_at, dueAt: row.state === 'WAITING' ? row.due_at : null },
    ...{ responseStatus: row.status, fault: row.fault, duration: row.took, responseBody: row.answer },
  };
}
