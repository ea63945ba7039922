import { assert, asyncProperty, constantFrom, record, subarray } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import {
  actingFor,
  clientOf,
  consent,
  registerApplication,
  type TestApplication,
} from '../applications/application.fixture.ts';
import { type Furnished, furnishedFields } from './field-reach.fixture.ts';
import { permissionName } from './permission.type.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';
import { scopes } from './scopes.ts';

const platform = testPlatform();
/** More than there is of anything, so that no page of one is cut where that of another is not. */
const page = 40;
const period = 'period: { first: "2024-01-01", last: "2028-12-31" }';

/** What somebody sees of a town and of what is in it: each answered or refused by itself. */
const questions = [
  `query A($code: RegisterCode!, $Unit: ID!, $Team: ID!) @purpose(of: CHECK) {
    districts { code towns { code name } totals(indicators: ["block"]) { __typename } }
    town(code: $code) {
      id code name units(first: ${page}) { nodes { id name } } tree { id } teamCount unitCounts { kind count }
      householdCount figure(indicator: "household") { numerator households(first: 5) { nodes { id } } }
      requests(first: ${page}) { nodes { id } } requestSubjects { id name } hotlines { id name } calls(first: ${page}) { nodes { id } }
      petitions(first: ${page}) { nodes { id } } mediations(first: ${page}) { nodes { id } } patrols(first: ${page}) { nodes { id } }
      inspectionSquads(first: ${page}) { nodes { id } } inspectionPlaces(first: ${page}) { nodes { id } } inspectionFindings(first: ${page}) { nodes { id } }
      projects(first: ${page}) { nodes { id } } deliberations(first: ${page}) { nodes { id } } deliberationRules { id } organizations(first: ${page}) { nodes { id name owner telephone } }
      partyOrganizations(first: ${page}) { nodes { id name secretary { name } } } coverage { organizations } people(first: ${page}) { nodes { id name } }
      accounts(first: ${page}) { nodes { id } } invitations { id } readings(first: 3) { nodes { id } } applicationChanges { nodes { id } } consents { nodes { id } }
      categories { id } heldVisits(first: ${page}) { nodes { id } } dueHouseholds(dueBy: "2099-12-31", first: ${page}) { nodes { household { id } } }
      restructurings(first: ${page}) { nodes { id } } findings(first: ${page}) { nodes { __typename } } reportedFigures { nodes { id } } figureSnapshots { nodes { id } }
      recurringSubjects(${period}) { subjects { __typename } } findHouseholds(text: "户主") { id }
    }
    unit(id: $Unit) { id name ... on Block { households(first: ${page}) { nodes { id code label address residents { id name birthYear telephone } visits(first: 3) { nodes { id } } categories { id } } } } }
    team(id: $Team) { id name members { id person { name } } notices { id } }
  }`,
  `query B($Household: ID!, $Resident: ID!, $Visit: ID!, $Request: ID!, $Call: ID!, $Petition: ID!, $Mediation: ID!, $Patrol: ID!, $InspectionRound: ID!, $Project: ID!, $Deliberation: ID!, $Organization: ID!, $PartyOrganization: ID!, $Hotline: ID!) @purpose(of: CHECK) {
    household(id: $Household) { id code address residents { id name } events(first: ${page}) { nodes { id } } requests { id } lastVisit { id } }
    resident(id: $Resident) { id name birthYear telephone }
    visit(id: $Visit) { id situation demand requests { id } }
    request(id: $Request) { id number description recordedBy events { text } calls { id } }
    call(id: $Call) { id callerName telephone } petition(id: $Petition) { id matter petitioners { name } }
    mediation(id: $Mediation) { id matter parties { name } } patrol(id: $Patrol) { id note } inspectionRound(id: $InspectionRound) { id people { name } checks { place { name } } } deliberation(id: $Deliberation) { id tally { voters } voters(first: 3) { nodes { id } } objections(first: 3) { nodes { id } } } project(id: $Project) { id name requests(first: 3) { nodes { id } } }
    organization(id: $Organization) { id name owner contact telephone } partyOrganization(id: $PartyOrganization) { id name secretary { name } }
    hotline(id: $Hotline) { id name }
  }`,
  ...[
    'Person',
    'TownAccount',
    'ApplicationConsent',
    'ApplicationGrant',
    'HeldVisit',
    'Restructuring',
    'Overlay',
    'ReportedFigure',
  ].map((type) => `query C($${type}: ID!) { ${type}: node(id: $${type}) { __typename id } }`),
];

/** Which towns the register has, of which an application is told why they are missing. */
const ofRegister = /^\.districts\.(code|towns\.code|towns\.name)=/;
/** What is for people only: the accounts of the town, what it has consented to, who looked, and what the person let. */
const forPeople =
  /\.(accounts|invitations|readings|applicationChanges|consents|TownAccount|ApplicationConsent|ApplicationGrant)[.[]/;

/** Small numbers of people, which a third party is not told where it may not read whom they count (ADR 22). */
const smallNumbers = /\.(householdCount|figure|recurringSubjects|tally)\b/;

let furnished: Furnished;
let town: TestTown;
let application: TestApplication;
/** People with roles in the town, by the names of their accounts. */
const people = new Map<string, { account: string; client: ApiClient }>();
const roles: [string, Role, (town: TestTown) => Record<string, string>][] = [
  ['of a unit', 'UNIT_OFFICER', (town) => ({ unit: town.unit(0) })],
  ['of another unit', 'UNIT_OFFICER', (town) => ({ unit: town.unit(1) })],
  ['of a team', 'TEAM_LEAD', () => ({ team: furnished.ids.Team ?? '' })],
  ['a mediator', 'MEDIATOR', (town) => ({ unit: town.unit(0) })],
  ['of the committee', 'SOCIAL_PARTY_COMMITTEE', () => ({})],
  ['an auditor', 'AUDITOR', () => ({})],
];
const all = ['the administrator', 'of the district', 'of the platform', ...roles.map(([name]) => name)];

beforeAll(async () => {
  furnished = await furnishedFields(platform);
  ({ town } = furnished);
  application = await registerApplication(platform, scopes.map(permissionName));
  // Another town lets it do everything, and the administrator is of both.
  const { other } = furnished;
  await consent(other, application, scopes.map(permissionName));
  const invited = await other.admin.do('inviteToTown', { town: other.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
  await town.admin.do('acceptInvitation', { code: invited.code }, 'viewer { permissions }');
  const named = async (name: string, client: ApiClient) => {
    const { viewer } = await client.ask('{ viewer { account { name } } }');
    people.set(name, { account: viewer.account.name, client });
  };
  await named('the administrator', town.admin);
  await named('of the district', await platform.clientOf(`o${town.code}-${town.code.slice(0, 6)}`));
  await named('of the platform', platform.operator);
  for (const [name, role, place] of roles) await named(name, await town.account(role, place(town)));
}, 120_000);

/** All that somebody is told, each leaf with the way to it: what is in a list by its id where it has one. */
async function told(client: ApiClient): Promise<Set<string>> {
  const leaves = new Set<string>();
  for (const question of questions) {
    const names = [...question.matchAll(/\$(\w+): ID!/g)].map(([, name = '']) => name);
    const ids = Object.fromEntries(names.map((name) => [name, furnished.ids[name]]));
    const { data, errors } = await client.send(question, {
      ...(question.includes('$code') && { code: town.code }),
      ...ids,
    });
    expect(errors.filter(({ extensions }) => !['FORBIDDEN', 'NOT_FOUND'].includes(extensions.code))).toEqual([]);
    addLeaves(leaves, data, '');
  }
  return leaves;
}

function addLeaves(leaves: Set<string>, data: Data, path: string): void {
  if (data === null || data === undefined) return;
  if (Array.isArray(data)) {
    if (path.endsWith('.nodes')) expect(data.length).toBeLessThan(page);
    for (const each of data) addLeaves(leaves, each, path);
  } else if (typeof data !== 'object') leaves.add(`${path}=${data}`);
  else
    for (const [name, each] of Object.entries(data))
      addLeaves(leaves, each, `${path}.${name}${data.id ? `[${data.id}]` : ''}`);
}

const without = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].filter((each) => !others.has(each));

async function consented(among: readonly Permission[]): Promise<void> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { consents(holding: true) { nodes { id } } } }';
  const { consents } = (await town.admin.ask(query, { code: town.code })).town;
  for (const { id } of consents.nodes) {
    if (id !== furnished.ids.ApplicationConsent)
      await town.admin.do('withdrawConsent', { consent: id }, 'consent { id }');
  }
  if (among.length > 0) await consent(town, application, among.map(permissionName));
}

const acting = (name: string, among: readonly Permission[]) =>
  actingFor(platform, application, people.get(name)?.account ?? '', among.join(' '));

/** The application for itself; it gets more tokens here than the hour allows. */
async function ownClient(token: readonly Permission[]): Promise<ApiClient> {
  await platform.database.sql('delete from app.budget where caller = $1', [`tokens ${application.clientId}`]);
  return clientOf(platform, application, token.join(' '));
}

describe('an application that acts for a person', () => {
  it('is told what the person is told where everything is let, but for what is for people only', async () => {
    await consented(scopes);
    for (const name of all.filter((each) => each !== 'of the platform')) {
      const own = await told(people.get(name)?.client ?? town.admin);
      const missing = without(own, await told(await acting(name, scopes)));
      const others = missing.filter((leaf) => !forPeople.test(leaf) && !smallNumbers.test(leaf));
      expect({ name, told: own.size > 10, others }).toEqual({ name, told: true, others: [] });
    }
  }, 60_000);

  it(
    'is never told more than the person, nor than the consent, nor than its token is for',
    async () => {
      const some = subarray([...scopes]);
      const how = record({ name: constantFrom(...all), token: some, consent: some });
      await assert(
        asyncProperty(how, async ({ name, token, consent }) => {
          await consented(consent);
          const through = await told(await acting(name, token));
          const own = await told(people.get(name)?.client ?? town.admin);
          expect(without(through, own).filter((leaf) => !ofRegister.test(leaf))).toEqual([]);
          // What an application sees that acts for itself ends where the token and the consent do.
          const itself = await told(await ownClient(token));
          // A visit that is held is the sender's own, which the application is not.
          const found = new Set(
            [...through].filter((leaf) => /\.id(\[[^=]*)?=/.test(leaf) && !/heldVisit/i.test(leaf)),
          );
          expect(without(found, itself)).toEqual([]);
          if (token.length === 0 || consent.length === 0)
            expect([...through].filter((leaf) => !leaf.startsWith('.districts.'))).toEqual([]);
        }),
        { numRuns: 30 * times },
      );
    },
    300_000 * times,
  );
});
