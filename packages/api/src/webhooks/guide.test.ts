import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { registerApplication } from '../applications/application.fixture.ts';
import { freePort } from '../free-port.ts';
import { deliveriesTo, registerEndpoint, sendWebhooks, soon } from './webhook.fixture.ts';
import { isOfTown, neededFor, sentName, webhookEvents } from './webhook-events.ts';

const platform = testPlatform();
const guide = await readFile(join(import.meta.dirname, '../../../../docs/webhooks.md'), 'utf8');

it('the guide has a line for every event, with what a town consents to', () => {
  const lines = [...guide.matchAll(/^\| `([a-z.]+)` \|.*\| `?([a-z:]+)`? \|$/gm)].map(([, type, scope]) => [
    type,
    scope,
  ]);
  const taken = webhookEvents.map((event) => [sentName(event), isOfTown(event) ? neededFor[event] : 'nothing']);
  expect(lines).toEqual([...taken, ['ping', 'nothing']]);
});

it('the receiver of the guide takes what is sent, and nothing that is signed with another secret', async () => {
  const [, source = ''] = /```js\n([^`]+)```/.exec(guide) ?? [];
  const application = await registerApplication(platform, []);
  await sendWebhooks(platform);
  for (const [right, status] of [
    [true, 204],
    [false, 400],
  ] as const) {
    const port = await freePort();
    const endpoint = await registerEndpoint(platform.operator, application, `http://localhost:${port}/`);
    const secret = right ? endpoint.secret : `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
      cwd: import.meta.dirname,
      env: { ...process.env, WEBHOOK_SECRET: secret, PORT: `${port}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    await soon(() => fetch(`http://localhost:${port}/`, { method: 'POST' }).then(() => {}));
    await platform.operator.do('pingWebhookEndpoint', { endpoint: endpoint.id }, 'delivery { id }');
    await soon(async () =>
      expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([{ responseStatus: status }]),
    );
    expect(said).toMatch(right ? /^ping / : /^$/);
  }
});
