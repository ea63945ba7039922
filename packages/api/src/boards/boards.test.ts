import { beforeEach, describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { atDesk } from '../db/door.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import { publicBoard, publish, read } from './board.fixture.ts';

const platform = testPlatform();
let town: TestTown;
let block: string;
let team: string;

beforeEach(async () => {
  town = await platform.newTown();
  block = await town.openUnit({ name: '一块区', from: '2024-01-01' });
  team = (await town.admin.do('formTeam', { block, name: '一组团', from: '2024-01-01' }, 'team { id }')).team.id;
});

/** Puts somebody into the team. Returns their id. */
async function join(name: string, role: string): Promise<string> {
  const person = await town.person(name);
  await town.admin.do('joinTeam', { team, person, role }, 'team { id }');
  return person;
}

async function agree(person: string, more: Record<string, unknown> = {}) {
  return (await town.admin.do('agreeToPublication', { person, ...more }, 'publication { telephone agreedOn }'))
    .publication;
}

describe('the public board of a block', () => {
  it('shows everybody its promise, its notices, useful numbers, and of its team who agreed, with what they agreed to', async () => {
    const { admin, code: register } = town;
    const [lead, cadre] = [await join('王秀英', 'LEAD'), await join('李国强', 'LINE_CADRE')];
    await join('张未同意', 'VOLUNTEER');
    const { photo } = await admin.do(
      'addPhoto',
      { town: register, content: jpeg().toString('base64') },
      'photo { id }',
    );
    expect(await agree(lead, { telephone: '021-5412 3456', photo: photo.id, agreedOn: '2026-01-05' })).toEqual({
      ...{ telephone: '02154123456', agreedOn: '2026-01-05' },
    });
    await agree(cadre);
    await admin.do('postNotice', { team, title: '停水通知', text: '周三停水' }, 'notice { id }');
    await admin.do('addServiceNumber', { town: register, label: '供水', telephone: '962740' }, 'numbers { label }');
    await admin.do(
      'addServiceNumber',
      { town: register, unit: town.unit(0), label: '居委会', telephone: '021-64123456' },
      'numbers { label }',
    );
    await admin.do(
      'addServiceNumber',
      { town: register, unit: town.unit(1), label: '邻村', telephone: '110' },
      'numbers { label }',
    );

    const { code } = await publish(admin, block);
    const shown = await read(platform.public, code.toUpperCase());
    expect(shown).toMatchObject({
      ...{ code, name: '一块区', promise: '有求必应，三日内答复' },
      numbers: [
        { label: '居委会', telephone: '02164123456' },
        { label: '供水', telephone: '962740' },
      ],
    });
    expect(shown.above).toHaveLength(1);
    expect(shown.teams).toEqual([
      {
        name: '一组团',
        members: [
          {
            name: '王秀英',
            role: 'LEAD',
            telephone: '02154123456',
            photo: expect.stringMatching(/^\/b\/\w{12}\/photos\//),
          },
          { name: '李国强', role: 'LINE_CADRE', telephone: null, photo: null },
        ],
        notices: [{ title: '停水通知', text: '周三停水' }],
      },
    ]);
    const picture = await fetch(`${platform.url}${shown.teams[0].members[0].photo}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await picture.arrayBuffer()).includes('GPS')).toBe(false);
  });

  it('shows nothing any more of who took it back or left the team, and deletes their telephone and photograph', async () => {
    const { admin } = town;
    const [lead, cadre] = [await join('王秀英', 'LEAD'), await join('李国强', 'LINE_CADRE')];
    const { photo } = await admin.do(
      'addPhoto',
      { town: town.code, content: jpeg().toString('base64') },
      'photo { id }',
    );
    await agree(lead, { telephone: '13800138000', photo: photo.id, idempotencyKey: 'agreed' });
    await agree(cadre);
    const { code } = await publish(admin, block);
    const before = await read(platform.public, code);
    const themselves = await town.account('TEAM_MEMBER', { team, person: lead });
    await themselves.do('endPublication', { person: lead }, 'publication { id }');
    const members = 'query($id: ID!) { team(id: $id) { members { id person { name } } } }';
    const listed = (await admin.ask(members, { id: team })).team.members;
    await admin.do(
      'leaveTeam',
      { member: listed.find((each: { person: { name: string } }) => each.person.name === '李国强').id },
      'team { id }',
    );
    expect((await read(platform.public, code)).teams[0].members).toEqual([]);
    const picture = await fetch(`${platform.url}${before.teams[0].members[0].photo}`);
    expect(picture.status).toBe(404);
    const kept = await platform.database.sql(
      'select telephone, photo_id from publication where person_id is not null and ended_at is not null and town_id = $1',
      [Number(town.code)],
    );
    expect(kept).toEqual([{ telephone: null, photo_id: null }]);
    // Nor does the answer have it that is kept to be given again.
    const answers = await platform.database.sql<{ text: string }>(
      'select k::text as text from idempotency_record k where town_id = $1',
      [Number(town.code)],
    );
    expect(answers.filter(({ text }) => text.includes('13800138000'))).toEqual([]);
  });

  it('keeps what was promised before, and leads nowhere once it is withdrawn', async () => {
    const { admin } = town;
    const { id, code, version } = await publish(admin, block);
    const revised = { board: id, promise: '两日内答复', expectedVersion: version };
    const { board } = await admin.do('revisePromise', revised, 'board { version promises { text supersededAt } }');
    expect(board.promises.map(({ text }: { text: string }) => text)).toEqual(['两日内答复', '有求必应，三日内答复']);
    expect((await read(platform.public, code)).promise).toBe('两日内答复');
    expect(await admin.refused('revisePromise', revised)).toEqual({ code: 'CONFLICT', field: 'input.expectedVersion' });
    await admin.do('withdrawBoard', { board: id, reason: '合并' }, 'board { withdrawnBecause }');
    expect((await platform.public.send(publicBoard, { code })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const again = await publish(admin, block);
    expect(again.code).not.toBe(code);
  });

  it('is read by the same link after its block is merged into another, and is kept by who keeps that', async () => {
    const { admin } = town;
    const { id, code } = await publish(admin, block);
    const heir = await town.openUnit({ name: '大块区', from: '2024-01-01' });
    await apply(town, dayOf(new Date()), [{ merge: { units: [block], into: heir } }]);
    expect(await read(platform.public, code)).toMatchObject({ name: '大块区', teams: [{ name: '一组团' }] });
    const boards = 'query($id: ID!) { unit(id: $id) { ... on Block { boards { id code } } } }';
    expect((await admin.ask(boards, { id: heir })).unit.boards).toEqual([{ id, code }]);
    expect(await admin.refused('publishBoard', { block: heir, promise: '再' })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.block' },
    });
    await admin.do('revisePromise', { board: id, promise: '大块区的承诺' }, 'board { id }');
  });
});

it('boards are published by leads and officers within their reach, and by nobody beside them', async () => {
  const { admin } = town;
  const other = await platform.newTown();
  const beside = await town.openUnit({ parent: town.unit(1) });
  const person = await join('王秀英', 'LEAD');
  const lead = await town.account('TEAM_LEAD', { team });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const member = await town.account('TEAM_MEMBER', { team });
  const scopes = ['TOWN_READ', 'NOTICE_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const reading = await clientOf(platform, application, 'town:read notice:read');
  const { id: board } = await publish(lead, block);
  const {
    numbers: [number],
  } = await admin.do('addServiceNumber', { town: town.code, label: '供水', telephone: '962740' }, 'numbers { id }');
  await changesNothing(platform, town, async () => {
    for (const [client, verb, input, code, field] of [
      [lead, 'publishBoard', { block: beside, promise: '诺' }, 'NOT_FOUND', 'input.block'],
      [officer, 'publishBoard', { block, promise: '诺' }, 'NOT_FOUND', 'input.block'],
      [officer, 'withdrawBoard', { board, reason: '误' }, 'NOT_FOUND', 'input.board'],
      [officer, 'revisePromise', { board, promise: '诺' }, 'NOT_FOUND', 'input.board'],
      [officer, 'agreeToPublication', { person }, 'NOT_FOUND', 'input.person'],
      [officer, 'addServiceNumber', { town: town.code, label: '供水', telephone: '110' }, 'NOT_FOUND', 'input.town'],
      [
        officer,
        'addServiceNumber',
        { town: town.code, unit: town.unit(0), label: '水', telephone: '110' },
        'NOT_FOUND',
        'input.unit',
      ],
      [officer, 'endServiceNumber', { number: number.id }, 'NOT_FOUND', 'input.number'],
      [member, 'endPublication', { person }, 'NOT_FOUND', 'input.person'],
      [other.admin, 'publishBoard', { block, promise: '诺' }, 'NOT_FOUND', 'input.block'],
      [other.admin, 'withdrawBoard', { board, reason: '误' }, 'NOT_FOUND', 'input.board'],
      [other.admin, 'agreeToPublication', { person }, 'NOT_FOUND', 'input.person'],
      [other.admin, 'endServiceNumber', { number: number.id }, 'NOT_FOUND', 'input.number'],
    ] as const) {
      expect(await client.refused(verb, input), `${verb} ${field}`).toEqual({ code, field });
    }
    for (const [verb, input] of [
      ['publishBoard', { block: beside, promise: '诺' }],
      ['agreeToPublication', { person }],
    ] as const) {
      expect(await reading.refused(verb, input), verb).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await member.refused('publishBoard', { block, promise: '诺' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await member.refused('agreeToPublication', { person })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await platform.public.refused('publishBoard', { block, promise: '诺' })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
  const own = 'query($id: ID!) { team(id: $id) { members { publication { telephone } } } }';
  await agree(person, { telephone: '13800138000' });
  expect((await lead.ask(own, { id: team })).team.members).toEqual([{ publication: { telephone: '13800138000' } }]);
  expect((await member.ask(own, { id: team })).team.members).toEqual([{ publication: null }]);
});

it('a board is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { admin } = town;
  const person = await join('王秀英', 'LEAD');
  const { id: board } = await publish(admin, block);
  const others = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const { photo } = await others.do(
    'addPhoto',
    { town: town.code, content: jpeg().toString('base64') },
    'photo { id }',
  );
  const free = await town.openUnit({ from: '2024-01-01' });
  const adding = { town: town.code, label: '供水', telephone: '962740' };
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of [
      ['publishBoard', { block, promise: '诺' }, 'CONFLICT', 'input.block'],
      ['publishBoard', { block: town.unit(0), promise: '诺' }, 'BAD_INPUT', 'input.block'],
      ['publishBoard', { block: free, promise: ' ' }, 'BAD_INPUT', 'input.promise'],
      ['revisePromise', { board, promise: '诺'.repeat(2001) }, 'BAD_INPUT', 'input.promise'],
      ['withdrawBoard', { board, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      ['agreeToPublication', { person, telephone: '12' }, 'BAD_INPUT', 'input.telephone'],
      ['agreeToPublication', { person, photo: photo.id }, 'NOT_FOUND', 'input.photo'],
      ['agreeToPublication', { person, agreedOn: '2030-01-01' }, 'BAD_INPUT', 'input.agreedOn'],
      ['endPublication', { person }, 'CONFLICT', 'input.person'],
      ['addServiceNumber', { ...adding, label: ' ' }, 'BAD_INPUT', 'input.label'],
      ['addServiceNumber', { ...adding, telephone: '12' }, 'BAD_INPUT', 'input.telephone'],
      ['addServiceNumber', { ...adding, position: 0 }, 'BAD_INPUT', 'input.position'],
    ] as const) {
      expect(await admin.refused(verb, input), `${verb} ${field}`).toEqual({ code, field });
    }
  });
  for (const code of ['', 'x', '0'.repeat(12), '2'.repeat(12), 'z'.repeat(12), `${'2'.repeat(11)}'`]) {
    const { errors } = await platform.public.send(publicBoard, { code });
    expect(errors[0]?.extensions, code).toMatchObject({ code: 'NOT_FOUND', field: 'code' });
  }
});

it('two clients who publish the board of a block at once publish one', async () => {
  const mutation = 'mutation($input: PublishBoardInput!) { publishBoard(input: $input) { board { id } } }';
  const tries = await Promise.all([1, 2, 3].map(() => town.admin.send(mutation, { input: { block, promise: '诺' } })));
  expect(tries.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
});

it('many who ask for a photograph at once keep nobody else waiting: some are told to come again', async () => {
  const { admin } = town;
  const person = await join('王秀英', 'LEAD');
  const { photo } = await admin.do('addPhoto', { town: town.code, content: jpeg().toString('base64') }, 'photo { id }');
  await agree(person, { photo: photo.id });
  const { code } = await publish(admin, block);
  const [shown] = (await read(platform.public, code)).teams[0].members;
  const flood = Promise.all(
    Array.from({ length: 300 }, async () => {
      const answer = await fetch(`${platform.url}${shown.photo}`);
      await answer.arrayBuffer();
      return answer;
    }),
  );
  expect((await admin.ask('{ viewer { account { name } } }')).viewer.account.name).toBe(`admin-${town.code}`);
  const answers = await flood;
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  const late = answers.find(({ status }) => status === 503);
  expect(late?.headers.get('retry-after')).toBe('1');
});

it('the role of the public reads views alone, of one town, and no table', async () => {
  const { code } = await publish(town.admin, block);
  const other = await platform.newTown();
  const as = (number: number, statement: string) =>
    atDesk(platform.database.orm, { role: 'app_public', town: number }, new Date(), 'read', (desk) =>
      desk.run(statement),
    );
  expect(await as(Number(town.code), `select code from published.board where code = '${code}'`)).toEqual([{ code }]);
  expect(await as(Number(other.code), 'select code from published.board')).toEqual([]);
  const relations = await platform.database.sql<{ schema: string; kind: string }>(`
    select c.relnamespace::regnamespace as schema, c.relkind as kind from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'published'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
      and has_any_column_privilege('app_public', c.oid, 'select, insert, update, references')`);
  expect(relations).toEqual(Array(6).fill({ schema: 'published', kind: 'v' }));
  await expect(as(Number(town.code), 'select id from person')).rejects.toThrow(/permission denied/);
});
