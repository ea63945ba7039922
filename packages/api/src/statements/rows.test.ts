import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { asked, industryOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { enrol, opened } from '../programmes/programme.fixture.ts';
import { remind } from '../reminders/remind.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import { recordVisit, visitInput } from '../visits/visit.fixture.ts';
import { activityKind, earn, redeem, reward, volunteer } from '../volunteers/volunteer.fixture.ts';
import { listen, statements } from './listen.fixture.ts';

const platform = testPlatform();

describe('the number of statements of a query does not grow with its rows', () => {
  let small: { code: string; admin: ApiClient };
  let large: { code: string; admin: ApiClient };

  beforeAll(async () => {
    small = await townWith(1);
    large = await townWith(12);
  });

  it.each([
    ['the town’s tree', 3, 'tree { id parent kind name }'],
    [
      'units with all around them',
      11,
      'units(first: 100) { nodes { name parent { name } ancestors { name } children { nodes { name } } versions { name parent { name } } viewerCan posts { person { name } } ... on Block { teams { name notices { title } members { person { name posts { title unit { name } } } } } } } }',
    ],
    ['what is incomplete', 6, 'findings(first: 100) { nodes { rule unit { name ancestors { name } } team { name } } }'],
    ['the tree as a file', 9, 'treeFile(format: CSV) { rows }'],
    ['the people', 5, 'people(first: 100) { nodes { name posts { title unit { name } } } }'],
    [
      'the accounts',
      8,
      'accounts(first: 100) { nodes { name person { name } assignments { role person { name } unit { name } team { name } town { name } } } }',
    ],
  ])('%s: at most %i', async (_name, most, selection) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`;
    const few = await statements(small.admin, query, { code: small.code });
    const many = await statements(large.admin, query, { code: large.code });
    expect(many).toHaveLength(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(most);
  });

  it('units that began on many days, with what stood above them then: as many as for one day', async () => {
    const town = await platform.newTown();
    const query = `query($code: RegisterCode!) { town(code: $code) { units(kind: BLOCK, first: 100) { nodes { versions { parent { name } } ... on Block { teams { versions { block { name } } } } } } } }`;
    const onDay = async (day: number) => {
      const block = await town.openUnit({ from: `2024-02-${day}` });
      await town.admin.do('formTeam', { block, name: '组团', from: `2024-03-${day}` }, 'team { id }');
    };
    await onDay(10);
    await onDay(11);
    const few = await statements(town.admin, query, { code: town.code });
    for (let day = 12; day < 27; day++) await onDay(day);
    const many = await statements(town.admin, query, { code: town.code });
    expect(many.length, many.join('\n')).toBe(few.length);
  });

  it('the households that a block once held, as its team sees them, wherever they are today: at most 9', async () => {
    const query = `query($id: ID!) { unit(id: $id) { ... on Block { households(asOf: "2023-06-01", first: 100) {
      totalCount nodes { code viewerCan visits { nodes { visitedOn } } lastVisit { demand visitors { name } } } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each * 4);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      await recordVisit(town, households[0], undefined, member);
      for (const [index, household] of households.entries()) {
        const move = { household, block: blocks[index % 4 === 2 ? 2 : 1], from: '2024-02-01' };
        if (index % 4 > 1) await town.admin.do('moveHousehold', move, 'household { id }');
        if (index % 4 === 1) await town.admin.do('endHousehold', { household, on: '2024-04-01' }, 'household { id }');
      }
      await apply(town, '2024-03-01', [{ merge: { units: [blocks[2]], into: blocks[0] } }]);
      const { data, sent } = await listen(member, query, { id: blocks[0] });
      expect(data.unit.households.totalCount).toBe(each * 3);
      return sent;
    };
    const [few, many] = [await read(1), await read(4)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(9);
  });

  it('a day’s visit list, as its team takes it along: at most 18', async () => {
    const query = `query($code: RegisterCode!, $ids: [ID!]!) @purpose(of: VISIT) { town(code: $code) { households(ids: $ids) {
      code label address viewerCan block { name teams { members { person { name } } } } categories { name }
      lastVisit { visitedOn demand outcome visitors { name } } requests { number state subject { name } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each * 2);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      const [category] = (
        await town.admin.ask('query($code: RegisterCode!) { town(code: $code) { categories { id } } }', {
          code: town.code,
        })
      ).town.categories;
      for (const [index, household] of households.entries()) {
        await recordVisit(town, household);
        await raise(town, { household, on: '2024-02-01' });
        await town.admin.do(
          'categorizeHousehold',
          { household, category: category.id, reason: '独居' },
          'household { id }',
        );
        if (index % 2 === 1) await town.admin.do('moveHousehold', { household, block: blocks[1] }, 'household { id }');
      }
      const ids = households.filter((_, index) => index % 2 === 0);
      const { data, sent } = await listen(member, query, { code: town.code, ids });
      expect(data.town.households).toHaveLength(each);
      return sent;
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(18);
  });

  it.each([
    [
      'what they are',
      13,
      'name unit { name } units { name } categories { name } sensitive enrolled waiting sessions { enrolled waiting } events { recordedBy } actions recordedBy',
    ],
    [
      'who takes part',
      14,
      'enrolments(first: 20) { totalCount nodes { programme { name } session { heldOn } household { code } resident { name } withdrawnBecause recordedBy } }',
    ],
    [
      'for whom they are',
      13,
      'candidates(first: 20) { totalCount nodes { household { code } resident { name } enrolment { id } } }',
    ],
  ])('programmes, %s: at most %i', async (_name, most, selection) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { programmes(first: 4) { nodes { id ${selection} } } } }`;
    const read = async (each: number) => {
      const { town, heads } = await inhabitedTown(platform, each * 2);
      for (let programme = 0; programme < each; programme++) {
        const { id, sessions } = await opened(town, { units: [town.unit(0)], oneSession: true }, ['2027-03-01']);
        await enrol(town.admin, id, heads.slice(0, each), { session: sessions[0] });
      }
      const { data, sent } = await listen(town.admin, query, { code: town.code });
      expect(data.town.programmes.nodes).toHaveLength(each);
      return sent;
    };
    const [few, many] = [await read(1), await read(4)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(most);
  });

  it('volunteers with their statements, activities with who signed up, and redemptions, all in one query: at most 22', async () => {
    const query = `query($code: RegisterCode!) { town(code: $code) {
      volunteers { nodes { name unit { name } viewerCan statement(period: { first: "2026-01-01", last: "2099-12-31" }) {
        opening entries { kind activity { name } redemption { reward { name } } recordedBy } } } }
      volunteerActivities { nodes { name points activityKind { name } unit { name } signedUp confirmed signUps { name volunteer { balance } } recordedBy } }
      redemptions { nodes { reward { name } volunteer { name } recordedBy settledBy } } } }`;
    const read = async (each: number) => {
      const town = await platform.newTown();
      const kind = await activityKind(town, 3);
      const volunteers = await Promise.all(Array.from({ length: each }, () => volunteer(town)));
      const service = await reward(town, 1);
      for (const who of volunteers) {
        await earn(town, kind, volunteers);
        await redeem(town.admin, { volunteer: who, reward: service });
      }
      const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
      const { data, sent } = await listen(officer, query, { code: town.code });
      expect(data.town.redemptions.nodes).toHaveLength(each);
      return sent;
    };
    const [few, many] = [await read(1), await read(4)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(22);
  });

  it('what somebody is reminded of, wherever it stands: at most 19', async () => {
    const query = `{ viewer { unseenReminders reminders { kind since town { name } request {
      number subject { name } unit { name } holder { name } } household { code block { name } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each);
      const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
      const working = { town: town.code, day: dayOf(new Date()), working: true, name: '上班' };
      await town.admin.do('settleWorkingDay', working, 'town { code }');
      const ids = await categoriesOf(town);
      for (const household of households) {
        await raise(town, { household, on: '2024-02-01' });
        await categorize(town.admin, household, ids.独居老人, '2024-02-01');
      }
      await atDesk(platform.database.orm, { role: 'app_town', town: Number(town.code) }, new Date(), 'write', remind);
      const { data, sent } = await listen(lead, query, {});
      expect(data.viewer.unseenReminders).toBe(2 * each);
      return sent;
    };
    const [few, many] = [await read(1), await read(6)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(19);
  });

  it('the requests that a team sees, wherever they are: at most 16', async () => {
    const query = `query($code: RegisterCode!) { town(code: $code) { requests(filter: { overdue: true }, first: 100) {
      totalCount nodes { number unit { name } holder { name } actions households(first: 5) { nodes { code } } } } requestRates(by: LEVEL) { count } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      for (const household of households) {
        await raise(town, { household, on: '2024-02-01' });
        await raise(town, { place: { unit: blocks[1] }, on: '2024-02-01', concerns: { units: [blocks[0]] } });
        await raise(town, { place: { unit: blocks[2] }, on: '2024-02-01' });
      }
      const { data, sent } = await listen(member, query, { code: town.code });
      expect(data.town.requests.totalCount).toBe(2 * each);
      return sent;
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(16);
  });

  it('the organisations of a unit, with what they are, were, and whom to ask: at most 11, and as a file: at most 10', async () => {
    const file =
      'query($code: RegisterCode!) @purpose(of: CHECK) { town(code: $code) { organizationFile(format: CSV) { rows } } }';
    const query = `query($code: RegisterCode!, $unit: ID!) @purpose(of: ORGANIZATION) { town(code: $code) { organizations(filter: { unit: $unit, class: [ENTERPRISE_ABOVE_SCALE] }, first: 100) {
      totalCount nodes { name kind { name } unit { name } industry { name } owner telephone closedBecause viewerCan versions { name kind { name } unit { name } } } } } }`;
    const read = async (each: number) => {
      const town = await platform.newTown();
      const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
      const industry = await industryOf(town, '教育');
      for (let one = 0; one < each; one++) {
        const { id } = await registerOrganization(town, { ...asked, industry });
        const moving = { organization: id, unit: await town.openUnit(), size: one };
        await town.admin.do('reviseOrganization', moving, 'organization { id }');
        await registerOrganization(town, { unit: town.unit(1) });
      }
      const { data, sent } = await listen(officer, query, { code: town.code, unit: town.unit(0) });
      expect(data.town.organizations.totalCount).toBe(each);
      const asFile = await listen(town.admin, file, { code: town.code });
      expect(asFile.data.town.organizationFile.rows).toBe(2 * each);
      return { sent, asFile: asFile.sent };
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(11);
    expect(many.asFile.length, many.asFile.join('\n')).toBe(few.asFile.length);
    expect(many.asFile.length, many.asFile.join('\n')).toBeLessThanOrEqual(10);
  });

  it('all districts with all towns and their counts: at most 5', async () => {
    const query = '{ districts { name towns { name unitCounts { kind count } teamCount district { name } } } }';
    const sent = await statements(platform.operator, query, {});
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(5);
  });
});

describe('recording a visit', () => {
  it('takes at most 5 statements, and 6 with any number of requests, once the tree is known', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const request = { subject: await subject(town), description: '楼道灯坏了，请修' };
    const record = async (requests: object[]) => {
      const input = await visitInput(town, households[0], '2024-02-01', { requests });
      const query = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }';
      return (await listen(member, query, { input })).sent;
    };
    await record([]);
    const [alone, one, many] = [await record([]), await record([request]), await record([request, request, request])];
    expect(alone.length, alone.join('\n')).toBeLessThanOrEqual(5);
    expect(one.length, one.join('\n')).toBeLessThanOrEqual(6);
    expect(many.length, many.join('\n')).toBe(one.length);
  });
});

/** A town with so many blocks, and with every kind of row that hangs on them. */
async function townWith(blocks: number): Promise<{ code: string; admin: ApiClient }> {
  const town = await platform.newTown();
  for (let block = 0; block < blocks; block++) {
    const parent = town.unit(block % 4);
    const id = await town.openUnit({ parent });
    for (let each = 0; each < blocks; each += 6) {
      const team = await town.formTeam(id);
      await town.admin.do('joinTeam', { team, person: await town.person(), role: 'LEAD' }, 'member { id }');
      await town.admin.do('postNotice', { team, title: '停水', text: '周三停水' }, 'notice { id }');
    }
    await town.admin.do(
      'appointOfficer',
      { unit: parent, person: await town.person(), title: 'OFFICER' },
      'post { id }',
    );
    const opening = { town: town.code, name: `o${block}`, displayName: '干部', role: 'UNIT_OFFICER', unit: parent };
    const person = await town.person();
    if (block % 4 === 0) await town.admin.do('openAccount', { ...opening, person }, 'account { id }');
  }
  return town;
}
