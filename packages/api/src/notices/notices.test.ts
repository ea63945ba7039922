import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';

const platform = testPlatform();
let town: TestTown;
let block: string;
let team: string;

beforeEach(async () => {
  town = await platform.newTown();
  block = await town.openUnit({ from: '2024-01-01' });
  team = (await town.admin.do('formTeam', { block, name: '组团', from: '2024-01-01' }, 'team { id }')).team.id;
});

const today = dayOf(new Date());
/** The day so many days from today on. */
const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

const water = { title: ' 停水通知 ', text: '周三 8 时至 12 时停水，\r\n请储水。', from: inDays(0) };

async function post(client: ApiClient = town.admin, input: Record<string, unknown> = {}): Promise<string> {
  return (await client.do('postNotice', { team, ...water, ...input }, 'notice { id }')).notice.id;
}

/** What the boards of a block show on a day, team by team. */
async function boardOn(day: string, of = block, client: ApiClient = town.admin): Promise<Data> {
  const query = `query($id: ID!, $day: Date!) { unit(id: $id, asOf: $day) { ... on Block { teams { notices { title } } } } }`;
  const { unit } = await client.ask(query, { id: of, day });
  return unit.teams.map(({ notices }: Data) => notices?.map(({ title }: Data) => title) ?? null);
}

describe('the board of a block', () => {
  it('shows what a team posts from a day on until another, the newest first', async () => {
    const shown = 'notice { id title text validFrom validTo } team { id }';
    const { notice, team: own } = await town.admin.do('postNotice', { team, ...water, to: inDays(6) }, shown);
    expect(own).toEqual({ id: team });
    expect(notice).toEqual({
      id: notice.id,
      title: '停水通知',
      text: '周三 8 时至 12 时停水，\n请储水。',
      validFrom: inDays(0),
      validTo: inDays(6),
    });
    await post(town.admin, { title: '植树', from: inDays(4) });
    expect(await boardOn(inDays(-1))).toEqual([[]]);
    expect(await boardOn(inDays(0))).toEqual([['停水通知']]);
    expect(await boardOn(inDays(5))).toEqual([['植树', '停水通知']]);
    expect(await boardOn(inDays(6))).toEqual([['植树']]);
  });

  it('shows a notice no more from the day on which it is taken down', async () => {
    const notice = await post();
    const { notice: down } = await town.admin.do('takeDownNotice', { notice, on: inDays(31) }, 'notice { validTo }');
    expect(down).toEqual({ validTo: inDays(31) });
    expect(await boardOn(inDays(30))).toEqual([['停水通知']]);
    expect(await boardOn(inDays(31))).toEqual([[]]);
    const again = { notice, on: inDays(61) };
    expect(await town.admin.refused('takeDownNotice', again)).toEqual({ code: 'CONFLICT', field: 'input.notice' });
  });

  it('never shows a notice that is taken down before it begins', async () => {
    const notice = await post(town.admin, { from: '2030-01-01' });
    const { notice: down } = await town.admin.do('takeDownNotice', { notice }, 'notice { validFrom validTo }');
    expect(down).toEqual({ validFrom: '2030-01-01', validTo: '2030-01-01' });
    expect(await boardOn('2030-01-01')).toEqual([[]]);
  });

  it('goes with the team where its block is merged away', async () => {
    const heir = await town.openUnit({ from: '2024-01-01' });
    await post();
    await apply(town, inDays(92), [{ merge: { units: [block], into: heir } }]);
    expect(await boardOn(inDays(91))).toEqual([['停水通知']]);
    expect(await boardOn(inDays(92), heir)).toEqual([['停水通知']]);
  });

  it('has room for 20 notices of a team at a time', async () => {
    for (let each = 0; each < 20; each++) await post(town.admin, { title: `公告${each}`, to: inDays(31) });
    const more = { team, ...water, from: inDays(30) };
    expect(await town.admin.refused('postNotice', more)).toEqual({ code: 'CONFLICT', field: 'input.team' });
    await post(town.admin, { from: inDays(31) });
    // Twenty of a day each, one after another, are one at a time.
    for (let day = 10; day < 30; day++) {
      await post(town.admin, { from: inDays(30 + day), to: inDays(31 + day) });
    }
    await post(town.admin, { title: '植树', from: inDays(40) });
    expect((await boardOn(inDays(30)))[0]).toHaveLength(20);
    expect(await boardOn(inDays(31))).toEqual([['停水通知']]);
  });
});

describe('notices', () => {
  it('are posted and taken down by the lead of the team and by officers of its unit, and by nobody beside it', async () => {
    const next = await town.formTeam(block, '邻组');
    const elsewhere = await town.openUnit({ from: '2024-01-01', parent: town.unit(1), name: '邻块' });
    const lead = await town.account('TEAM_LEAD', { team });
    const notice = await post(lead);
    await lead.do('takeDownNotice', { notice, on: inDays(31) }, 'notice { id }');
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const other = await post(officer);
    for (const beside of [
      await town.account('TEAM_LEAD', { team: next }),
      await town.account('UNIT_OFFICER', { unit: elsewhere }),
    ]) {
      expect(await beside.refused('postNotice', { team, ...water })).toEqual({
        code: 'NOT_FOUND',
        field: 'input.team',
      });
      const refused = { code: 'NOT_FOUND', field: 'input.notice' };
      expect(await beside.refused('takeDownNotice', { notice: other })).toEqual(refused);
      expect(await boardOn(inDays(31), block, beside)).toContainEqual(['停水通知']);
    }
    const member = await town.account('TEAM_MEMBER', { team });
    expect(await member.refused('postNotice', { team, ...water })).toEqual({ code: 'FORBIDDEN' });
    expect(await member.refused('takeDownNotice', { notice: other })).toEqual({ code: 'FORBIDDEN' });
  });

  it('are not open to another town, nor to a district office', async () => {
    const notice = await post();
    const { admin } = await platform.newTown();
    await changesNothing(platform, town, async () => {
      expect(await admin.refused('postNotice', { team, ...water })).toEqual({ code: 'NOT_FOUND', field: 'input.team' });
      const refused = { code: 'NOT_FOUND', field: 'input.notice' };
      expect(await admin.refused('takeDownNotice', { notice })).toEqual(refused);
    });
    const opening = { name: `o${town.code}`, displayName: '区', district: town.code.slice(0, 6) };
    const { account } = await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(account.name);
    const { data, errors } = await office.send('query($id: ID!) { team(id: $id) { name notices { title } } }', {
      id: team,
    });
    expect([data.team, errors[0]?.extensions.code]).toEqual([{ name: '组团', notices: null }, 'FORBIDDEN']);
  });

  it.each([
    ['input.title', { title: ' ' }],
    ['input.title', { title: '公'.repeat(61) }],
    ['input.text', { text: '' }],
    ['input.text', { text: '告'.repeat(2001) }],
    ['input.from', { from: '2023-12-31' }],
    ['input.to', { to: inDays(0) }],
    ['input.to', { to: '2124-03-01' }],
  ])('are refused with bad %s, and nothing is posted', async (field, wrong) => {
    await changesNothing(platform, town, async () => {
      const refused = { code: 'BAD_INPUT', field };
      expect(await town.admin.refused('postNotice', { team, ...water, ...wrong })).toEqual(refused);
    });
  });

  it('begin at most a week back, as somebody may enter late what hung on the board, and not before their team', async () => {
    await changesNothing(platform, town, async () => {
      for (const [language, message] of [
        ['en', `A notice begins at most 7 days back: on ${inDays(-7)} at the earliest.`],
        ['zh', `公示起始日最多可早于今天 7 天，即不早于 ${inDays(-7)}。`],
      ] as const) {
        const client = await platform.clientOf(`admin-${town.code}`, language);
        const query = 'mutation($input: PostNoticeInput!) { postNotice(input: $input) { notice { id } } }';
        const { errors } = await client.send(query, { input: { team, ...water, from: inDays(-8) } });
        const about = { code: 'BAD_INPUT', field: 'input.from' };
        expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([[message, about]]);
      }
    });
    await post(town.admin, { from: inDays(-7) });
    expect(await boardOn(inDays(-7))).toEqual([['停水通知']]);
    const forming = { block, name: '新组', from: inDays(-2) };
    const { id: formed } = (await town.admin.do('formTeam', forming, 'team { id }')).team;
    expect(await town.admin.refused('postNotice', { ...water, team: formed, from: inDays(-3) })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.from' },
    });
  });

  it('are not taken down before they begin, nor posted by a team that is disbanded', async () => {
    const notice = await post();
    const early = { notice, on: inDays(-1) };
    expect(await town.admin.refused('takeDownNotice', early)).toEqual({ code: 'BAD_INPUT', field: 'input.on' });
    await town.admin.do('disbandTeam', { team, on: inDays(61) }, 'team { id }');
    const late = { team, ...water, from: inDays(61) };
    expect(await town.admin.refused('postNotice', late)).toEqual({ code: 'CONFLICT', field: 'input.team' });
    await post(town.admin, { from: inDays(60) });
  });

  it('sent again with their key are posted once', async () => {
    const keyed = { team, ...water, idempotencyKey: 'b0a1e1f0-0000-4000-8000-000000000001' };
    const first = await town.admin.do('postNotice', keyed, 'notice { id title }');
    expect(await town.admin.do('postNotice', keyed, 'notice { id title }')).toEqual(first);
    expect(await boardOn(inDays(0))).toEqual([['停水通知']]);
  });
});
