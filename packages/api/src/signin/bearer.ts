import { type Actor, actingThrough } from '../access/actor.ts';
import { loadActor } from '../accounts/load-actor.ts';
import { loadApplication } from '../applications/load-application.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { idHash } from './oidc-adapter.ts';
import { tokenHolder } from './token-holder.ts';

/** How long an answer holds in this process, in milliseconds: what is revoked is revoked everywhere within 5 seconds. */
const fresh = 3000;
/** The most answers kept, about 1 kB each. */
const most = 5000;

/** Who a bearer token speaks for at a moment; undefined for a token that is unknown, ended or revoked. */
export interface ActorOfToken {
  (token: string, now: Date): Promise<Actor | undefined>;
  /** Makes this process look again, because what the token's account holds has just changed. */
  forget(token: string): void;
}

/**
 * Makes the reader of bearer tokens. It remembers whom a token spoke for, for three seconds from when it began to look;
 * lookups of the same token at the same time are one. Unknown tokens are not remembered: there are too many.
 */
export function bearerReader(orm: Orm): ActorOfToken {
  const known = new Map<string, { since: number; actor: Promise<Actor | undefined> }>();
  const read = async (token: string, now: Date) => {
    if (!/^[\w-]{20,200}$/.test(token)) return undefined;
    const key = idHash(token);
    const kept = known.get(key);
    if (kept && Math.abs(now.getTime() - kept.since) < fresh) return await kept.actor;
    const entry = { since: now.getTime(), actor: readActor(orm, token, now) };
    known.delete(key);
    known.set(key, entry);
    // A Map gives its keys in the order in which they were set: the first is the oldest.
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    const forget = () => {
      if (known.get(key) === entry) known.delete(key);
    };
    const actor = await entry.actor.catch((fault: unknown) => {
      forget();
      throw fault;
    });
    if (!actor) forget();
    return actor;
  };
  return Object.assign(read, { forget: (token: string) => void known.delete(idHash(token)) });
}

/** The token of an Authorization header, or undefined where it holds no bearer token. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

async function readActor(orm: Orm, token: string, now: Date): Promise<Actor | undefined> {
  const holder = await atDesk(orm, { role: 'app_signin' }, now, 'read', (desk) => tokenHolder(desk, token));
  if (!holder) return undefined;
  const { accountId } = holder;
  if (!holder.application) return loadActor(orm, accountId, now);
  const application = await loadApplication(orm, holder.application, now);
  if (!application || accountId === holder.application.account) return application?.itself;
  const person = await loadActor(orm, accountId, now);
  return person && actingThrough(person, application.acting);
}
