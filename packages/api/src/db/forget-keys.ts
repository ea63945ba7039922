import { remembered } from './change.ts';
import type { Desk } from './door.ts';
import { platformTownId } from './idempotency.entity.ts';

/** Deletes the idempotency records of the desk's town, or of the platform, that are older than they are remembered. */
export async function forgetKeys({ db, seat, now }: Desk): Promise<void> {
  await db
    .deleteFrom('idempotency_record')
    .where('town_id', '=', seat.role === 'app_town' ? seat.town : platformTownId)
    .where('created_at', '<', new Date(now.getTime() - remembered))
    .execute();
}
