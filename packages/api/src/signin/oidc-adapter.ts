import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

/** Under this a record's id is kept: an id is a cookie, a code or a token, and whoever reads the table gets none. */
export function idHash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

/**
 * Keeps the OpenID provider's records of one kind in the table oidc_record, for all processes.
 * The payload is stored without the record's id, and without the session's id inside an interaction; `find` puts the
 * record's own id back. `findByUid` cannot: it answers a session without its id, which is enough to see whether the
 * session lives, whose it is and which grants it has, and that is all that it is asked for.
 */
export class OidcAdapter implements Adapter {
  constructor(
    readonly orm: Orm,
    readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    // PostgreSQL keeps no such character, and nobody needs it.
    if (JSON.stringify(payload).includes('\\u0000')) throw new errors.InvalidRequest('a value has a NUL character');
    const now = new Date();
    const record = {
      payload: withoutId(payload, id),
      account_id: payload.accountId ?? null,
      grant_id: payload.grantId ?? null,
      uid: payload.uid ?? null,
      expires_at: expiresIn === undefined ? null : new Date(now.getTime() + expiresIn * 1000),
    };
    const begunAt = payload.loginTs === undefined ? now : new Date(Math.round(payload.loginTs * 1000));
    await this.#write(now, ({ db }) =>
      db
        .insertInto('oidc_record')
        .values({ model: this.model, id_hash: idHash(id), ...record, begun_at: begunAt })
        .onConflict((conflict) =>
          conflict
            .columns(['model', 'id_hash'])
            .doUpdateSet(payload.loginTs === undefined ? record : { ...record, begun_at: begunAt }),
        )
        .execute(),
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const payload = await this.#read('id_hash', idHash(id));
    return payload && withId(payload, id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return await this.#read('uid', uid);
  }

  /** Only the device flow asks for this, and it is off. */
  async findByUserCode(): Promise<undefined> {}

  /** Marks a code as used. Throws InvalidGrant where another request has used it since this one read it. */
  async consume(id: string): Promise<void> {
    const now = new Date();
    const { numUpdatedRows } = await this.#write(now, ({ db }) =>
      db
        .updateTable('oidc_record')
        .set({ consumed_at: now })
        .where('model', '=', this.model)
        .where('id_hash', '=', idHash(id))
        .where('consumed_at', 'is', null)
        .executeTakeFirst(),
    );
    if (numUpdatedRows === 0n) throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.#write(new Date(), ({ db }) =>
      db.deleteFrom('oidc_record').where('model', '=', this.model).where('id_hash', '=', idHash(id)).execute(),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#write(new Date(), ({ db }) =>
      db.deleteFrom('oidc_record').where('model', '=', this.model).where('grant_id', '=', grantId).execute(),
    );
  }

  #read(column: 'id_hash' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const now = new Date();
    return atDesk(this.orm, { role: 'app_signin' }, now, 'read', async ({ db }) => {
      const record = await db
        .selectFrom('oidc_record')
        .select(['payload', 'consumed_at'])
        .where('model', '=', this.model)
        .where(column, '=', value)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
        .executeTakeFirst();
      return record && { ...record.payload, ...(record.consumed_at === null ? {} : { consumed: true }) };
    });
  }

  #write<T>(now: Date, work: (desk: Desk) => Promise<T>): Promise<T> {
    return atDesk(this.orm, { role: 'app_signin' }, now, 'write', work);
  }
}

/** An interaction's return address ends with the interaction's id; its session entry repeats the session's. */
function withoutId({ jti, ...payload }: AdapterPayload, id: string): Record<string, unknown> {
  const { returnTo, session } = payload;
  return {
    ...payload,
    ...(returnTo?.endsWith(id) ? { returnTo: returnTo.slice(0, -id.length) } : {}),
    ...(session ? { session: { ...session, cookie: undefined } } : {}),
  };
}

function withId(payload: AdapterPayload, id: string): AdapterPayload {
  const { returnTo } = payload;
  return { ...payload, jti: id, ...(returnTo?.endsWith('/') ? { returnTo: returnTo + id } : {}) };
}
