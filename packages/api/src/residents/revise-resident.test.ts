import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { inhabitedTown, membersOn, recordOf } from './resident.fixture.ts';

const platform = testPlatform();
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('what is known of a resident', () => {
  it('is corrected field by field, at a visit or without, and the household’s record keeps what it was', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 1);
    const [household, resident] = [households[0] ?? '', heads[0]];
    const visit = await recordVisit(town, household);
    const revise = (input: Record<string, unknown>) =>
      town.admin.do('reviseResident', { resident, ...input }, 'resident { version }');
    expect((await revise({ telephone: '139 0000 0000', visit })).resident.version).toBe(2);
    expect((await revise({ birthYear: null, name: '张三峰' })).resident.version).toBe(3);
    expect((await revise({ name: '张三峰' })).resident.version).toBe(3);
    expect(await membersOn(town.admin, household, today)).toEqual(['张三峰 13900000000 户主']);
    expect((await recordOf(town.admin, household)).slice(3)).toEqual([
      `RESIDENT_REVISED ${today} 张三峰 TELEPHONE 13812345678→13900000000`,
      `RESIDENT_REVISED ${today} 张三峰 NAME 张三丰→张三峰 BIRTH_YEAR 1950→-`,
    ]);
    const query = 'query($id: ID!) { visit(id: $id) { changes { by visit { id } changes { field before after } } } }';
    expect((await town.admin.ask(query, { id: visit })).visit.changes).toEqual([
      {
        by: '管理员',
        visit: { id: visit },
        changes: [{ field: 'TELEPHONE', before: '138****5678', after: '139****0000' }],
      },
    ]);
  });

  it('is brought together where two people correct different fields, and at odds with both values where it is the same', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 1);
    const [resident] = heads;
    const seen = { name: '张三丰', birthYear: 1950, telephone: '13812345678', expectedVersion: 1 };
    await town.admin.do('reviseResident', { resident, ...seen, telephone: '13900000000' }, 'resident { id }');
    const second = { resident, ...seen, name: '张三峰' };
    const revise = (purpose: string) => `mutation Revise($input: ReviseResidentInput!) ${purpose} {
      reviseResident(input: $input) { resident { version name telephone } } }`;
    expect((await town.admin.ask(revise('@purpose(of: UPKEEP)'), { input: second })).reviseResident.resident).toEqual({
      version: 3,
      name: '张三峰',
      telephone: '13900000000',
    });
    const third = { ...seen, resident, name: '张三疯', telephone: '13911111111', birthYear: 1951 };
    for (const [purpose, name, telephone] of [
      ['@purpose(of: UPKEEP)', '张三峰', '13900000000'],
      ['', '张**', '139****0000'],
    ] as const) {
      const { errors } = await town.admin.send(revise(purpose), { input: third });
      expect(errors[0]?.extensions).toEqual({
        code: 'CONFLICT',
        field: 'input.expectedVersion',
        conflicts: [
          { field: 'input.name', yours: '张三疯', theirs: name },
          { field: 'input.telephone', yours: '13911111111', theirs: telephone },
        ],
      });
    }
    expect(await membersOn(town.admin, households[0], today)).toEqual(['张三峰 1950 13900000000 户主']);
    // What others wrote was read with the refusal, and that is recorded like any other look.
    const looks = await platform.database.sql(
      `select fields from audit_reading where town_id = $1 and operation = 'Revise' order by read_at desc limit 2`,
      [town.code],
    );
    expect(looks).toEqual(Array(2).fill({ fields: ['Resident.name', 'Resident.telephone'] }));
    const { errors } = await town.admin.send(revise(''), { input: { resident, name: '某', expectedVersion: 9 } });
    expect(errors[0]?.extensions).toEqual({ code: 'CONFLICT', field: 'input.expectedVersion' });
  });

  it('loses nothing of twenty who correct it at once: one of each value wins, the others see it', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 1);
    const [resident] = heads;
    const query =
      'mutation($input: ReviseResidentInput!) @purpose(of: UPKEEP) { reviseResident(input: $input) { resident { name } } }';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        town.admin.send(query, { input: { resident, name: `张${index}`, expectedVersion: 1 } }),
      ),
    );
    const won = answers.flatMap(({ data }) => data?.reviseResident?.resident.name ?? []);
    expect(won).toHaveLength(1);
    const told = answers.flatMap(({ errors }) =>
      errors.map(({ extensions }) => (extensions as { conflicts?: { theirs: string }[] }).conflicts?.[0]?.theirs),
    );
    expect(new Set(told)).toEqual(new Set(won));
    expect(told).toHaveLength(19);
    expect(await membersOn(town.admin, households[0], today)).toEqual([`${won[0]} 1950 13812345678 户主`]);
    expect(platform.faults).toEqual([]);
  });

  it('is refused wrong input on the field at fault, to those beside the household, and to the office above', async () => {
    const { town, blocks, households, heads } = await inhabitedTown(platform, 2);
    const [resident] = heads;
    const elsewhere = await recordVisit(town, households[1] ?? '');
    const wrong: [Record<string, unknown>, string, string][] = [
      [{ name: null }, 'BAD_INPUT', 'input.name'],
      [{ name: '' }, 'BAD_INPUT', 'input.name'],
      [{ birthYear: 1850 }, 'BAD_INPUT', 'input.birthYear'],
      [{ telephone: '12345' }, 'BAD_INPUT', 'input.telephone'],
      [{ name: '某', visit: elsewhere }, 'NOT_FOUND', 'input.visit'],
      [{ name: '某', expectedVersion: 0 }, 'CONFLICT', 'input.expectedVersion'],
    ];
    const other = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        expect({ input, ...(await town.admin.refused('reviseResident', { resident, ...input })) }).toEqual({
          input,
          code,
          field,
        });
      }
      for (const verb of ['reviseResident', 'residentLeaves', 'changeHead']) {
        expect(await other.refused(verb, { resident })).toEqual({ code: 'NOT_FOUND', field: 'input.resident' });
      }
      expect(await platform.operator.refused('reviseResident', { resident })).toEqual({ code: 'FORBIDDEN' });
    });
  });
});
