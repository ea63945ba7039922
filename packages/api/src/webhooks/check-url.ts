import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** Ports to which webhooks are sent. */
const ports: ReadonlySet<string> = new Set(['', '443', '8443']);

/** What is wrong with an endpoint’s address. */
export type UrlFault = 'webhookUrl' | 'webhookPort' | 'webhookPrivate';

/**
 * What is wrong with an address as it is written; where it leads is looked at when it is sent to. `own` lets through addresses of
 * the own machine, by http too and on any port.
 */
export function faultOfUrl(text: string, own: boolean): UrlFault | undefined {
  // A parser of URLs leaves out what cannot be seen.
  const url = URL.canParse(text) && !/[\p{C}\s]/u.test(text) ? new URL(text) : undefined;
  if (!url || text.length > 500 || url.username !== '' || url.password !== '' || url.hash !== '') return 'webhookUrl';
  if (own && isOwnName(hostOf(url)) && ['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'webhookUrl';
  if (!ports.has(url.port)) return 'webhookPort';
  return isIP(hostOf(url)) !== 0 && !isPublicAddress(hostOf(url)) ? 'webhookPrivate' : undefined;
}

/** The name or address of a URL’s machine, an IPv6 address without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function isOwnName(host: string): boolean {
  return host === 'localhost' || isLoopback(host);
}
