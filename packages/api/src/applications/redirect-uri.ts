import { badInput } from '../errors.ts';

/** Hosts that are the own machine, where a program listens for who comes back (RFC 8252, 7.3). */
const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address to which people are sent back: of https, or of http on the own machine, where the provider takes any port. It is
 * compared letter by letter, so it is written as browsers write it, and nothing in it stands for something else.
 * Errors: BAD_INPUT on `field`.
 */
export function redirectUriIn(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOwnMachine = ownMachine.has(url?.hostname ?? '');
  const isRight =
    url?.protocol === (isOwnMachine ? 'http:' : 'https:') &&
    url.username === '' &&
    url.password === '' &&
    text.length <= 500 &&
    /^[\w.~:/?[\]@!$&'()+,;=%-]+$/.test(text) &&
    // An address without a path may be written without its slash.
    [url.href, url.href.replace(/\/$/, '')].includes(text);
  if (!isRight) throw badInput(field, 'redirectUri');
  return text;
}
