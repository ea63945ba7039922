import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { industryOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { cover, coveredBy, standingOn } from './coverage.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

it('a Party organisation includes an organisation from a day on, and the link ends with a reason', async () => {
  const organization = await stored();
  const { id } = await partyOrganization(town, { seat: { unit: town.unit(0) } });
  const link = await cover(town, id, organization, { way: 'BY_AREA', from: '2024-01-01' });
  expect(await standingOn(platform, organization, '2024-01-01')).toEqual({ established: false, covered: true });
  expect(await standingOn(platform, organization, '2023-12-31')).toEqual({ established: false, covered: false });
  const shown = 'link { id way validFrom validTo endedBecause partyOrganization { id } }';
  const ended = await town.admin.do('endCoverage', { link, on: '2024-06-01', because: '迁出' }, shown);
  expect(ended.link).toEqual({
    ...{ id: link, way: 'BY_AREA', validFrom: '2024-01-01', validTo: '2024-06-01' },
    ...{ endedBecause: '迁出', partyOrganization: { id } },
  });
  expect(await coveredBy(town.admin, id, '2024-05-31')).toHaveLength(1);
  expect(await coveredBy(town.admin, id, '2024-06-01')).toEqual([]);
  expect(await standingOn(platform, organization, '2024-06-01')).toEqual({ established: false, covered: false });
  const { node } = await town.admin.ask('query($id: ID!) { node(id: $id) { id ... on CoverageLink { validTo } } }', {
    id: link,
  });
  expect(node).toEqual({ id: link, validTo: '2024-06-01' });
});

it('a link lasts no longer than either of the two, nor beyond a later one that excludes it', async () => {
  const ended = await closed('2025-01-01');
  const { id } = await partyOrganization(town);
  await cover(town, id, ended);
  expect(await coveredBy(town.admin, id, '2024-12-31')).toMatchObject([{ validTo: '2025-01-01' }]);
  const organization = await stored();
  const [next, third] = [await stored(), await stored()];
  const own = await partyOrganization(town, { seat: { organization }, from: '2025-03-01' });
  const joint = await partyOrganization(town, { form: 'JOINT', covers: [organization, next, third] });
  const covered = await coveredBy(town.admin, joint.id, '2025-02-28');
  expect(covered.map(({ validTo }) => validTo).sort()).toEqual(['2025-03-01', null, null]);
  expect(await coveredBy(town.admin, own.id, '2025-03-01')).toHaveLength(1);
});

it('by industry, by area, affiliated: each way asks for a Party organisation that it fits', async () => {
  const organization = await stored();
  const ofIndustry = await partyOrganization(town, { seat: { industry: await industryOf(town, '制造业') } });
  const ofArea = await partyOrganization(town, { seat: { unit: town.unit(0) } });
  const federation = await partyOrganization(town, { form: 'FEDERATION' });
  const ofTown = await partyOrganization(town);
  const fits: Record<string, string[]> = {
    [ofIndustry.id]: ['BY_INDUSTRY', 'AFFILIATED'],
    [ofArea.id]: ['BY_AREA', 'AFFILIATED'],
    [federation.id]: ['BY_INDUSTRY', 'BY_AREA', 'AFFILIATED'],
    [ofTown.id]: ['AFFILIATED'],
  };
  for (const [partyOrganization, ways] of Object.entries(fits)) {
    for (const way of ['INDEPENDENT', 'JOINT', 'BY_INDUSTRY', 'BY_AREA', 'AFFILIATED']) {
      const input = { partyOrganization, organization, way, from: '2023-01-01' };
      if (ways.includes(way)) {
        const { link } = await town.admin.do('coverOrganization', input, 'link { id }');
        await town.admin.do('endCoverage', { link: link.id, on: '2023-01-01', because: '误录' }, 'link { id }');
      } else {
        const refusal = { way, ...(await town.admin.refused('coverOrganization', input)) };
        expect(refusal).toEqual({ way, code: 'BAD_INPUT', field: 'input.way' });
      }
    }
  }
});

it('a joint one keeps two at least: ending the last but one is refused, another one may come and go', async () => {
  const [one, two, three] = [await stored(), await stored(), await stored()];
  const { id } = await partyOrganization(town, { form: 'JOINT', covers: [one, two] });
  const query = 'query($id: ID!) { partyOrganization(id: $id) { covers { id } } }';
  const { partyOrganization: read } = await town.admin.ask(query, { id });
  const [first] = read.covers;
  const ending = { link: first.id, on: '2024-01-01', because: '注销' };
  await changesNothing(platform, town, async () => {
    const { errors } = await town.admin.send(
      'mutation($input: EndCoverageInput!) { endCoverage(input: $input) { link { id } } }',
      { input: ending },
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'CONFLICT', field: 'input.link' } });
    expect(errors[0]?.message).toContain('dissolve it, make it independent');
  });
  await cover(town, id, three, { way: 'JOINT', from: '2024-01-01' });
  await town.admin.do('endCoverage', ending, 'link { id }');
  expect(await coveredBy(town.admin, id, '2024-01-01')).toHaveLength(2);
});

it('coverage is refused wrong input on the field at fault, and nothing is changed', async () => {
  const other = await platform.newTown();
  const [organization, second, shut] = [await stored(), await stored(), await closed('2024-01-01')];
  const elsewhere = await stored(other);
  const industry = await industryOf(town, '制造业');
  const own = await partyOrganization(town, { seat: { organization } });
  const affiliating = await partyOrganization(town);
  const gone = await partyOrganization(town);
  const dissolving = { partyOrganization: gone.id, on: '2024-01-01', because: '撤' };
  await town.admin.do('dissolvePartyOrganization', dissolving, 'partyOrganization { id }');
  const link = await cover(town, affiliating.id, organization, { from: '2024-01-01' });
  const foreign = (await partyOrganization(other)).id;
  const covering = { partyOrganization: affiliating.id, organization: second, way: 'AFFILIATED' };
  const founding = { town: town.code, name: '新支部', kind: 'BRANCH', form: 'INDEPENDENT', from: '2023-06-01' };
  const seat = (more: Record<string, unknown>) => ({ ...founding, seat: more });
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['coverOrganization', { ...covering, organization: elsewhere }, 'NOT_FOUND', 'input.organization'],
    ['coverOrganization', { ...covering, partyOrganization: foreign }, 'NOT_FOUND', 'input.partyOrganization'],
    ['coverOrganization', { ...covering, organization: shut }, 'CONFLICT', 'input.organization'],
    ['coverOrganization', { ...covering, partyOrganization: gone.id }, 'CONFLICT', 'input.partyOrganization'],
    ['coverOrganization', { ...covering, organization }, 'CONFLICT', 'input.organization'],
    ['coverOrganization', { ...covering, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    ['endCoverage', { link, because: ' ' }, 'BAD_INPUT', 'input.because'],
    ['endCoverage', { link, because: '撤', on: '2023-12-31' }, 'BAD_INPUT', 'input.on'],
    ['endCoverage', { link: own.id, because: '撤' }, 'NOT_FOUND', 'input.link'],
    ['foundPartyOrganization', { ...founding, form: 'JOINT' }, 'CONFLICT', 'input.covers'],
    ['foundPartyOrganization', { ...founding, form: 'JOINT', covers: [second] }, 'CONFLICT', 'input.covers'],
    ['foundPartyOrganization', { ...founding, form: 'JOINT', covers: [second, second] }, 'CONFLICT', 'input.covers'],
    [
      'foundPartyOrganization',
      { ...founding, form: 'JOINT', covers: [second, elsewhere] },
      'NOT_FOUND',
      'input.covers.1',
    ],
    [
      'foundPartyOrganization',
      { ...founding, form: 'JOINT', covers: [second, organization] },
      'CONFLICT',
      'input.covers.1',
    ],
    ['foundPartyOrganization', seat({ organization }), 'CONFLICT', 'input.covers.0'],
    ['foundPartyOrganization', seat({ organization: elsewhere }), 'NOT_FOUND', 'input.seat.organization'],
    ['foundPartyOrganization', seat({ organization: second, industry }), 'BAD_INPUT', 'input.seat'],
    ['foundPartyOrganization', { ...founding, covers: [second] }, 'BAD_INPUT', 'input.covers'],
    ['foundPartyOrganization', { ...founding, form: 'FEDERATION', covers: [second] }, 'BAD_INPUT', 'input.covers'],
    ['foundPartyOrganization', { ...founding, parent: foreign }, 'NOT_FOUND', 'input.parent'],
    ['foundPartyOrganization', { ...founding, parent: gone.id, from: '2024-01-01' }, 'CONFLICT', 'input.parent'],
    ['foundPartyOrganization', { ...founding, parent: gone.id }, 'CONFLICT', 'input.parent'],
    ['foundPartyOrganization', { ...founding, kind: 'COMMITTEE', parent: own.id }, 'CONFLICT', 'input.parent'],
    ['foundPartyOrganization', { ...founding, kind: 'GROUP' }, 'CONFLICT', 'input.parent'],
    [
      'foundPartyOrganization',
      { ...founding, kind: 'GROUP', form: 'JOINT', parent: own.id },
      'BAD_INPUT',
      'input.form',
    ],
    ['foundPartyOrganization', { ...founding, name: ' ' }, 'BAD_INPUT', 'input.name'],
    ['changePartyOrganization', { partyOrganization: own.id, parent: own.id }, 'CONFLICT', 'input.parent'],
    ['changePartyOrganization', { partyOrganization: own.id, kind: 'GROUP' }, 'CONFLICT', 'input.kind'],
    [
      'changePartyOrganization',
      { partyOrganization: own.id, name: '改', expectedVersion: 9 },
      'CONFLICT',
      'input.expectedVersion',
    ],
    [
      'changePartyOrganization',
      { partyOrganization: own.id, name: '改', from: '2022-12-31' },
      'BAD_INPUT',
      'input.from',
    ],
    ['mergePartyOrganizations', { into: own.id, others: [], because: '并' }, 'BAD_INPUT', 'input.others'],
    ['mergePartyOrganizations', { into: own.id, others: [own.id], because: '并' }, 'BAD_INPUT', 'input.others.0'],
    ['mergePartyOrganizations', { into: own.id, others: [gone.id], because: '并' }, 'CONFLICT', 'input.others.0'],
    ['mergePartyOrganizations', { into: own.id, others: [foreign], because: '并' }, 'NOT_FOUND', 'input.others.0'],
    ['mergePartyOrganizations', { into: gone.id, others: [own.id], because: '并' }, 'CONFLICT', 'input.into'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of wrong) {
      expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
    }
  });
});

it('is for the town’s administrators and its Social Party Committee', async () => {
  const organization = await stored();
  const { id } = await partyOrganization(town);
  const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
  const link = await cover(town, id, organization, {}, committee);
  const founded = await partyOrganization(town, {}, 'id', committee);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const other = await platform.newTown();
  const attempts: [string, Record<string, unknown>, string][] = [
    ['coverOrganization', { partyOrganization: founded.id, organization, way: 'AFFILIATED' }, 'partyOrganization'],
    ['endCoverage', { link, because: '撤' }, 'link'],
    ['foundPartyOrganization', { town: town.code, name: '偷', kind: 'BRANCH', form: 'INDEPENDENT' }, 'town'],
    ['changePartyOrganization', { partyOrganization: id, name: '偷' }, 'partyOrganization'],
    ['mergePartyOrganizations', { into: id, others: [founded.id], because: '并' }, 'into'],
    ['dissolvePartyOrganization', { partyOrganization: id, because: '撤' }, 'partyOrganization'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, field] of attempts) {
      expect(await officer.refused(verb, input)).toEqual({ code: 'FORBIDDEN' });
      const refusal = await other.admin.refused(verb, input);
      expect({ verb, ...refusal }).toEqual({ verb, code: 'NOT_FOUND', field: `input.${field}` });
    }
  });
});

it('of ten that establish themselves in an organisation at once, one does', async () => {
  const organization = await stored();
  const input = (name: string) => ({
    ...{ town: town.code, name, kind: 'BRANCH', form: 'INDEPENDENT', seat: { organization }, from: '2024-01-01' },
  });
  const query =
    'mutation($input: FoundPartyOrganizationInput!) { foundPartyOrganization(input: $input) { partyOrganization { id } } }';
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => town.admin.send(query, { input: input(`同时${index}`) })),
  );
  const refused = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  expect(refused).toEqual(Array.from({ length: 9 }, () => ({ code: 'CONFLICT', field: 'input.covers.0' })));
  expect(platform.faults).toEqual([]);
});

/** An organisation with three Party members. */
async function stored(of: TestTown = town): Promise<string> {
  return (await registerOrganization(of, { partyMembers: 3 })).id;
}

/** One that has closed on a day. */
async function closed(on: string): Promise<string> {
  const organization = await stored();
  await town.admin.do('closeOrganization', { organization, on, because: '注销' }, 'organization { id }');
  return organization;
}

it('a district office reads the tree, what it covers and how things are managed, but no reason and nobody', async () => {
  const of = await platform.newTown();
  const organization = await stored(of);
  const branch = await partyOrganization(of, { name: '甲支部', seat: { organization } });
  const dissolving = { partyOrganization: branch.id, on: '2024-06-01', because: '党员不足' };
  await of.admin.do('dissolvePartyOrganization', dissolving, 'partyOrganization { id }');
  const district = of.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const query = `query($code: RegisterCode!, $id: ID!, $organization: ID!) {
    town(code: $code) { partyTree(asOf: "2024-05-31") { name management covers { way organization { id } } } }
    partyOrganization(id: $id) { validTo endedBecause covers(asOf: "2024-05-31") { endedBecause } }
    organization(id: $organization) { coverage { way validTo endedBecause partyOrganization { name } } } }`;
  expect(await office.ask(query, { code: of.code, id: branch.id, organization })).toEqual({
    town: {
      partyTree: [
        {
          name: '甲支部',
          management: 'TERRITORIAL',
          covers: [{ way: 'INDEPENDENT', organization: { id: organization } }],
        },
      ],
    },
    partyOrganization: { validTo: '2024-06-01', endedBecause: null, covers: [{ endedBecause: null }] },
    organization: {
      coverage: [
        { way: 'INDEPENDENT', validTo: '2024-06-01', endedBecause: null, partyOrganization: { name: '甲支部' } },
      ],
    },
  });
});

it('somebody who sees no organisations sees what covers, not whom', async () => {
  const organization = await stored();
  const branch = await partyOrganization(town, { seat: { organization } });
  const auditor = await town.account('AUDITOR');
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  for (const client of [auditor, elsewhere]) {
    const query =
      'query($id: ID!) { partyOrganization(id: $id) { organization { id } covers { way organization { id } } } }';
    expect((await client.ask(query, { id: branch.id })).partyOrganization).toEqual({
      organization: null,
      covers: [{ way: 'INDEPENDENT', organization: null }],
    });
  }
});
