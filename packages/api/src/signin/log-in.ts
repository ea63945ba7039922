import type { Request, Response } from 'express';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Answer } from './answer.ts';
import type { LoginThrottle } from './login-throttle.ts';
import { answerProvider, findOwnInteraction } from './own-interaction.ts';
import { verifyPassword } from './password.ts';

const credentials = z.object({
  account: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => !name.includes('\0')),
  password: z.string().min(1).max(1000),
});

/** Signs in with name and password, where the provider asks for them. */
export async function logIn(
  provider: Provider,
  orm: Orm,
  throttle: LoginThrottle,
  request: Request<{ uid: string }>,
  response: Response,
): Promise<Answer> {
  const input = credentials.safeParse(request.body);
  if (!input.success) return { status: 400, body: { code: 'BAD_INPUT' } };
  const asked = await findOwnInteraction(provider, request, response);
  if (asked?.prompt.name !== 'login') return { status: 410, body: { code: 'INTERACTION_EXPIRED' } };

  // The session begins before the password is read.
  const now = new Date();
  const name = input.data.account.trim().toLowerCase();
  const attempt = { account: name, address: request.ip ?? '' };
  const retryAfter = await throttle.count(attempt, now);
  if (retryAfter > 0) return { status: 429, body: { code: 'TOO_MANY_ATTEMPTS', retryAfter } };
  // A change of the password that is under way is waited for; one that comes later ends the session that begins here.
  const account = await atDesk(orm, { role: 'app_signin' }, now, 'write', ({ db }) =>
    db.selectFrom('account').select(['id', 'password_hash']).where('name', '=', name).forShare().executeTakeFirst(),
  );
  const fits = await verifyPassword(input.data.password, account?.password_hash);
  if (!account || !fits) return { status: 401, body: { code: 'WRONG_CREDENTIALS' } };
  await throttle.forgive(attempt, now);

  const result = { login: { accountId: account.id, ts: now.getTime() / 1000 } };
  return { status: 200, body: { redirectTo: await answerProvider(provider, request, response, result) } };
}
