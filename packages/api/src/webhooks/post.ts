import { lookup as resolveByDns } from 'node:dns/promises';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { faultOfUrl, hostOf } from './check-url.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';
import type { AttemptFault } from './webhook.entity.ts';

/** An address that a name has. */
export interface Resolved {
  address: string;
  family: number;
}

/** How webhooks leave this process. */
export interface Egress {
  /** Whether they may go to this machine itself, by http too: to try them out, and in tests. */
  toOwnMachine: boolean;
  /** The addresses of a name; of the system’s resolver unless told. */
  resolve?: (name: string) => Promise<readonly Resolved[]>;
  /** How long one attempt may take with all that belongs to it, in milliseconds. */
  longest?: number;
}

/** What came of one attempt. Without a status there is a fault. */
export interface Attempt {
  status: number | null;
  fault: AttemptFault | null;
  /** In milliseconds. */
  took: number;
  /** How the answer began. */
  answer: string;
}

/** What is sent. */
export interface Message {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Bytes of an answer that are read, and characters of it that are kept. */
const mostRead = 4096;
const mostKept = 200;

/** Answers before the answer, of the status 100 to 199, that are let pass. */
const mostPreliminary = 5;

/** Why a name is not connected to; its code tells it from what the system says. */
class ForbiddenAddress extends Error {
  code = 'FORBIDDEN_ADDRESS' as const;
}

/**
 * Sends messages to addresses of others’ machines. A name is resolved once for a connection, every address that it has is looked
 * at, and the connection goes to one of these; where one of them is private or local, to none. No redirect is followed.
 */
export class Poster {
  readonly #egress: Required<Egress>;
  readonly #http: HttpAgent;
  readonly #https: HttpsAgent;

  constructor({ toOwnMachine, resolve, longest = 15_000 }: Egress) {
    this.#egress = { toOwnMachine, longest, resolve: resolve ?? ((name) => resolveByDns(name, { all: true })) };
    // Connections are kept for the next message: they lead to where was looked at. How many there are is for the queue to say: a bound of the
    // agent’s is for each host and port, and would have whoever shares one wait for each other.
    const options = { keepAlive: true, lookup: this.#lookup, timeout: this.#egress.longest };
    this.#http = new HttpAgent(options);
    this.#https = new HttpsAgent(options);
  }

  /** Sends a message once. Rejects where `stopping` says so, and for nothing else. */
  async post({ url, headers, body }: Message, stopping: AbortSignal): Promise<Attempt> {
    const begun = performance.now();
    const late = AbortSignal.timeout(this.#egress.longest);
    const attempt = (of: Partial<Attempt>): Attempt => ({
      ...{ status: null, fault: null, answer: '', took: Math.round(performance.now() - begun) },
      ...of,
    });
    try {
      const target = new URL(url);
      // An address that is written as such is connected to without being looked up.
      const isWritten = isIP(hostOf(target)) !== 0;
      if (faultOfUrl(url, this.#egress.toOwnMachine) || (isWritten && !this.#allows(hostOf(target)))) {
        throw new ForbiddenAddress(url);
      }
      const response = await this.#send(target, headers, body, AbortSignal.any([late, stopping]));
      const answer = await beginningOf(response);
      return attempt({ status: response.statusCode ?? null, answer });
    } catch (fault) {
      stopping.throwIfAborted();
      return attempt({ fault: late.aborted ? 'TIMED_OUT' : faultOf(fault) });
    }
  }

  /** Whether an attempt has kept others waiting: it took more than a fifth of the time that one may. */
  isSlow({ took }: Attempt): boolean {
    return took > this.#egress.longest / 5;
  }

  /** Lets go of the connections that are kept. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #send(target: URL, headers: Message['headers'], body: string, signal: AbortSignal): Promise<IncomingMessage> {
    const secure = target.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, signal };
      const request = secure
        ? requestHttps(target, { ...options, agent: this.#https })
        : requestHttp(target, { ...options, agent: this.#http });
      let preliminary = 0;
      // Node reads on for as long as these come.
      request.on('information', () => {
        preliminary += 1;
        if (preliminary > mostPreliminary) request.destroy(new Error('Too many answers before the answer'));
      });
      // Node lets go of the connection of whoever would change the protocol, and says no more of the request.
      request.once('upgrade', (_answer, socket) => {
        socket.destroy();
        reject(new Error('An answer that changes the protocol'));
      });
      request.once('response', resolve).on('error', reject).end(body);
    });
  }

  #allows(address: string): boolean {
    return isPublicAddress(address) || (this.#egress.toOwnMachine && isLoopback(address));
  }

  readonly #lookup: LookupFunction = (name, options, answer) => {
    this.#egress.resolve(name).then(
      (found) => {
        const [first] = found;
        const refused = found.find(({ address }) => !this.#allows(address));
        if (!first || refused) {
          const fault = refused ? new ForbiddenAddress(name) : Object.assign(new Error(name), { code: 'ENOTFOUND' });
          return answer(fault, '', 0);
        }
        if (options.all) answer(null, [...found]);
        else answer(null, first.address, first.family);
      },
      (fault: NodeJS.ErrnoException) => answer(fault, '', 0),
    );
  };
}

/** How an answer begins, as far as it comes in time; its connection is given up where there is more. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let read = 0;
  try {
    for await (const part of response) {
      parts.push(part);
      read += part.length;
      if (read >= mostRead) break;
    }
  } catch {
    // The status is there; what was to follow it does not count.
  }
  const text = Buffer.concat(parts).subarray(0, mostRead).toString('utf8');
  return Array.from(text.replaceAll(/\p{C}+/gu, ' '))
    .slice(0, mostKept)
    .join('')
    .trim();
}

function faultOf(fault: unknown): AttemptFault {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  if (code === 'FORBIDDEN_ADDRESS') return 'FORBIDDEN_ADDRESS';
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'NOT_FOUND';
  return /CERT|TLS|SSL|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'NOT_TRUSTED' : 'NOT_REACHED';
}
