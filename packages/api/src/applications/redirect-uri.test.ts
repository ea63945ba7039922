import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { registerApplication, tokenResponse } from './application.fixture.ts';

const platform = testPlatform();

it('addresses are https ones, or of the own machine', async () => {
  const input = { name: '应用', description: '说明', scopes: ['TOWN_READ'] };
  for (const [more, field] of [
    [{ redirectUris: ['https://a.example/b', 'http://a.example/b'] }, 'input.redirectUris.1'],
    ...[
      ...['https://a.example/#b', 'https://a.example/#', 'https://a.example/*', 'https://*.example/b', '/b', 'b'],
      ...['http://127.0.0.2/b', 'http://localhost.evil.example/b', 'https://localhost/b', 'https://A.example/b'],
      ...['https://a:b@a.example/', 'https://a.example/../b', 'https://a.example/b c', ' https://a.example/b'],
      ...['https:\\\\a.example\\b', 'https://a.example:443/b', 'com.example.app:/b', 'javascript:alert(1)'],
      `https://a.example/${'b'.repeat(500)}`,
    ].map((uri) => [{ redirectUris: [uri] }, 'input.redirectUris.0'] as const),
    [{ redirectUris: Array(11).fill('https://a.example/b') }, 'input.redirectUris'],
    [{ homepage: 'javascript:alert(1)' }, 'input.homepage'],
    [{ homepage: 'https://good.example/\u202emoc' }, 'input.homepage'],
    [{ homepage: ' https://good.example/' }, 'input.homepage'],
  ] as const) {
    expect(await platform.operator.refused('registerApplication', { ...input, ...more })).toEqual({
      code: 'BAD_INPUT',
      field,
    });
  }
  const redirectUris = [
    'http://localhost:3000/back',
    'http://[::1]/',
    'https://a.example',
    'https://a.example/b?c=d%2Fe',
  ];
  const made = await registerApplication(platform, ['TOWN_READ'], platform.operator, { redirectUris });
  expect((await tokenResponse(platform, made, 'town:read')).body).toMatchObject({ scope: 'town:read' });
});
