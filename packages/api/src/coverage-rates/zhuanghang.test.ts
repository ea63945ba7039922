import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { founded, type Zhuanghang, zhuanghang } from './zhuanghang.fixture.ts';

const platform = testPlatform();
let town: TestTown;
let made: Zhuanghang;
beforeAll(async () => {
  town = await platform.newTown();
  made = await zhuanghang(town);
}, 120_000);

const rates =
  'organizations establishment { numerator rounded } organizationCoverage { numerator rounded } workCoverage { numerator rounded }';

async function coverage(selection: string, args = 'on: "2014-01-01"'): Promise<Data> {
  const query = `query($code: RegisterCode!) { town(code: $code) { coverage(${args}) { ${selection} } } }`;
  return (await town.admin.ask(query, { code: town.code })).town.coverage;
}

/** The three rates in a line: how many, and of how many. */
function line({ organizations, establishment, organizationCoverage, workCoverage }: Data): string {
  const of = [establishment, organizationCoverage, workCoverage].map(
    (rate: Data) => `${rate.numerator} ${rate.rounded}`,
  );
  return `${organizations}: ${of.join(', ')}`;
}

describe('Zhuanghang’s table comes out of its records', () => {
  it('by class: 56 of 69 enterprises above scale, cooperatives covered and worked with, while 14 of 88 are established', async () => {
    const { by } = await coverage(`by(dimension: CLASS) { class ${rates} }`);
    expect(Object.fromEntries(by.map((each: Data) => [each.class, line(each)]))).toEqual({
      ENTERPRISE_ABOVE_SCALE: '69: 56 81.2 %, 56 81.2 %, 51 73.9 %',
      ENTERPRISE_BELOW_SCALE: '299: 60 20.1 %, 60 20.1 %, 221 73.9 %',
      COOPERATIVE: '88: 14 15.9 %, 88 100.0 %, 88 100.0 %',
      ACTIVITY_GROUP: '45: 3 6.7 %, 45 100.0 %, 33 73.3 %',
    });
  });

  it('names the 13 enterprises above scale that are missing, each with a reason and a remedy', async () => {
    const { gaps } = await coverage(
      'gaps(rate: ESTABLISHMENT) { totalCount nodes { organization { name } reasons remedies { kind raises } } }',
      'on: "2014-01-01", filter: { class: [ENTERPRISE_ABOVE_SCALE] }',
    );
    expect(gaps.totalCount).toBe(13);
    const missing = new Map(gaps.nodes.map((gap: Data) => [gap.organization.name, gap]));
    expect([...missing.keys()].sort()).toEqual(
      Array.from({ length: 13 }, (_, index) => `规上企业${57 + index}`).sort(),
    );
    const reasons = (name: string) => (missing.get(name) as Data).reasons;
    expect(reasons('规上企业57')).toEqual(['NO_PARTY_MEMBERS', 'ONLY_WORK_COVERAGE']);
    expect(reasons('规上企业64')).toContain('NO_PARTY_ORGANIZATION');
    expect(reasons('规上企业69')[0]).toBe('LINK_ENDED');
    for (const gap of missing.values() as Iterable<Data>) expect(gap.remedies.length).toBeGreaterThan(0);
    // Three members are enough for a branch of its own, two are not.
    const first = (name: string) => (missing.get(name) as Data).remedies[0].kind;
    expect([first('规上企业69'), first('规上企业64')]).toEqual(['FOUND_BRANCH', 'JOIN_JOINT_BRANCH']);
  });

  it('tells the lower rate of the day before the branches were founded, and none of a day before the records begin', async () => {
    const early = 'filter: { class: [ENTERPRISE_ABOVE_SCALE] }';
    expect(line(await coverage(rates, `on: "2012-06-30", ${early}`))).toBe('69: 0 0.0 %, 0 0.0 %, 0 0.0 %');
    expect(line(await coverage(rates, `on: "${founded}", ${early}`))).toBe('69: 59 85.5 %, 59 85.5 %, 51 73.9 %');
    const before = await coverage(`recordsBegin ${rates}`, `on: "2010-12-31", ${early}`);
    expect(before).toMatchObject({ recordsBegin: '2011-01-01', organizations: 0 });
    expect(before.establishment.rounded).toBeNull();
  });

  it('and says what each remedy would give', async () => {
    const { gaps } = await coverage(
      `gaps(rate: ESTABLISHMENT, first: 1) { nodes { organization { name } remedies { kind raises partyOrganization { name }
        after { establishment { rounded } organizationCoverage { rounded } workCoverage { rounded } } } } }`,
      'on: "2014-01-01", filter: { class: [ENTERPRISE_ABOVE_SCALE] }',
    );
    const [cheapest] = gaps.nodes[0].remedies;
    expect(cheapest).toMatchObject({
      kind: 'JOIN_JOINT_BRANCH',
      raises: ['ESTABLISHMENT', 'ORGANIZATION_COVERAGE'],
      after: { establishment: { rounded: '82.6 %' }, organizationCoverage: { rounded: '82.6 %' } },
    });
    expect(cheapest.partyOrganization.name).toMatch(/联合党支部$/);
  });

  it('as figures of the registry, which open into units and gaps', async () => {
    const figure = `figure(indicator: "establishment-enterprise-above-scale", on: "2014-01-01", basis: AS_RECORDED) {
      numerator denominator rounded basis parts(first: 100) { totalCount nodes { name numerator denominator } } gaps { totalCount } }`;
    const query = `query($code: RegisterCode!) { town(code: $code) { ${figure} } }`;
    const { town: read } = await town.admin.ask(query, { code: town.code });
    expect(read.figure).toMatchObject({ numerator: 56, denominator: 69, rounded: '81.2 %', basis: 'AS_RECORDED' });
    expect(read.figure.gaps.totalCount).toBe(13);
    expect(read.figure.parts.totalCount).toBe(22);
    const sum = (of: string) => read.figure.parts.nodes.reduce((all: number, part: Data) => all + part[of], 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([56, 69]);
  });

  it('beside what the town has published: what the records cannot bear out shows as a difference', async () => {
    const sentence = {
      length: 'DAY',
      day: '2014-01-01',
      document: '庄行镇两新组织党建工作总结',
      publishedOn: '2014-01-10',
    };
    const published: [string, string][] = [
      ['establishment-enterprise-above-scale', '0.812'],
      ['organization-coverage-cooperative', '1'],
      ['work-coverage-cooperative', '1'],
      // Covered wholly reads as if there were a Party organisation in each: 14 of 88 have one.
      ['establishment-cooperative', '1'],
    ];
    for (const [indicator, value] of published)
      await report(town, { ...sentence, indicator, value, qualifier: 'EXACT' });
    // On the day before the branches were founded the records give less than what is said of it.
    const early = { ...sentence, day: '2012-06-30', publishedOn: '2012-07-10', qualifier: 'EXACT' };
    await report(town, { ...early, indicator: 'organization-coverage-cooperative', value: '1' });
    const nodes =
      'indicator { code } period { last } rounded derived { numerator denominator rounded } difference holds';
    const query = `query($code: RegisterCode!) { town(code: $code) { reportedFigures { nodes { ${nodes} } } } }`;
    const { reportedFigures } = (await town.admin.ask(query, { code: town.code })).town;
    const lines = reportedFigures.nodes.map(({ indicator, period, rounded, derived, difference, holds }: Data) =>
      [period.last, indicator.code, rounded, derived.rounded, difference, holds].join(' '),
    );
    expect(lines).toEqual([
      '2014-01-01 establishment-enterprise-above-scale 81.2 % 81.2 % -0.000406 true',
      '2014-01-01 organization-coverage-cooperative 100 % 100.0 % 0.000000 true',
      '2014-01-01 work-coverage-cooperative 100 % 100.0 % 0.000000 true',
      '2014-01-01 establishment-cooperative 100 % 15.9 % -0.840909 false',
      '2012-06-30 organization-coverage-cooperative 100 % 0.0 % -1.000000 false',
    ]);
  });

  it('on three bases: after two villages merge their organisations count for the one that both became', async () => {
    const [first, second] = made.villages;
    const merged = await town.admin.do(
      'draftRestructuring',
      {
        town: town.code,
        effectiveOn: '2015-01-01',
        reason: '并村',
        steps: [{ merge: { units: [second], into: first } }],
      },
      'restructuring { id version difference { organizations { from { name } to { name } count } } }',
    );
    expect(merged.restructuring.difference.organizations).toEqual([
      { from: { name: '村2' }, to: { name: '村1' }, count: 24 },
    ]);
    const { id, version } = merged.restructuring;
    await town.admin.do('applyDraft', { draft: id, expectedVersion: version }, 'restructuring { id }');
    const count = async (unit: string | undefined, args: string) =>
      (await coverage('organizations', `unit: "${unit}", ${args}`)).organizations;
    const on = 'on: "2014-01-01"';
    const own = await count(first, `${on}, basis: AS_RECORDED`);
    const other = await count(second, `${on}, basis: AS_RECORDED`);
    expect(other).toBe(24);
    expect(await count(first, `${on}, basis: RESTATED`)).toBe(own + other);
    expect(await count(second, `${on}, basis: RESTATED`)).toBe(0);
    expect(await count(first, 'on: "2016-01-01", basis: AS_RECORDED')).toBe(own + other);
    expect(await count(second, 'on: "2016-01-01", basis: AS_OF, asOf: "2014-01-01"')).toBe(0);
    expect(await count(first, 'on: "2016-01-01", basis: AS_OF, asOf: "2014-01-01"')).toBe(own + other);
  });
});
