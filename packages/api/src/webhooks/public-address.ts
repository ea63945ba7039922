import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Addresses that are no public ones (IANA’s special-purpose registries, and what is for groups). */
const special: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Groups, what is reserved, and everybody.
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 this alone is public, but for what within it stands for something else. */
const publicIPv6: readonly [string, number] = ['2000::', 3];
const specialIPv6: readonly [string, number][] = [
  // Protocols such as Teredo and ORCHID, documentation, 6to4, segment routing.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['2620:4f:8000::', 48],
];

const forbidden = new BlockList();
for (const [net, prefix] of special) forbidden.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of specialIPv6) forbidden.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...publicIPv6, 'ipv6');
const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');

/**
 * Whether an address is a public one of one machine. What stands for another address, as mapped ones and those of NAT64 do, is
 * not, whatever it stands for; nor is what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !forbidden.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !forbidden.check(address, 'ipv6');
}

/** Whether an address is this machine’s own. */
export function isLoopback(address: string): boolean {
  if (isIPv4(address)) return own.check(address, 'ipv4');
  return isIPv6(address) && own.check(address, 'ipv6');
}
