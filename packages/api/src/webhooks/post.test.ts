import { createServer } from 'node:https';
import { type AddressInfo, createServer as listenOn } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { type Egress, type Message, Poster, type Resolved } from './post.ts';
import { certificate, key } from './tls.fixture.ts';
import { receiver } from './webhook.fixture.ts';

const never = new AbortController().signal;
const message = (url: string): Message => ({ url, headers: { 'webhook-id': 'x' }, body: '{}' });

function poster(egress: Partial<Egress>): Poster {
  const made = new Poster({ toOwnMachine: false, longest: 2000, ...egress });
  onTestFinished(() => made.close());
  return made;
}

/** A resolver that answers one list after the other, and the last one from then on; and how often it was asked. */
function resolver(...answers: readonly string[][]) {
  const asked: string[] = [];
  const resolve = async (name: string): Promise<Resolved[]> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(name);
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { resolve, asked };
}

it('a name that has a private or local address among others is not connected to', async () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '169.254.169.254',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fd00::1',
  ]) {
    for (const answer of [[address], ['1.1.1.1', address], [address, '1.1.1.1']]) {
      const { resolve } = resolver(answer);
      const attempt = await poster({ resolve }).post(message('https://hooks.example/'), never);
      expect(attempt, answer.join()).toMatchObject({ status: null, fault: 'FORBIDDEN_ADDRESS' });
      expect(attempt.took).toBeLessThan(1000);
    }
  }
});

it('an address that is written as such is looked at too, and nothing is sent there', async () => {
  const inbox = await receiver();
  const { port } = new URL(inbox.url);
  for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', 'localhost']) {
    for (const url of [`http://${host}:${port}/`, `https://${host}/`, `https://${host}:8443/`]) {
      expect(await poster({}).post(message(url), never), url).toMatchObject({ fault: 'FORBIDDEN_ADDRESS' });
    }
  }
  expect(inbox.got).toEqual([]);
});

it('a name is resolved once for a connection, which goes to what was looked at, whatever the name is by then', async () => {
  const inbox = await receiver();
  const { port } = new URL(inbox.url);
  // Of this machine, as tests may: the name leads here when it is looked at, and to where nobody answers from then on.
  const once = resolver(['127.0.0.1'], ['127.0.0.2']);
  const sending = poster({ toOwnMachine: true, resolve: once.resolve });
  expect(await sending.post(message(`http://localhost:${port}/`), never)).toMatchObject({ status: 204, fault: null });
  expect(once.asked).toEqual(['localhost']);
  // And one that was public when it was registered, or a moment ago, is looked at again with the next connection.
  const changing = resolver([], ['127.0.0.1']);
  const outside = poster({ resolve: changing.resolve });
  const first = await outside.post(message('https://hooks.example/'), never);
  const second = await outside.post(message('https://hooks.example/'), never);
  expect([first.fault, second.fault]).toEqual(['NOT_FOUND', 'FORBIDDEN_ADDRESS']);
  expect(changing.asked).toEqual(['hooks.example', 'hooks.example']);
});

it('no redirect is followed, and http and other ports are for the own machine alone', async () => {
  const secret = await receiver();
  const inbox = await receiver(
    (_received, _request, response) => void response.writeHead(302, { location: secret.url }).end(),
  );
  const attempt = await poster({ toOwnMachine: true }).post(message(inbox.url), never);
  expect(attempt).toMatchObject({ status: 302, fault: null });
  expect(secret.got).toEqual([]);
  const { resolve, asked } = resolver(['1.1.1.1']);
  for (const url of ['http://hooks.example/', 'https://hooks.example:22/', 'file:///etc/passwd']) {
    const refused = await poster({ toOwnMachine: true, resolve }).post(message(url), never);
    expect(refused, url).toMatchObject({ fault: 'FORBIDDEN_ADDRESS' });
  }
  expect(asked).toEqual([]);
});

it('what is not answered in time, not there or not to be trusted is told apart', async () => {
  const hanging = await receiver(() => {});
  const late = await poster({ toOwnMachine: true, longest: 300 }).post(message(hanging.url), never);
  expect(late).toMatchObject({ status: null, fault: 'TIMED_OUT' });
  const stuck = poster({ longest: 300, resolve: () => new Promise(() => {}) });
  expect(await stuck.post(message('https://hooks.example/'), never)).toMatchObject({ fault: 'TIMED_OUT' });
  const broken = await receiver((_received, request) => void request.socket.destroy());
  expect(await poster({ toOwnMachine: true }).post(message(broken.url), never)).toMatchObject({ fault: 'NOT_REACHED' });
  const plain = await receiver();
  const tls = plain.url.replace('http:', 'https:');
  expect((await poster({ toOwnMachine: true }).post(message(tls), never)).status).toBeNull();
  const stopping = new AbortController();
  const given = poster({ toOwnMachine: true }).post(message(hanging.url), stopping.signal);
  stopping.abort(new Error('The process stops'));
  await expect(given).rejects.toThrow('The process stops');
});

it('an answer that would change the protocol is none', async () => {
  const server = listenOn((socket) => {
    socket.on('error', () => {});
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const attempt = await poster({ toOwnMachine: true }).post(message(`http://127.0.0.1:${port}/`), never);
  expect(attempt).toMatchObject({ status: null, fault: 'NOT_REACHED' });
});

it('https is sent to whoever proves to have the name that was asked for, and to nobody else', async () => {
  const names: (string | undefined)[] = [];
  const server = createServer({ cert: certificate, key }, (request, response) => {
    names.push(request.headers.host);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { resolve, asked } = resolver(['127.0.0.1']);
  const send = (url: string) => poster({ toOwnMachine: true, resolve }).post(message(url), never);
  expect(await send(`https://localhost:${port}/`)).toMatchObject({ status: null, fault: 'NOT_TRUSTED' });
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
  expect(await send(`https://localhost:${port}/`)).toMatchObject({ status: 204, fault: null });
  expect(await send(`https://127.0.0.1:${port}/`)).toMatchObject({ status: null, fault: 'NOT_TRUSTED' });
  expect(asked).toEqual(['localhost', 'localhost']);
  expect(names).toEqual([`localhost:${port}`]);
});
