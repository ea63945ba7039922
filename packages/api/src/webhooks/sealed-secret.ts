import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

interface SealedSecret {
  id: string;
  sealed: Uint8Array;
  key_id: string;
}

/** Seals a secret for the row of an id. */
export function sealSecret({ sealing }: Desk, id: string, secret: string): SealedSecret {
  const { sealed, keyId } = sealing.seal(secret, boundTo(id));
  return { id, sealed, key_id: keyId };
}

/** Opens a secret. Throws where the key is not known here. */
export function openSecret({ sealing }: Desk, { id, sealed, key_id }: SealedSecret): string {
  return sealing.open({ sealed, keyId: key_id }, boundTo(id));
}

/**
 * Seals with the present key the secrets that other keys sealed. Tells how many, and how many a key sealed that is not there, by
 * its id.
 */
export function resealSecrets(orm: Orm): Promise<{ resealed: number; unknown: Record<string, number> }> {
  return atDesk(orm, { role: 'app_webhook', town: 0 }, new Date(), 'write', async (desk) => {
    const rows = await desk.db
      .selectFrom('webhook_secret')
      .select(['id', 'sealed', 'key_id'])
      .where('key_id', '<>', desk.sealing.presentKeyId)
      .forUpdate()
      .execute();
    const known = rows.filter(({ key_id }) => desk.sealing.knows(key_id));
    for (const row of known) {
      const { id, sealed, key_id } = sealSecret(desk, row.id, openSecret(desk, row));
      await desk.db
        .updateTable('webhook_secret')
        .set({ sealed: Buffer.from(sealed), key_id })
        .where('id', '=', id)
        .execute();
    }
    const strange = Object.groupBy(
      rows.filter((row) => !known.includes(row)),
      ({ key_id }) => key_id,
    );
    return {
      resealed: known.length,
      unknown: Object.fromEntries(Object.entries(strange).map(([key, some]) => [key, some?.length ?? 0])),
    };
  });
}

function boundTo(id: string): string {
  return `webhook_secret ${id}`;
}
