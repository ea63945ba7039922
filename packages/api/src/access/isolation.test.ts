import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { globalId, type IdType } from '../schema/global-id.ts';
import { buildSchema } from '../schema.ts';

const platform = testPlatform();
const schema = buildSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};

/** The global ids of one thing of each type in a town, and of an office of its district. */
type Ids = Record<Exclude<IdType, 'District' | 'Account' | 'Contact'>, string>;

/** A block of an overlay in each town, by the town's code. */
const overlayBlocks = new Map<string, string>();

let mine: TestTown;
let other: TestTown;
let own: Ids;
let foreign: Ids;

beforeAll(async () => {
  [mine, other] = [await platform.newTown(), await platform.newTown()];
  [own, foreign] = [await furnish(mine), await furnish(other)];
});

async function furnish(town: TestTown): Promise<Ids> {
  const block = await town.openUnit();
  const team = await town.formTeam(block);
  const person = await town.person();
  const { partner } = await town.admin.do('registerPartner', { town: town.code, name: '幼儿园' }, 'partner { id }');
  const { member } = await town.admin.do('joinTeam', { team, person, role: 'LEAD' }, 'member { id }');
  const { post } = await town.admin.do(
    'appointOfficer',
    { unit: town.unit(0), person, title: 'OFFICER' },
    'post { id }',
  );
  const opened = { town: town.code, name: 'officer', displayName: '干部', role: 'UNIT_OFFICER', unit: town.unit(0) };
  const { account } = await town.admin.do('openAccount', opened, 'account { id assignments { id } }');
  const { town: self } = await town.admin.ask('query($code: RegisterCode!) { town(code: $code) { id } }', {
    code: town.code,
  });
  await town.admin.do('inviteToTown', { town: town.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
  const { town: invited } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { invitations { id } } }',
    {
      code: town.code,
    },
  );
  const { overlay } = await town.admin.do('openOverlay', { town: town.code, name: '籍贯' }, 'overlay { id }');
  const overlaid = await town.openUnit({ overlay: overlay.id });
  overlayBlocks.set(town.code, overlaid);
  const registering = { block, codes: ['1'] };
  const { households } = await town.admin.do('registerHouseholds', registering, 'households { id }');
  const draft = { town: town.code, reason: '调整', steps: [{ rename: { unit: block, name: '新名' } }] };
  const { restructuring } = await town.admin.do('draftRestructuring', draft, 'restructuring { id }');
  const office = { name: `o${town.code}`, displayName: '区', district: town.code.slice(0, 6) };
  const opening = await platform.operator.do('openOfficeAccount', office, 'account { id }');
  const { offices } = await platform.operator.ask('{ offices { id account { id } } }');
  return {
    Town: self.id,
    Unit: block,
    Overlay: overlay.id,
    Household: households[0].id,
    Restructuring: restructuring.id,
    Team: team,
    TeamMember: member.id,
    Person: person,
    Partner: partner.id,
    Post: post.id,
    TownAccount: account.id,
    Assignment: account.assignments[0].id,
    Invitation: invited.invitations[0].id,
    Office: offices.find((each: Data) => each.account.id === opening.account.id).id,
  };
}

/** Ids of things that do not exist: in one's own town, in the other town, and in a town that the register lacks. */
function absent(type: IdType): string[] {
  const towns = [Number(mine.code), Number(other.code), 999_999_999];
  return towns.map((town) => globalId(type, town, type === 'Town' ? '999999999' : randomUUID()));
}

const told = ({ status, data, errors }: Answer) => ({ status, data, errors });

describe('to the administrator of one town, an id of another town is an id that does not exist', () => {
  it('through node', async () => {
    const query = 'query($id: ID!) { node(id: $id) { __typename id } }';
    for (const [type, id] of Object.entries(foreign)) {
      const answer = told(await mine.admin.send(query, { id }));
      expect(answer.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
      for (const nothing of absent(type as IdType)) {
        expect(told(await mine.admin.send(query, { id: nothing })), type).toEqual(answer);
      }
    }
  });

  it('though its own are found', async () => {
    for (const [type, id] of Object.entries(own)) {
      const { data } = await mine.admin.send('query($id: ID!) { node(id: $id) { id } }', { id });
      // Memberships, posts and assignments are parts of what they belong to and have no page of their own; offices are
      // above the town.
      expect(data.node, type).toEqual(
        ['TeamMember', 'Post', 'Assignment', 'Invitation', 'Office'].includes(type) ? null : { id },
      );
    }
  });

  it.each([
    ['unit', 'Unit', 'query($id: ID!) { unit(id: $id) { name } }'],
    ['team', 'Team', 'query($id: ID!) { team(id: $id) { name } }'],
    [
      'units under',
      'Unit',
      'query($id: ID!, $code: RegisterCode!) { town(code: $code) { units(under: $id) { totalCount } } }',
    ],
    ['tree', 'Unit', 'query($id: ID!, $code: RegisterCode!) { town(code: $code) { tree(root: $id) { id } } }'],
    [
      'findings',
      'Unit',
      'query($id: ID!, $code: RegisterCode!) { town(code: $code) { findings(under: $id) { totalCount } } }',
    ],
  ] as const)('as the argument of %s', async (_name, type, query) => {
    const send = async (id: string) =>
      told(await mine.admin.send(query, query.includes('$code') ? { id, code: mine.code } : { id }));
    const answer = await send(foreign[type]);
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const nothing of absent(type)) expect(await send(nothing)).toEqual(answer);
    expect((await send(own[type])).errors).toEqual([]);
  });

  it('as the code of a town', async () => {
    const query = 'query($code: RegisterCode!) { town(code: $code) { name } }';
    const answer = told(await mine.admin.send(query, { code: other.code }));
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(told(await mine.admin.send(query, { code: '999999999' }))).toEqual(answer);
  });

  it('through a cursor of a list of the other town', async () => {
    const query = `query($code: RegisterCode!, $after: String) {
      town(code: $code) { people(after: $after) { nodes { id } } units(after: $after) { nodes { id } } } }`;
    const page = await other.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { people { pageInfo { endCursor } } } }',
      { code: other.code },
    );
    const after = page.town.people.pageInfo.endCursor;
    const { data } = await mine.admin.send(query, { code: mine.code, after });
    const ids = [...(data.town.people?.nodes ?? []), ...(data.town.units?.nodes ?? [])].map((node: Data) => node.id);
    expect(ids.filter((id: string) => Buffer.from(id, 'base64url').toString().includes(other.code))).toEqual([]);
  });
});

describe('in the input of a mutation, an id or code of another town answers as one that does not exist', () => {
  /** What each input field names, and what to put into the others so that only this one is at fault. */
  const idTypes: Record<string, IdType> = {
    unit: 'Unit',
    parent: 'Unit',
    block: 'Unit',
    team: 'Team',
    member: 'TeamMember',
    person: 'Person',
    partner: 'Partner',
    post: 'Post',
    account: 'TownAccount',
    assignment: 'Assignment',
    invitation: 'Invitation',
    office: 'Office',
    draft: 'Restructuring',
    restructuring: 'Restructuring',
    overlay: 'Overlay',
    household: 'Household',
    head: 'TeamMember',
  };
  const fields = Object.values(mutations).flatMap((mutation) => {
    const input = getNamedType(mutation.args[0]?.type);
    if (!isInputObjectType(input)) throw new Error(`${mutation.name} has no input`);
    return Object.values(input.getFields())
      .filter((field) => ['ID', 'RegisterCode'].includes(getNamedType(field.type).name))
      .map((field) => [mutation.name, field.name, getNamedType(field.type).name] as const);
  });

  it('covers every mutation that names something of a town', () => {
    const without = Object.keys(mutations).filter((name) => !fields.some(([mutation]) => mutation === name));
    expect(without.sort()).toEqual(['acceptInvitation', 'changePassword']);
  });

  it.each(fields)('%s(%s)', async (mutation, field, scalar) => {
    const send = async (value: string) => {
      const input = { ...(await wellFormed(mutation, field)), [field]: value };
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const before = await stored();
      const answer = told(
        await mine.admin.send(`mutation($input: ${type}) { ${mutation}(input: $input) { __typename } }`, { input }),
      );
      expect(await stored()).toEqual(before);
      return answer;
    };
    const type = idTypes[field];
    const [asked, ...nothings] =
      scalar === 'ID' && type
        ? [foreign[type as keyof Ids], ...absent(type)]
        : field === 'district'
          ? ['310101', '999999']
          : [other.code, '999999999'];
    const answer = await send(asked ?? '');
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(answer.errors[0]?.extensions.code);
    for (const nothing of nothings) expect(await send(nothing)).toEqual(answer);
  });

  /** A town's file that opens a village. */
  const villageFile = Buffer.from('类型,上级,名称\n村,,偷\n').toString('base64');

  /** An input that would be taken if `field` named something of one's own. */
  async function wellFormed(mutation: string, field: string): Promise<Record<string, unknown>> {
    const role = field === 'team' ? 'TEAM_LEAD' : 'UNIT_OFFICER';
    const inputs: Record<string, Record<string, unknown>> = {
      setUpTown: {},
      setAllowedParents: { kind: 'BLOCK', parents: ['VILLAGE'] },
      openUnit: { town: mine.code, kind: 'BLOCK', name: '偷' },
      renameUnit: { name: '偷' },
      closeUnit: {},
      openOverlay: { name: '偷' },
      renameOverlay: { name: '偷' },
      registerHouseholds: { codes: ['偷'] },
      moveHousehold: { household: own.Household, block: own.Unit },
      placeInOverlay: { household: own.Household, block: overlayBlocks.get(mine.code) },
      removeFromOverlay: { household: own.Household, overlay: own.Overlay },
      draftRestructuring: { reason: '偷', steps: [] },
      reviseDraft: { reason: '偷', steps: [] },
      undoRestructuring: { reason: '偷' },
      formTeam: { name: '偷' },
      renameTeam: { name: '偷' },
      disbandTeam: {},
      joinTeam: {
        team: own.Team,
        role: field === 'partner' ? 'PARTNER' : 'VOLUNTEER',
        ...(field === 'team' && { person: own.Person }),
      },
      leaveTeam: {},
      registerPerson: { name: '偷' },
      registerPartner: { name: '偷' },
      appointOfficer: { unit: mine.unit(1), person: own.Person, title: 'DIRECTOR' },
      endPost: {},
      previewTreeImport: { fileName: '偷.csv', content: villageFile },
      importTree: { fileName: '偷.csv', content: villageFile, expectedDigest: '偷' },
      openAccount: {
        town: mine.code,
        name: 'thief',
        displayName: '偷',
        role,
        ...(field === 'town' && { unit: own.Unit }),
      },
      openOfficeAccount: { name: 'thief', displayName: '偷' },
      assignRole: { account: own.TownAccount, role, ...(field === 'account' && { unit: own.Unit }) },
      endAssignment: {},
      resetPassword: {},
      inviteToTown: { town: mine.code, role, ...(field === 'town' && { unit: own.Unit }) },
    };
    return inputs[mutation] ?? {};
  }

  /** How many rows every table of the two towns holds, so that a refused theft that left something behind shows. */
  async function stored() {
    const tables = ['unit', 'unit_version', 'team', 'team_version', 'team_member', 'person', 'partner', 'post'];
    tables.push('town_account', 'assignment', 'invitation', 'account', 'office', 'allowed_parent', 'restructuring');
    const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    const states = `(select md5(string_agg(t::text, '' order by t::text)) from unit t) as units`;
    const offices = `(select md5(string_agg(o::text, '' order by o::text)) from office o) as offices`;
    return platform.database.sql(`select ${counts}, ${states}, ${offices}`);
  }
});

it('lists to a town’s people their own town only', async () => {
  const { districts } = await mine.admin.ask('{ districts { towns { code } } }');
  expect(districts).toEqual([{ towns: [{ code: mine.code }] }]);
});

it('shows the public nothing but that it is the public', async () => {
  for (const query of [
    '{ districts { name } }',
    `{ town(code: "${mine.code}") { name } }`,
    `{ node(id: "${own.Unit}") { id } }`,
  ]) {
    expect((await platform.public.send(query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
  expect(await platform.public.ask('{ viewer { account { name } } }')).toEqual({ viewer: null });
});

it('shows the operator towns and counts, but no unit, team or person', async () => {
  const query = `query($code: RegisterCode!) { town(code: $code) { name unitCounts { kind count } teamCount } }`;
  const { town } = await platform.operator.ask(query, { code: mine.code });
  expect(town.teamCount).toBe(1);
  for (const field of [
    'tree { name }',
    'units { totalCount }',
    'people { totalCount }',
    'accounts { totalCount }',
    'findings { totalCount }',
  ]) {
    const { data, errors } = await platform.operator.send(
      `query($code: RegisterCode!) { town(code: $code) { ${field} } }`,
      {
        code: mine.code,
      },
    );
    expect(errors[0]?.extensions.code, field).toBe('FORBIDDEN');
    expect(Object.values(data.town), field).toEqual([null]);
  }
  expect(
    (await platform.operator.send('query($id: ID!) { unit(id: $id) { name } }', { id: own.Unit })).errors[0]?.extensions
      .code,
  ).toBe('FORBIDDEN');
});

it('shows a district office the trees of its own towns and nobody in them', async () => {
  const district = mine.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const { districts } = await office.ask('{ districts { code towns { code } } }');
  expect(districts.map((each: Data) => each.code)).toEqual([district]);
  const query = 'query($code: RegisterCode!) { town(code: $code) { tree { name kind } unitCounts { count } } }';
  const { town } = await office.ask(query, { code: mine.code });
  expect(town.tree.some((node: Data) => node.kind === 'TEAM')).toBe(true);
  const { data, errors } = await office.send('query($id: ID!) { team(id: $id) { name members { person { name } } } }', {
    id: own.Team,
  });
  expect(data.team.members).toBeNull();
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  const { data: unit } = await office.send('query($id: ID!) { unit(id: $id) { posts { person { name } } } }', {
    id: mine.unit(0),
  });
  expect(unit.unit.posts).toBeNull();
  if (other.code.slice(0, 6) !== district) {
    expect((await office.send(query, { code: other.code })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  }
});
