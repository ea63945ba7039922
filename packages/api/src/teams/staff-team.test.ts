import { beforeEach, describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();
let town: TestTown;
let block: string;
let team: string;

beforeEach(async () => {
  town = await platform.newTown();
  block = await town.openUnit({ from: '2024-01-01' });
  team = (await town.admin.do('formTeam', { block, name: '组团', from: '2024-01-01' }, 'team { id }')).team.id;
});

const member = 'member { id role person { name } partner { name } validFrom validTo } team { id }';

async function partner(name = '幼儿园'): Promise<string> {
  return (await town.admin.do('registerPartner', { town: town.code, name }, 'partner { id }')).partner.id;
}

async function membersOn(day: string): Promise<string[]> {
  const query = `query($id: ID!, $day: Date!) { team(id: $id, asOf: $day) { members { role person { name } partner { name } } } }`;
  const { team: seen } = await town.admin.ask(query, { id: team, day });
  return seen.members.map((each: { role: string; person?: { name: string }; partner?: { name: string } }) =>
    [each.role, (each.person ?? each.partner)?.name].join(' '),
  );
}

describe('joining a team', () => {
  it('takes a person or a partner organisation in from a day on, and lists the lead first', async () => {
    const joined = await town.admin.do(
      'joinTeam',
      { team, partner: await partner(), role: 'PARTNER', from: '2024-02-01' },
      member,
    );
    expect(joined).toEqual({
      member: {
        id: joined.member.id,
        role: 'PARTNER',
        person: null,
        partner: { name: '幼儿园' },
        validFrom: '2024-02-01',
        validTo: null,
      },
      team: { id: team },
    });
    const lead = { team, person: await town.person('王芳'), role: 'LEAD', from: '2024-03-01' };
    await town.admin.do('joinTeam', lead, member);
    expect(await membersOn('2024-01-31')).toEqual([]);
    expect(await membersOn('2024-02-29')).toEqual(['PARTNER 幼儿园']);
    expect(await membersOn('2024-03-01')).toEqual(['LEAD 王芳', 'PARTNER 幼儿园']);
  });

  it('lets one of fifty win who would lead at once', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => town.person()));
    const query = 'mutation($input: JoinTeamInput!) { joinTeam(input: $input) { member { id } } }';
    const answers = await Promise.all(
      people.map((person) => town.admin.send(query, { input: { team, person, role: 'LEAD' } })),
    );
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual(Array.from({ length: 49 }, () => ({ code: 'CONFLICT', field: 'input.role' })));
    expect(platform.faults).toEqual([]);
  });

  it('refuses wrong input with the field at fault and changes nothing', async () => {
    const other = await platform.newTown();
    const [person, lead, organisation] = [await town.person(), await town.person(), await partner()];
    await town.admin.do('joinTeam', { team, person: lead, role: 'LEAD', from: '2024-06-01' }, member);
    await town.admin.do('joinTeam', { team, partner: organisation, role: 'PARTNER' }, member);
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ role: 'LEAD' }, 'CONFLICT', 'input.role'],
      [{ role: 'LEAD', from: '2024-02-01' }, 'CONFLICT', 'input.role'],
      [{ person: lead }, 'CONFLICT', 'input.person'],
      [{ person: lead, from: '2024-02-01' }, 'CONFLICT', 'input.person'],
      [{ person: null, partner: organisation, role: 'PARTNER' }, 'CONFLICT', 'input.partner'],
      [{ partner: organisation }, 'BAD_INPUT', 'input.person'],
      [{ person: null }, 'BAD_INPUT', 'input.person'],
      [{ role: 'PARTNER' }, 'BAD_INPUT', 'input.role'],
      [{ person: null, partner: organisation }, 'BAD_INPUT', 'input.role'],
      [{ role: 'BOSS' }, 'BAD_INPUT', 'input.role'],
      [{ from: '2023-12-31' }, 'BAD_INPUT', 'input.from'],
      [{ from: '1949-09-30' }, 'BAD_INPUT', 'input.from'],
      [{ person: await other.person() }, 'NOT_FOUND', 'input.person'],
      [{ person: organisation }, 'NOT_FOUND', 'input.person'],
      [{ person: null, partner: person, role: 'PARTNER' }, 'NOT_FOUND', 'input.partner'],
      [{ team: block }, 'NOT_FOUND', 'input.team'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [change, code, field] of wrong) {
        const refusal = await town.admin.refused('joinTeam', { team, person, role: 'VOLUNTEER', ...change });
        expect({ change, ...refusal }).toEqual({ change, code, field });
      }
    });
  });

  it('is possible again for somebody who left, or whose membership to come was taken back', async () => {
    const person = await town.person('李');
    const join = (from: string) => town.admin.do('joinTeam', { team, person, role: 'LEAD', from }, member);
    const first = await join('2024-01-01');
    await town.admin.do('leaveTeam', { member: first.member.id, on: '2024-03-01' }, member);
    const again = await join('2024-03-01');
    await town.admin.do('leaveTeam', { member: again.member.id, on: '2024-03-01' }, member);
    await join('2024-03-01');
    expect(await membersOn('2024-03-01')).toEqual(['LEAD 李']);
    const nextYear = `${new Date().getFullYear() + 1}-12-31`;
    const ahead = { team, person: await town.person('赵'), role: 'VOLUNTEER' };
    const taken = await town.admin.do('joinTeam', { ...ahead, from: nextYear }, member);
    await town.admin.do('leaveTeam', { member: taken.member.id, on: nextYear }, member);
    await town.admin.do('joinTeam', ahead, member);
  });
});

describe('leaving a team', () => {
  it('ends a membership on a day', async () => {
    const { member: joined } = await town.admin.do(
      'joinTeam',
      { team, person: await town.person('陈'), role: 'VOLUNTEER', from: '2024-02-01' },
      member,
    );
    const left = await town.admin.do('leaveTeam', { member: joined.id, on: '2024-04-01' }, member);
    expect(left).toEqual({ member: { ...joined, validTo: '2024-04-01' }, team: { id: team } });
    expect(await membersOn('2024-03-31')).toEqual(['VOLUNTEER 陈']);
    expect(await membersOn('2024-04-01')).toEqual([]);
  });

  it('refuses what has ended, a day before it began, and what is not a membership', async () => {
    const join = async (from: string) =>
      (await town.admin.do('joinTeam', { team, person: await town.person(), role: 'VOLUNTEER', from }, 'member { id }'))
        .member.id;
    const [ended, lasting] = [await join('2024-02-01'), await join('2024-02-01')];
    await town.admin.do('leaveTeam', { member: ended }, 'member { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ member: ended }, 'CONFLICT', 'input.member'],
      [{ member: lasting, on: '2024-01-31' }, 'BAD_INPUT', 'input.on'],
      [{ member: lasting, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
      [{ member: team }, 'NOT_FOUND', 'input.member'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        expect({ input, ...(await town.admin.refused('leaveTeam', input)) }).toEqual({ input, code, field });
      }
    });
  });
});

describe('who staffs a team', () => {
  it('its lead and the officer of its village, nobody of another team, village or town, and no member', async () => {
    const other = await platform.newTown();
    const lead = await town.account('TEAM_LEAD', { team });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const outside = [
      await town.account('TEAM_LEAD', { team: await town.formTeam(block) }),
      await town.account('UNIT_OFFICER', { unit: town.unit(1) }),
      other.admin,
    ];
    const ordinary = await town.account('TEAM_MEMBER', { team });
    const join = async () => ({ team, person: await town.person(), role: 'VOLUNTEER' });
    const { member: joined } = await lead.do('joinTeam', await join(), member);
    const { member: ended } = await officer.do('joinTeam', await join(), member);
    await officer.do('leaveTeam', { member: ended.id }, member);
    const input = await join();
    await changesNothing(platform, town, async () => {
      for (const client of outside) {
        expect(await client.refused('joinTeam', input)).toEqual({ code: 'NOT_FOUND', field: 'input.team' });
        for (const id of [joined.id, ended.id]) {
          const refusal = await client.refused('leaveTeam', { member: id });
          expect(refusal).toEqual({ code: 'NOT_FOUND', field: 'input.member' });
        }
      }
      expect(await ordinary.refused('joinTeam', input)).toEqual({ code: 'FORBIDDEN' });
      expect(await ordinary.refused('leaveTeam', { member: joined.id })).toEqual({ code: 'FORBIDDEN' });
    });
    await lead.do('leaveTeam', { member: joined.id }, member);
  });

  it('shows its members to its own people, and to nobody else in the town', async () => {
    await town.admin.do('joinTeam', { team, person: await town.person('陈'), role: 'LEAD' }, member);
    const query = 'query($id: ID!) { team(id: $id) { name members { person { name } } viewerCan } }';
    const seenBy = async (client: typeof town.admin) => (await client.ask(query, { id: team })).team;
    const members = [{ person: { name: '陈' } }];
    const own = await seenBy(await town.account('TEAM_MEMBER', { team }));
    expect(own.members).toEqual(members);
    expect(own.viewerCan).not.toContain('TEAM_STAFF');
    const lead = await seenBy(await town.account('TEAM_LEAD', { team }));
    expect(lead).toMatchObject({ members, viewerCan: expect.arrayContaining(['TEAM_STAFF']) });
    const stranger = await seenBy(await town.account('TEAM_LEAD', { team: await town.formTeam(block) }));
    expect(stranger).toMatchObject({ name: '组团', members: null });
    expect(stranger.viewerCan).not.toContain('TEAM_STAFF');
  });
});
