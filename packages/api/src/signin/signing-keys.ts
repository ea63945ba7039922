import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256') })).min(1) });
const secrets = z.array(z.string().min(32)).min(1);

/** The private keys that sign identity tokens, those that sign cookies, and the one that hides what attempts count. */
export interface SigningKeys {
  jwks: z.infer<typeof jwks>;
  cookies: string[];
  attempts: string;
}

/**
 * The keys of this platform, made on its first start. Of processes that start at once the first writes its own and the
 * others take those. Several cookie secrets or identity keys may be listed: the first signs, all are accepted.
 */
export async function signingKeys(orm: Orm): Promise<SigningKeys> {
  const made = [
    { name: 'jwks', keys: await makeJwks() },
    { name: 'cookies', keys: [randomBytes(32).toString('base64url')] },
    { name: 'attempts', keys: [randomBytes(32).toString('base64url')] },
  ];
  const kept = await atDesk(orm, { role: 'app_signin' }, new Date(), 'write', async ({ db }) => {
    await db
      .insertInto('signing_key')
      .values(made.map(({ name, keys }) => ({ name, keys: JSON.stringify(keys) })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    return await db.selectFrom('signing_key').select(['name', 'keys']).execute();
  });
  const keysOf = (name: string) => kept.find((key) => key.name === name)?.keys;
  const [attempts = ''] = secrets.parse(keysOf('attempts'));
  return { jwks: jwks.parse(keysOf('jwks')), cookies: secrets.parse(keysOf('cookies')), attempts };
}

async function makeJwks() {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ format: 'jwk' });
  return { keys: [{ ...key, kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' }] };
}
