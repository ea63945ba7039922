import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { KeptSecretType } from './kept-secret.type.ts';

/** Where secrets are kept, by the types of their ids, and whose they are there. */
const kept = {
  ApplicationSecret: { table: 'application_secret', holder: 'application_id' },
  WebhookSecret: { table: 'webhook_secret', holder: 'endpoint_id' },
} as const;

type SecretKind = keyof typeof kept;

/** Secrets that somebody has in use at once: the one, and the one that takes over. */
export const mostSecrets = 2;

/** The secrets in use of some that have such, the oldest first. One statement. */
export async function secretsInUse(
  { db }: Desk,
  kind: SecretKind,
  holders: readonly string[],
): Promise<KeptSecretType[][]> {
  const { table, holder } = kept[kind];
  const { rows } = await sql<{ id: string; holder: string; hint: string; createdAt: Date }>`
    select id, ${sql.ref(holder)} as holder, hint, created_at as "createdAt" from ${sql.table(table)}
    where ${sql.ref(holder)} = ${anyOf(new Set(holders))} and revoked_at is null
    order by created_at, id`.execute(db);
  return holders.map((each) =>
    rows
      .filter((row) => row.holder === each)
      .map(({ id, hint, createdAt }) => ({ id: globalId(kind, 0, id), hint, createdAt })),
  );
}

/** How many secrets somebody has in use, who is held so that nobody makes or revokes one meanwhile. */
export async function countSecrets(desk: Desk, kind: SecretKind, holder: string): Promise<number> {
  const [secrets = []] = await secretsInUse(desk, kind, [holder]);
  return secrets.length;
}

/** The key of a secret in use, and of whose it is. Errors: NOT_FOUND on `field`. */
export async function requireSecret(
  { db }: Desk,
  kind: SecretKind,
  id: string,
  field: string,
): Promise<{ key: string; holder: string }> {
  const { townId, key } = requireId(id, kind, field);
  const { table, holder } = kept[kind];
  const { rows } = await sql<{ holder: string }>`
    select ${sql.ref(holder)} as holder from ${sql.table(table)} where id = ${key} and revoked_at is null`.execute(db);
  if (!rows[0] || townId !== 0) throw notFound(field);
  return { key, holder: rows[0].holder };
}

/** Revokes a secret, once. */
export async function endSecret({ db, now }: Desk, kind: SecretKind, key: string): Promise<void> {
  const { table } = kept[kind];
  await sql`update ${sql.table(table)} set revoked_at = ${now} where id = ${key} and revoked_at is null`.execute(db);
}
