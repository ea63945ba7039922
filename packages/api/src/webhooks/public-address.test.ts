import { expect, it } from 'vitest';
import { faultOfUrl } from './check-url.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

it.each([
  // This network, private, carriers’, loopback, link-local (where clouds keep their secrets).
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.0.9'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  // Protocols, documentation, AS112, relays of 6to4, benchmarks.
  ...['192.0.0.8', '192.0.2.1', '192.31.196.1', '192.52.193.1', '192.88.99.1', '192.175.48.1', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.7', '203.0.113.7'],
  // Groups, reserved, everybody.
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  // The same of IPv6: nobody, loopback, link-local, site-local, unique-local, groups, to be dropped.
  ...['::', '::1', 'fe80::1', 'febf::1', 'fec0::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '100::1'],
  // What stands for an IPv4 address: mapped, compatible, translated, NAT64, 6to4, Teredo.
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:53aa:64c:0:fbff:80ff:fffe'],
  // Documentation, ORCHID, benchmarks, AS112, segment routing, nobody’s yet.
  ...['2001:db8::1', '3fff::1', '2001:20::1', '2001:2::1', '2620:4f:8000::1', '5f00::1', '4000::1'],
  // What is no address.
  ...['', 'localhost', '10.0.0', '0x7f000001', '2130706433', '8.8.8.8/32', 'fe80::1%eth0'],
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...[
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
  ],
  ...['2400:3200::1', '2606:4700:4700::1111', '2620:4f:7fff::1', '240e::1', '2001:200::1'],
])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it('this machine’s own addresses are those of loopback, and nothing that is mapped onto them', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1'].map(isLoopback)).toEqual([true, true, true]);
  expect(['128.0.0.1', '0.0.0.0', '::', '10.0.0.1', 'localhost'].map(isLoopback)).toEqual(Array(5).fill(false));
});

it.each([
  ['http://hooks.example/', 'webhookUrl'],
  ['ftp://hooks.example/', 'webhookUrl'],
  ['https://user:secret@hooks.example/', 'webhookUrl'],
  ['https://hooks.example/#here', 'webhookUrl'],
  ['hooks.example', 'webhookUrl'],
  [`https://hooks.example/${'a'.repeat(500)}`, 'webhookUrl'],
  ['https://hooks.example:22/', 'webhookPort'],
  ['https://hooks.example:80/', 'webhookPort'],
  ['https://10.0.0.1/', 'webhookPrivate'],
  ['https://[::ffff:10.0.0.1]/', 'webhookPrivate'],
  ['https://0xa9fea9fe/', 'webhookPrivate'],
  ['https://2852039166/', 'webhookPrivate'],
  ['https://hooks.example/', undefined],
  ['https://hooks.example:8443/a?b=c', undefined],
  ['https://1.1.1.1/', undefined],
] as const)('of %s what is wrong is %s, also where the own machine is let through', (url, fault) => {
  expect(faultOfUrl(url, false)).toBe(fault);
  expect(faultOfUrl(url, true)).toBe(fault);
});

it.each(['http://localhost:9/', 'http://127.0.0.1:9/', 'https://[::1]:9/'])(
  '%s is let through only where the own machine is',
  (url) => {
    expect(faultOfUrl(url, true)).toBeUndefined();
    expect(faultOfUrl(url, false)).toBeDefined();
  },
);
