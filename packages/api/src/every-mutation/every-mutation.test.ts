import {
  type GraphQLField,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { stored } from '../access/isolation.fixture.ts';
import { operations } from '../access/operations.ts';
import { permissionName } from '../access/permission.type.ts';
import { scopes } from '../access/scopes.ts';
import {
  actingFor,
  clientOf,
  consent,
  registerApplication,
  type TestApplication,
} from '../applications/application.fixture.ts';
import { changesOf } from '../db/changes.ts';
import { buildSchema } from '../schema.ts';
import { busyTown, type Done, type KeyedClient } from './busy-town.fixture.ts';

const platform = testPlatform();
const schema = buildSchema();
const mutations = schema.getMutationType()?.getFields() ?? {};

/** Mutations of one's own account, and those of the platform, which whoever holds no office above the towns is refused. */
const ofNoTown = [
  ...['acceptInvitation', 'changePassword'],
  ...['registerApplication', 'reviseApplication', 'endApplication'],
  ...['registerWebhookEndpoint', 'reviseWebhookEndpoint', 'endWebhookEndpoint', 'enableWebhookEndpoint'],
  ...['renewWebhookSecret', 'revokeWebhookSecret'],
  ...['pingWebhookEndpoint', 'replayWebhookDelivery', 'replayWebhookDeliveries'],
  ...['renewApplicationSecret', 'revokeApplicationSecret', 'revokeApplicationGrant'],
  ...['storeOperations', 'dropOperation', 'issueTrialToken'],
  ...['setUpTown', 'openOfficeAccount', 'endOffice', 'resetOfficePassword'],
  ...['offerProgramme', 'withdrawProgrammeOffer'],
];

/** Since the town’s endpoint for webhooks was registered: the ids of most rows are made in the order of time. */
const since = `(select e.created_at from webhook_endpoint e join application_consent c on c.global_application_id = e.application_id
  where c.town_id = $1 order by e.created_at limit 1)`;
const later = `id > (select e.id from webhook_endpoint e join application_consent c on c.global_application_id = e.application_id
  where c.town_id = $1 order by e.created_at limit 1)`;

/** Of each event what the town’s records say that has happened since: the object, and its version where it has any. */
const ledgers: Record<string, string> = {
  VISIT_RECORDED: `select id || ' ' || n as object from visit, generate_series(1, version) n where town_id = $1 and recorded_at > ${since}`,
  REQUEST_MOVED: `select request_id || ' ' || seq as object from request_event where town_id = $1 and ${later}`,
  UNIT_RESTRUCTURED: `select id || ' ' || tree_version as object from restructuring
    where town_id = $1 and tree_version is not null and applied_at > ${since}`,
  COVERAGE_CHANGED: `select organization_id || ' ' as object from coverage_link where town_id = $1 and ${later}
    union select coalesce(organization_id, unit_id) || ' ' from work_assignment where town_id = $1 and ${later}`,
};
/** What applications do for themselves, and no administrator (exports/exports.test.ts). */
const ofApplications = ['requestExport', 'cancelExport'];

/** What everybody with a role in a town sees of it. */
const ofTheTown = [
  ...['Town', 'Overlay', 'Team', 'Restructuring', 'RequestSubject', 'Project', 'PartyOrganization', 'CoverageLink'],
  ...['Deliberation', 'DeliberationRule'],
  ...[
    'ReliefCategory',
    'ReliefItem',
    'ReliefCampaign',
    'Programme',
    'ProgrammeSession',
    'VolunteerActivityKind',
    'VolunteerActivity',
    'Reward',
    'OrganizationKind',
    'Industry',
    'WorkAssignment',
    'GuidanceStation',
    'Notice',
    'Board',
    'ServiceNumber',
    'ReportedFigure',
    'FigureSnapshot',
  ],
];
const isOfTheTown = (name: string) => {
  const type = schema.getType(name);
  const isUnit = isObjectType(type) && type.getInterfaces().some((each) => each.name === 'Unit');
  return isUnit || [...ofTheTown, 'Unit'].includes(name);
};

let town: TestTown;
let by: KeyedClient;
/** Of each mutation what was sent last. */
let sent: Done[];
/** Takes all that its administrator may do in the town away from them; they may do the same in another. */
let takeAway: () => Promise<void>;

beforeAll(async () => {
  const { other, by: client, ...busy } = await busyTown(platform);
  ({ town } = busy);
  by = client;
  const last = [...new Map(by.done.map((done) => [done.name, done])).values()];
  sent = last.filter(({ name }) => !ofNoTown.includes(name));
  takeAway = async () => {
    const second = await town.account('TOWN_ADMINISTRATOR');
    const { code } = await other.admin.do('inviteToTown', { town: other.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
    await by.do('acceptInvitation', { code }, 'viewer { permissions }');
    const query = `query($code: RegisterCode!) { town(code: $code) { accounts(first: 100) { nodes { id name assignments { id } } } } }`;
    const { accounts } = (await second.ask(query, { code: town.code })).town;
    const { id: account, assignments } = accounts.nodes.find((each: Data) => each.name === `admin-${town.code}`);
    await second.do('assignRole', { account, role: 'AUDITOR' }, 'account { id }');
    await second.do('endAssignment', { assignment: assignments[0].id }, 'account { id }');
    platform.advance(5000);
  };
}, 180_000);

it('is done once by the administrator of a town', () => {
  expect([...sent.map(({ name }) => name), ...ofNoTown, ...ofApplications].sort()).toEqual(
    Object.keys(mutations).sort(),
  );
});

it('tells whoever watches figures to look again, but for drafts, previews, what people may do and what they have seen', async () => {
  const told = vi.spyOn(changesOf(platform.database.orm), 'note');
  const quiet: string[] = [];
  // Answered again they tell as they did the first time: whoever did them then may not have come to that.
  for (const done of sent) {
    expect((await again(done, () => false)).errors).toEqual([]);
    if (told.mock.calls.length === 0) quiet.push(done.name);
    told.mockClear();
  }
  told.mockRestore();
  expect(quiet.sort()).toEqual(
    [
      ...['draftRestructuring', 'reviseDraft', 'dropDraft'],
      ...['previewTreeImport', 'previewHouseholdImport', 'previewOrganizationImport'],
      ...['openAccount', 'resetPassword', 'assignRole', 'endAssignment', 'linkAccountToPerson'],
      ...['inviteToTown', 'withdrawInvitation', 'seeReminders'],
    ].sort(),
  );
});

it('tells the town’s application of every visit, step of a request, restructuring and change of coverage that came of it', async () => {
  const told = (event: string) =>
    platform.database.sql<{ object: string }>(
      `select object_id || ' ' || coalesce(object_version::text, '') as object from webhook_delivery
       where town_id = $1 and event = $2`,
      [town.code, event],
    );
  for (const [event, rows] of Object.entries(ledgers)) {
    const objects = new Set((await told(event)).map(({ object }) => object));
    const expected = await platform.database.sql<{ object: string }>(rows, [town.code]);
    expect(expected.length, event).toBeGreaterThan(2);
    expect(
      expected.filter(({ object }) => !objects.has(object)),
      event,
    ).toEqual([]);
  }
});

it.each([
  ['for itself', (application: TestApplication, scope: string) => clientOf(platform, application, scope)],
  [
    'for the administrator who did it',
    (application: TestApplication, scope: string) => actingFor(platform, application, `admin-${town.code}`, scope),
  ],
])(
  'is refused to an application that acts %s, whose token has every scope but the one that it takes',
  async (_for, clientFor) => {
    const application = await registerApplication(platform, scopes.map(permissionName));
    await consent(town, application, scopes.map(permissionName));
    const unasked = async () => {
      // Tokens are made for it, and what is refused is counted.
      const { oidc_record, application_grant, application_usage, ...others } = await stored(platform);
      return others;
    };
    const before = await unasked();
    for (const [requirement, ofIt] of Map.groupBy(sent, ({ name }) => operations[`Mutation.${name}`])) {
      const scope = scopes.filter((each) => each !== requirement).join(' ');
      const client = await clientFor(application, scope);
      for (const { name, input } of ofIt) {
        const { errors } = await client.send(
          `mutation($input: ${inputOf(name)}) { ${name}(input: $input) { __typename } }`,
          {
            input,
          },
        );
        const codes = errors.map(({ extensions }) => extensions.code);
        expect({ name, codes }).toEqual({ name, codes: ['FORBIDDEN'] });
      }
    }
    expect(await unasked()).toEqual(before);
  },
);

describe('sent again', () => {
  it('answers its administrator what it answered, and tells them nothing once it is no more within their reach', async () => {
    const shown = new Map<string, Data[]>();
    for (const done of sent) {
      const answer = await again(done, (field) => !isNonNullType(field.type));
      expect({ name: done.name, errors: answer.errors }).toEqual({ name: done.name, errors: [] });
      shown.set(done.name, objectsIn(answer.data));
    }
    const types = new Set([...shown.values()].flat().map((each) => each.__typename));
    const closed = [...types].filter((type) => !isOfTheTown(type)).sort();
    expect(closed).toEqual([
      ...[
        'ApplicationConsent',
        'Call',
        'Category',
        'ContactRule',
        'ExternalParty',
        'HeldVisit',
        'Hotline',
        'Household',
      ],
      ...['InspectionFinding', 'InspectionPlace', 'InspectionRound', 'InspectionSquad', 'JobPlacement', 'Mediation'],
      ...[
        'Organization',
        'Pairing',
        'PairingContact',
        'PairingKind',
        'Partner',
        'PartyPost',
        'Patrol',
        'PatrolFinding',
        'PatrolRoute',
        'Person',
        'Petition',
      ],
      ...[
        'Photo',
        'Post',
        'ProgrammeEnrolment',
        'Publication',
        'Redemption',
        'ReliefApplication',
        'ReliefFund',
        'Request',
        'Resident',
        'TeamMember',
        'TownAccount',
        'Visit',
        'Volunteer',
      ],
    ]);

    await takeAway();
    for (const done of sent) {
      for (const needed of [true, false]) {
        const answer = await again(done, (field) => isNonNullType(field.type) === needed);
        for (const { id, __typename, ...others } of objectsIn(answer.data)) {
          if (isOfTheTown(__typename)) continue;
          const told = Object.entries(others).filter(([, value]) => value !== null);
          expect({ name: done.name, told }).toEqual({ name: done.name, told: [] });
        }
        const codes = new Set(answer.errors.map(({ extensions }) => extensions.code));
        expect(['NOT_FOUND', 'FORBIDDEN']).toEqual(expect.arrayContaining([...codes]));
      }
    }
    expect(platform.faults).toEqual([]);
  }, 180_000);
});

/** Sends a mutation again and asks of every object that it answers for these of its fields. */
function again({ name, input }: Done, asked: (field: GraphQLField<unknown, unknown>) => boolean): Promise<Answer> {
  const mutation = mutations[name];
  if (!mutation) throw new Error(`No mutation ${name}`);
  const selection = selectionOf(getNamedType(mutation.type).name, asked);
  return by.send(`mutation($input: ${inputOf(name)}) @purpose(of: CHECK) { ${name}(input: $input) { ${selection} } }`, {
    input,
  });
}

const inputOf = (mutation: string) => `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;

/** What is asked of a payload, or of a part of it that is no object with an id. */
function selectionOf(type: string, asked: (field: GraphQLField<unknown, unknown>) => boolean): string {
  return fieldsOf(type)
    .map((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return field.name;
      const below = fieldsOf(named.name);
      if (!below.some(({ name }) => name === 'id')) return `${field.name} { ${selectionOf(named.name, asked)} }`;
      const some = isOfTheTown(named.name) ? [] : below.filter((each) => each.name !== 'id' && asked(each));
      const names = some
        .filter(({ args }) => !args.some(isRequiredArgument))
        .map((each) => (isLeafType(getNamedType(each.type)) ? each.name : `${each.name} { __typename }`));
      return `${field.name} { __typename id ${names.join(' ')} }`;
    })
    .join(' ');
}

function fieldsOf(name: string): GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** All objects with ids in an answer, but for those that are asked for below them. */
function objectsIn(data: Data): Data[] {
  if (typeof data !== 'object' || data === null) return [];
  return 'id' in data ? [data] : Object.values(data).flatMap(objectsIn);
}
