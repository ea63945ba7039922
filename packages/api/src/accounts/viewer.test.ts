import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();

const query = `{ viewer {
  account { id name displayName }
  assignments { role town { code } district { code } unit { id } team { id } }
  permissions
} }`;

const none = { town: null, district: null, unit: null, team: null };

it('is nobody for the public', async () => {
  expect(await platform.public.ask(query)).toEqual({ viewer: null });
});

it('is whoever is signed in, with the roles they hold and on what', async () => {
  const town = await platform.newTown();
  const team = await town.formTeam(await town.openUnit());
  const at = { ...none, town: { code: town.code } };
  const held = async (client: typeof town.admin) => (await client.ask(query)).viewer.assignments;
  expect(await held(town.admin)).toEqual([{ ...at, role: 'TOWN_ADMINISTRATOR' }]);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await held(officer)).toEqual([{ ...at, role: 'UNIT_OFFICER', unit: { id: town.unit(0) } }]);
  const lead = await town.account('TEAM_LEAD', { team });
  expect(await held(lead)).toEqual([{ ...at, role: 'TEAM_LEAD', team: { id: team } }]);
  expect(await held(platform.operator)).toEqual([{ ...none, role: 'PLATFORM_OPERATOR' }]);
  const office = { name: 'office', displayName: '区社工部', district: town.code.slice(0, 6) };
  const { account } = await platform.operator.do('openOfficeAccount', office, 'account { id name displayName }');
  const { viewer } = await (await platform.clientOf(account.name)).ask(query);
  expect(viewer.account).toEqual(account);
  expect(viewer.assignments).toEqual([{ ...none, role: 'DISTRICT_OFFICE', district: { code: office.district } }]);
});

it('has the permissions of all its roles together', async () => {
  const town = await platform.newTown();
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
  const permissions = async () => (await member.ask(query)).viewer.permissions;
  expect(await permissions()).toEqual([
    'TOWN_READ',
    'UNIT_COUNT',
    'UNIT_READ',
    'RESTRUCTURING_READ',
    'TEAM_READ',
    'NOTICE_READ',
    'HOUSEHOLD_READ',
    'RESIDENT_READ',
    'RESIDENT_KEEP',
    'CATEGORY_READ',
    'CATEGORY_ASSIGN',
    'PHOTO_ADD',
    'VISIT_READ',
    'VISIT_RECORD',
    'HOUSEHOLD_COUNT',
    'REQUEST_READ',
    'REQUEST_RAISE',
    'REQUEST_HANDLE',
    'REQUEST_FOLLOW_UP',
    'REQUEST_COUNT',
    'HOTLINE_READ',
    'CALL_COUNT',
    'PATROL_READ',
    'PATROL_RECORD',
    'PATROL_COUNT',
    'INSPECTION_COUNT',
    'PROJECT_READ',
    'PROJECT_COUNT',
    'DELIBERATION_READ',
    'DELIBERATION_RECORD',
    'DELIBERATION_COUNT',
    'PROGRAMME_READ',
    'ENROLMENT_READ',
    'ENROLMENT_KEEP',
    'VOLUNTEER_READ',
    'VOLUNTEER_KEEP',
    'PAIRING_READ',
    'PAIRING_CONTACT',
    'PAIRING_COUNT',
    'RELIEF_COUNT',
    'PARTY_READ',
    'COVERAGE_COUNT',
    'FIGURE_READ',
    'PERSON_READ',
  ]);
  const { code } = await town.admin.do(
    'inviteToTown',
    { town: town.code, role: 'UNIT_OFFICER', unit: town.unit(0) },
    'code',
  );
  await member.do('acceptInvitation', { code }, 'viewer { permissions }');
  platform.advance(5000);
  expect(await permissions()).toEqual(expect.arrayContaining(['UNIT_OPEN', 'TEAM_STAFF', 'FINDING_READ']));
  expect(await permissions()).not.toContain('ACCOUNT_OPEN');
});

it('finds its own account by its id, and nobody else’s', async () => {
  const town = await platform.newTown();
  const id = (await town.admin.ask(query)).viewer.account.id;
  const node = 'query($id: ID!) { node(id: $id) { ... on Account { name } } }';
  expect((await town.admin.ask(node, { id })).node).toEqual({ name: `admin-${town.code}` });
  const { errors } = await platform.operator.send(node, { id });
  expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
});

it('sees on a town what it may do there as a whole', async () => {
  const town = await platform.newTown();
  const can = async (client: typeof town.admin) =>
    (await client.ask('query($code: RegisterCode!) { town(code: $code) { viewerCan } }', { code: town.code })).town
      .viewerCan;
  expect(await can(town.admin)).toEqual(expect.arrayContaining(['UNIT_OPEN', 'TOWN_CONFIGURE', 'ACCOUNT_ASSIGN']));
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  expect(await can(officer)).toEqual([
    'TOWN_READ',
    'UNIT_COUNT',
    'UNIT_READ',
    'RESTRUCTURING_READ',
    'TEAM_READ',
    'NOTICE_READ',
    'PHOTO_ADD',
    'HOUSEHOLD_COUNT',
    'REQUEST_COUNT',
    'HOTLINE_READ',
    'CALL_COUNT',
    'PATROL_COUNT',
    'INSPECTION_READ',
    'INSPECTION_COUNT',
    'PROJECT_READ',
    'PROJECT_COUNT',
    'DELIBERATION_READ',
    'DELIBERATION_COUNT',
    'PROGRAMME_READ',
    'PAIRING_COUNT',
    'RELIEF_COUNT',
    'PARTY_READ',
    'COVERAGE_COUNT',
    'FIGURE_READ',
    'PERSON_REGISTER',
  ]);
  expect(await can(platform.operator)).toEqual([
    'TOWN_READ',
    'TOWN_SET_UP',
    'UNIT_COUNT',
    'SUMMARY_READ',
    'ACCOUNT_OPEN',
    'OFFICE_OPEN',
  ]);
});

it('sees on a town what it may do somewhere in it, and nothing that it may do elsewhere', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { code } = await other.admin.do('inviteToTown', { town: other.code, role: 'AUDITOR' }, 'code');
  await officer.do('acceptInvitation', { code }, 'viewer { permissions }');
  platform.advance(5000);
  const query = 'query($code: RegisterCode!) { town(code: $code) { viewerCan viewerCanSomewhere } }';
  const read = async (of: string) => (await officer.ask(query, { code: of })).town;
  const { viewerCan, viewerCanSomewhere } = await read(town.code);
  expect(viewerCan).not.toContain('VISIT_RECORD');
  expect(viewerCanSomewhere).toEqual(expect.arrayContaining([...viewerCan, 'VISIT_RECORD', 'UNIT_OPEN']));
  expect(viewerCanSomewhere).not.toContain('AUDIT_READ');
  expect((await read(other.code)).viewerCanSomewhere).toContain('AUDIT_READ');
  expect((await read(other.code)).viewerCanSomewhere).not.toContain('VISIT_RECORD');
});
