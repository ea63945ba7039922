import { LianxinError } from './lianxin-error.ts';
import { changeOf, type Operation, textOf } from './operation.ts';
import { type Connection, eachOf } from './pages.ts';
import { type Answer, type Sending, send } from './send.ts';
import { type GivenToken, type OwnCredentials, Token } from './token.ts';

/** How to connect: as an application of its own, or with tokens that somebody else sees to. */
export type ConnectOptions = (OwnCredentials | GivenToken) & {
  /** The address of the platform, such as `https://lianxin.example.cn`. */
  url: string;
  /** The language of messages; Chinese unless told. */
  language?: 'zh' | 'en';
  /** How long to wait for points or a token at the most, all waits of one operation together, in seconds; 60 unless told. */
  patience?: number;
  /** Whether to send operations by their hash, as they are stored; the document goes along only where it is not. */
  byHash?: boolean;
};

/** A connection to the platform. */
export interface Lianxin {
  /** What an operation answers. Rejects with `LianxinError` where anything of it was refused. */
  ask<Data = unknown, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>;
  /** The same with errors and cost as they come, and without rejecting for them. */
  send<Data = unknown, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
  ): Promise<Answer<Data>>;
  /**
   * Every object of a list with pages, page after page as they are used. The operation takes `$after: String` and asks for
   * `nodes` and `pageInfo { hasNextPage endCursor }`; `list` finds the connection in its data. Rejects as `ask` does.
   */
  each<Data, Node, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    list: (data: Data) => Connection<Node> | null | undefined,
  ): AsyncGenerator<Node, void, void>;
}

/**
 * Connects to the platform. Nothing is sent before something is asked. A mutation of one field that takes the variable `input` is given an
 * `idempotencyKey` unless that has one, so that it can be sent again where no answer came, and has one effect. Any other mutation is sent once.
 */
export function connect({
  url,
  language = 'zh',
  patience = 60,
  byHash = false,
  ...credentials
}: ConnectOptions): Lianxin {
  const address = url.replace(/\/+$/, '');
  const sending: Sending = { url: address, token: new Token(address, credentials), language, patience, byHash };
  const answered = async <Data, Variables>(operation: Operation<Data, Variables>, given?: Variables) => {
    const query = textOf(operation);
    const change = changeOf(query);
    const { variables, isSafe } =
      change === 'oneByInput' ? keyed(given) : { variables: given, isSafe: change === 'nothing' };
    return send<Data>(sending, { query, variables }, isSafe);
  };
  const ask = async <Data, Variables>(operation: Operation<Data, Variables>, variables?: Variables) => {
    const { data, errors } = await answered(operation, variables);
    if (errors.length > 0 || data === null) throw new LianxinError(errors, data);
    return data;
  };
  return {
    ask,
    send: answered,
    each: (operation, variables, list) => eachOf((after) => ask(operation, { ...variables, after }), list),
  };
}

/** The variables of a mutation, with a key for its input, and whether it can then be sent again. */
function keyed<Variables>(given: Variables): { variables: Variables; isSafe: boolean } {
  const input: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'input') : undefined;
  if (typeof input !== 'object' || input === null) return { variables: given, isSafe: false };
  if ('idempotencyKey' in input && input.idempotencyKey != null) return { variables: given, isSafe: true };
  return { variables: { ...given, input: { ...input, idempotencyKey: crypto.randomUUID() } }, isSafe: true };
}
