import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const query = `query($code: RegisterCode!, $first: Int, $after: String, $last: Int, $before: String, $filter: NameFilter) {
  town(code: $code) { people(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    nodes { id name } edges { cursor node { name } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }
}`;

async function people(town: TestTown, args: Record<string, unknown> = {}, client: ApiClient = town.admin) {
  return (await client.ask(query, { code: town.code, ...args })).town.people;
}

async function names(town: TestTown, args: Record<string, unknown>): Promise<string[]> {
  return (await people(town, args)).nodes.map((node: { name: string }) => node.name);
}

describe('registering', () => {
  it('a person and a partner organisation gives each an id of their own', async () => {
    const town = await platform.newTown();
    const input = { town: town.code, name: ' 王建国 ' };
    const { person } = await town.admin.do('registerPerson', input, 'person { __typename id name }');
    expect(person).toMatchObject({ __typename: 'Person', name: '王建国' });
    const { partner } = await town.admin.do(
      'registerPartner',
      { town: town.code, name: '春风幼儿园' },
      'partner { __typename id name }',
    );
    const node = 'query($id: ID!) { node(id: $id) { __typename id } }';
    expect((await town.admin.ask(node, { id: person.id })).node).toEqual({ __typename: 'Person', id: person.id });
    expect((await town.admin.ask(node, { id: partner.id })).node).toEqual({ __typename: 'Partner', id: partner.id });
    const seen = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { partners { nodes { name } } } }',
      { code: town.code },
    );
    expect(seen.town.partners.nodes).toEqual([{ name: '春风幼儿园' }]);
  });

  it('keeps people of one name apart, and writes a name in one form', async () => {
    const town = await platform.newTown();
    const [one, two] = [await town.person('张伟'), await town.person('张伟')];
    expect(one).not.toBe(two);
    const composed = { town: town.code, name: 'Zoe\u0308' };
    expect((await town.admin.do('registerPerson', composed, 'person { name }')).person.name).toBe('Zo\u00eb');
  });

  it('is for administrators, officers and leads of the town', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const team = await town.formTeam(await town.openUnit());
    const input = { town: town.code, name: '李娜' };
    for (const client of [
      await town.account('UNIT_OFFICER', { unit: town.unit(0) }),
      await town.account('TEAM_LEAD', { team }),
    ]) {
      await client.do('registerPerson', input, 'person { id }');
    }
    const member = await town.account('TEAM_MEMBER', { team });
    await changesNothing(platform, town, async () => {
      for (const verb of ['registerPerson', 'registerPartner']) {
        expect(await member.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
        expect(await platform.operator.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
        expect(await other.admin.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
      }
    });
  });

  it('refuses names that are none', async () => {
    const town = await platform.newTown();
    await changesNothing(platform, town, async () => {
      for (const verb of ['registerPerson', 'registerPartner']) {
        for (const name of ['', ' \u3000 ', '一'.repeat(61), '王\n伟', '王\u0000伟', '王\ud842']) {
          const refusal = await town.admin.refused(verb, { town: town.code, name });
          expect({ name, ...refusal }).toEqual({ name, code: 'BAD_INPUT', field: 'input.name' });
        }
      }
    });
  });
});

describe('the list of people', () => {
  it('is ordered by pinyin, gives everybody once in both directions, and knows what is beyond a page', async () => {
    const town = await platform.newTown();
    for (const name of ['周敏', '张伟', '安然', '王芳', '张伟', '李娜', '陈静']) await town.person(name);
    const all = await people(town);
    expect(all.nodes.map((node: { name: string }) => node.name)).toEqual([
      '安然',
      '陈静',
      '李娜',
      '王芳',
      '张伟',
      '张伟',
      '周敏',
    ]);
    const sizes: number[] = [];
    const forwards: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: Awaited<ReturnType<typeof people>> = await people(town, { first: 3, after });
      expect(page.totalCount).toBe(7);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      sizes.push(page.nodes.length);
      forwards.push(...page.nodes.map((node: { id: string }) => node.id));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(forwards).toEqual(all.nodes.map((node: { id: string }) => node.id));
    const backwards: string[] = [];
    let before: string | null = null;
    for (let more = true; more; ) {
      const page: Awaited<ReturnType<typeof people>> = await people(town, { last: 5, before });
      expect(page.pageInfo.hasNextPage).toBe(before !== null);
      sizes.push(page.nodes.length);
      backwards.unshift(...page.nodes.map((node: { id: string }) => node.id));
      more = page.pageInfo.hasPreviousPage;
      before = page.pageInfo.startCursor;
    }
    expect(backwards).toEqual(forwards);
    expect(sizes).toEqual([3, 3, 1, 5, 2]);
    const { edges } = all;
    const between = await people(town, { first: 9, after: edges[0].cursor, before: edges[3].cursor });
    expect(between.edges).toEqual([edges[1], edges[2]]);
  });

  it('keeps those whose name contains what is asked for, taken literally', async () => {
    const town = await platform.newTown();
    for (const name of ['王小明', '李小红', '100%', 'a_b']) await town.person(name);
    expect(await names(town, { filter: { name: ' 小 ' } })).toEqual(['李小红', '王小明']);
    expect(await names(town, { filter: { name: '%' } })).toEqual(['100%']);
    expect(await names(town, { filter: { name: '_' } })).toEqual(['a_b']);
    expect(await names(town, { filter: { name: '无此人' } })).toEqual([]);
    expect(await names(town, { filter: { name: '' } })).toHaveLength(4);
    expect((await people(town, { filter: { name: '小' }, first: 1 })).totalCount).toBe(2);
  });

  it('refuses page sizes, cursors and filters that are wrong, with the argument at fault', async () => {
    const town = await platform.newTown();
    await town.person('王');
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const id = '00000000-0000-0000-0000-000000000000';
    const wrong: [Record<string, unknown>, string][] = [
      [{ first: 0 }, 'first'],
      [{ last: 101 }, 'last'],
      [{ first: 1, last: 1 }, 'last'],
      [{ after: '' }, 'after'],
      [{ after: 'nonsense' }, 'after'],
      [{ after: cursor('王') }, 'after'],
      [{ after: cursor(['王', 7]) }, 'after'],
      [{ after: cursor(['王', '-'.repeat(36)]) }, 'after'],
      [{ after: cursor(['\0', id]) }, 'after'],
      [{ last: 1, before: cursor([null, id]) }, 'before'],
      [{ filter: { name: '\0王' } }, 'filter.name'],
    ];
    for (const [args, field] of wrong) {
      const { data, errors } = await town.admin.send(query, { code: town.code, ...args });
      expect({ args, ...errors[0]?.extensions }).toEqual({ args, code: 'BAD_INPUT', field });
      expect(data.town.people).toBeNull();
    }
    expect(platform.faults).toEqual([]);
  });

  it('is null for a member of a team who also works elsewhere, and refused to whoever registers nobody', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const team = await town.formTeam(await town.openUnit());
    const member = await town.account('TEAM_MEMBER', { team });
    expect((await member.send(query, { code: town.code })).errors[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      scopes: ['person:register'],
    });
    const invited = { town: other.code, role: 'UNIT_OFFICER', unit: other.unit(0) };
    const { code } = await other.admin.do('inviteToTown', invited, 'code');
    await member.do('acceptInvitation', { code }, 'viewer { account { id } }');
    platform.advance(5000);
    expect(await people(town, {}, member)).toBeNull();
    expect((await people(other, {}, member)).totalCount).toBe(0);
  });
});
