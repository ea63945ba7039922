import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const asAdministrator = (town: TestTown, name: string) => ({
  town: town.code,
  name,
  displayName: '王芳',
  role: 'TOWN_ADMINISTRATOR',
});

describe('opening an account in a town', () => {
  it('gives it the town’s code, a first role, and a password that is told once and works', async () => {
    const town = await platform.newTown();
    const input = { ...asAdministrator(town, 'wang.fang-2'), role: 'UNIT_OFFICER', unit: town.unit(0) };
    const opened = await town.admin.do(
      'openAccount',
      input,
      'password account { id name displayName home assignments { role unit { id } team { id } town { code } } }',
    );
    const name = `wang.fang-2-${town.code}`;
    expect(opened).toEqual({
      password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
      account: {
        id: opened.account.id,
        name,
        displayName: '王芳',
        home: true,
        assignments: [{ role: 'UNIT_OFFICER', unit: { id: town.unit(0) }, team: null, town: { code: town.code } }],
      },
    });
    const officer = await platform.clientOf(name);
    const block = { town: town.code, parent: town.unit(0), kind: 'BLOCK', name: '块区' };
    await officer.do('openUnit', block, 'unit { id }');
    const change = { current: opened.password, new: 'a new long password' };
    await officer.do('changePassword', change, 'account { name }');
  });

  it('lets two towns have an account of the same short name', async () => {
    for (const town of [await platform.newTown(), await platform.newTown()]) {
      await town.admin.do('openAccount', asAdministrator(town, 'wang'), 'account { id }');
    }
  });

  it('refuses wrong input with the field at fault and changes nothing', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const block = await town.openUnit();
    const team = await town.formTeam(block);
    const gone = await town.formTeam(block);
    await town.admin.do('disbandTeam', { team: gone }, 'team { id }');
    const closed = await town.openUnit();
    await town.admin.do('closeUnit', { unit: closed }, 'unit { id }');
    const nextYear = `${new Date().getFullYear() + 1}-12-31`;
    const coming = (await town.admin.do('formTeam', { block, name: '将来', from: nextYear }, 'team { id }')).team.id;
    const ending = await town.formTeam(block);
    await town.admin.do('disbandTeam', { team: ending, on: nextYear }, 'team { id }');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ name: 'admin' }, 'CONFLICT', 'input.name'],
      [{ name: 'w' }, 'BAD_INPUT', 'input.name'],
      [{ name: 'w'.repeat(33) }, 'BAD_INPUT', 'input.name'],
      [{ name: '2wang' }, 'BAD_INPUT', 'input.name'],
      [{ name: 'Wang' }, 'BAD_INPUT', 'input.name'],
      [{ name: '王芳' }, 'BAD_INPUT', 'input.name'],
      [{ name: 'wang fang' }, 'BAD_INPUT', 'input.name'],
      [{ name: 'wang-310112114' }, 'BAD_INPUT', 'input.name'],
      [{ displayName: ' ' }, 'BAD_INPUT', 'input.displayName'],
      [{ displayName: '王'.repeat(61) }, 'BAD_INPUT', 'input.displayName'],
      [{ unit: town.unit(0) }, 'BAD_INPUT', 'input.unit'],
      [{ team }, 'BAD_INPUT', 'input.team'],
      [{ role: 'UNIT_OFFICER' }, 'BAD_INPUT', 'input.unit'],
      [{ role: 'UNIT_OFFICER', unit: town.unit(0), team }, 'BAD_INPUT', 'input.team'],
      [{ role: 'TEAM_LEAD' }, 'BAD_INPUT', 'input.team'],
      [{ role: 'TEAM_MEMBER', team, unit: block }, 'BAD_INPUT', 'input.unit'],
      [{ role: 'UNIT_OFFICER', unit: other.unit(0) }, 'NOT_FOUND', 'input.unit'],
      [{ role: 'UNIT_OFFICER', unit: team }, 'NOT_FOUND', 'input.unit'],
      [{ role: 'UNIT_OFFICER', unit: closed }, 'NOT_FOUND', 'input.unit'],
      [{ role: 'TEAM_LEAD', team: block }, 'NOT_FOUND', 'input.team'],
      [{ role: 'TEAM_LEAD', team: gone }, 'NOT_FOUND', 'input.team'],
      [{ role: 'TEAM_LEAD', team: coming }, 'NOT_FOUND', 'input.team'],
      [{ role: 'TEAM_LEAD', team: ending }, 'CONFLICT', 'input.team'],
      [{ role: 'PLATFORM_OPERATOR' }, 'FORBIDDEN', 'input.role'],
      [{ role: 'DISTRICT_OFFICE' }, 'FORBIDDEN', 'input.role'],
      [{ role: 'PUBLIC' }, 'FORBIDDEN', 'input.role'],
      [{ role: 'APPLICATION' }, 'FORBIDDEN', 'input.role'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [change, code, field] of wrong) {
        const refusal = await town.admin.refused('openAccount', { ...asAdministrator(town, 'wang'), ...change });
        expect({ change, ...refusal }).toEqual({ change, code, field });
      }
    });
    expect(await platform.database.sql('select from account where name = $1', [`wang-${town.code}`])).toEqual([]);
  });

  it('is for the town’s administrators; the operator opens the first one only', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    await changesNothing(platform, town, async () => {
      const input = asAdministrator(town, 'wang');
      expect(await officer.refused('openAccount', input)).toEqual({ code: 'FORBIDDEN' });
      expect(await other.admin.refused('openAccount', input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
      expect(
        await platform.operator.refused('openAccount', { ...input, role: 'UNIT_OFFICER', unit: town.unit(0) }),
      ).toEqual({ code: 'FORBIDDEN', field: 'input.role' });
    });
    expect(await platform.operator.refused('openAccount', asAdministrator(town, 'second'))).toEqual({
      code: 'CONFLICT',
      field: 'input.town',
    });
    await town.admin.do('openAccount', asAdministrator(town, 'second'), 'account { id }');
  });

  it('answers the operator the password, but not what the account holds', async () => {
    const [town] = await platform.database.sql<{ code: string }>(
      'select code from town where set_up_on is null limit 1',
    );
    const code = town?.code ?? '';
    await platform.operator.do('setUpTown', { code }, 'town { code }');
    const first = { town: code, name: 'first', displayName: '管理员', role: 'TOWN_ADMINISTRATOR' };
    const opened = await platform.operator.do('openAccount', first, 'password account { name assignments { role } }');
    expect(opened).toMatchObject({
      password: expect.any(String),
      account: { name: `first-${code}`, assignments: null },
    });
  });

  it('opens one account of a name when several are opened at once', async () => {
    const town = await platform.newTown();
    const query = 'mutation($input: OpenAccountInput!) { openAccount(input: $input) { account { id } } }';
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => town.admin.send(query, { input: asAdministrator(town, 'wang') })),
    );
    const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
    expect(refused).toEqual(Array.from({ length: 4 }, () => ({ code: 'CONFLICT', field: 'input.name' })));
    expect(platform.faults).toEqual([]);
  });
});

describe('opening an account above the towns', () => {
  it('gives a district office its towns, and nobody else’s', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const district = town.code.slice(0, 6);
    const opened = await platform.operator.do(
      'openOfficeAccount',
      { name: 'shegong', displayName: '区社工部', district },
      'password account { name displayName }',
    );
    expect(opened).toEqual({
      password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
      account: { name: `shegong-${district}`, displayName: '区社工部' },
    });
    const office = await platform.clientOf(`shegong-${district}`);
    const { districts } = await office.ask('{ districts { code towns { code } } }');
    expect(districts.map((each: { code: string }) => each.code)).toEqual([district]);
    expect(districts[0].towns).toContainEqual({ code: town.code });
    const query = 'query($code: RegisterCode!) { town(code: $code) { code } }';
    const foreign = other.code.startsWith(district) ? (district === '310101' ? '310112114' : '310101002') : other.code;
    const { errors } = await office.send(query, { code: foreign });
    expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'code' });
  });

  it('opens a second operator', async () => {
    await platform.operator.do('openOfficeAccount', { name: 'second', displayName: '运营' }, 'account { name }');
    const second = await platform.clientOf('second');
    const { viewer } = await second.ask('{ viewer { assignments { role district { code } town { code } } } }');
    expect(viewer.assignments).toEqual([{ role: 'PLATFORM_OPERATOR', district: null, town: null }]);
  });

  it('refuses wrong input with the field at fault, and everybody but the operator', async () => {
    const { admin } = await platform.newTown();
    const input = { name: 'office', displayName: '办公室', district: '310112' };
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ district: '310999' }, 'NOT_FOUND', 'input.district'],
      [{ district: '310112114' }, 'NOT_FOUND', 'input.district'],
      [{ district: 'x' }, 'BAD_INPUT', 'input.district'],
      [{ name: 'Office' }, 'BAD_INPUT', 'input.name'],
      [{ name: 'office-310112' }, 'BAD_INPUT', 'input.name'],
      [{ displayName: '' }, 'BAD_INPUT', 'input.displayName'],
      [{ name: 'operator', district: null }, 'CONFLICT', 'input.name'],
    ];
    const before = await platform.database.sql('select name from account union all select id::text from office');
    for (const [change, code, field] of wrong) {
      const refusal = await platform.operator.refused('openOfficeAccount', { ...input, ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
    expect(await admin.refused('openOfficeAccount', input)).toEqual({ code: 'FORBIDDEN' });
    const after = await platform.database.sql('select name from account union all select id::text from office');
    expect(after.length).toBe(before.length);
  });
});
