import type { Config } from './config.ts';

/** A reason for people why the platform did not start; printed without a trace. */
export class StartError extends Error {}

/** Why the port cannot be used, by the code of the socket. */
export function portInUse(fault: unknown, { host, port }: Config): StartError | undefined {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} of ${host} is in use. Choose another: PORT=${port + 1} npm start`);
  if (code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this user. Choose another: PORT=4000 npm start`);
  return undefined;
}

/** Why a database of one's own cannot be used, by the codes of the socket and of PostgreSQL. */
export function databaseAway(fault: unknown, { databaseUrl }: Config): StartError | undefined {
  if (databaseUrl === undefined || !(fault instanceof Error) || !('code' in fault)) return undefined;
  const { hostname, port, pathname } = new URL(databaseUrl);
  const where = `The database ${pathname.slice(1)} at ${hostname}:${port || 5432} (DATABASE_URL)`;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'cannot be reached: nothing listens there.',
    ENOTFOUND: 'cannot be reached: its name is not known.',
    ETIMEDOUT: 'cannot be reached: it does not answer.',
    '28P01': 'refuses the user or password.',
    '28000': 'refuses the user.',
    '3D000': 'does not exist. Create it with its owner first.',
    '42501': 'does not give its user the rights it takes: own the database, create roles, create extension btree_gist.',
  };
  const reason = reasons[String(fault.code)];
  return reason === undefined ? undefined : new StartError(`${where} ${reason}`);
}
