import { readdirSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** A request to a contestant: where, and what is sent; each call makes one, so that what is recorded differs. */
export interface Sent {
  path: string;
  body(): string;
}

/** What a contestant did in a while. */
export interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds that half of the requests, and 99 of 100, did not exceed. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time for a thousand requests: of the contestant, and of PostgreSQL. */
  cpu: number;
  databaseCpu: number;
}

/** The processes of which processor time is counted. */
interface Counted {
  pid: number;
  postmaster: number;
}

/** Has some connections ask a contestant for some seconds. Throws where anything but an answer comes. */
export async function load(
  url: string,
  token: string,
  sent: Sent,
  { connections, seconds, pid, postmaster }: Counted & { connections: number; seconds: number },
): Promise<Load> {
  const before = { own: cpuOf(pid), database: cpuOfDatabase(postmaster) };
  const result = await autocannon({
    url: `${url}${sent.path}`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    setupClient: (client) => {
      const next = () => client.setBody(sent.body());
      client.on('response', next);
      next();
    },
    verifyBody: (body) => !String(body).includes('"errors"'),
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url}${sent.path} failed`);
  const spent = (after: number, start: number) => ((after - start) * 1000) / result.requests.total;
  return {
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: spent(cpuOf(pid), before.own),
    databaseCpu: spent(cpuOfDatabase(postmaster), before.database),
  };
}

/** Processor time of a process so far, in milliseconds; with `children` also of those of its own that have ended. */
function cpuOf(pid: number, children = false): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // What follows the name, which may hold spaces: fields 14 to 17 of proc(5), in ticks of a hundredth of a second.
  const [user = 0, system = 0, ended = 0, endedSystem = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
  return (user + system + (children ? ended + endedSystem : 0)) * 10;
}

function cpuOfDatabase(postmaster: number): number {
  const backends = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === postmaster;
    } catch {
      // It has ended since the folder was read.
      return false;
    }
  });
  return cpuOf(postmaster, true) + backends.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}
