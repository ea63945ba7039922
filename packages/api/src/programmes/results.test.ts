import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { addResident, inhabitedTown } from '../residents/resident.fixture.ts';
import { dayOf } from '../today.ts';
import { enrol, opened, planned, step } from './programme.fixture.ts';

const platform = testPlatform();
const today = dayOf(new Date());
const training = { kind: 'TRAINING', firstDay: '2026-01-01', lastDay: '2026-12-31' };
const seen = `query($id: ID!) @purpose(of: CHECK) { programme(id: $id) { results { passed failed certified }
  enrolments { nodes { version result { passed mark recordedBy }
    certificates { number issuedBy validTo revokedAt revokedBecause } } } } }`;

const resultsIn = async (client: ApiClient, id: string): Promise<Data> => (await client.ask(seen, { id })).programme;

it('food workers are examined, and those who pass get certificates for a year, which can be revoked', async () => {
  const { town, heads } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const { id } = await opened(town, training);
  const [one, two, three] = (await enrol(admin, id, heads)).map((each) => each.id);
  const record = (results: unknown[]) =>
    admin.do('recordResults', { programme: id, results }, 'programme { results { passed failed } } enrolments { id }');
  const first = [
    { enrolment: two, passed: false, mark: '51 分' },
    { enrolment: one, passed: true, mark: '92 分' },
  ];
  expect(await record(first)).toEqual({
    programme: { results: { passed: 1, failed: 1 } },
    enrolments: [{ id: two }, { id: one }],
  });
  const validTo = '2099-12-31';
  const issue = (more: Record<string, unknown> = {}) =>
    admin.do('issueCertificates', { programme: id, validTo, ...more }, 'enrolments { id certificates { number } }');
  expect((await issue()).enrolments).toEqual([{ id: one, certificates: null }]);
  // They try again, and pass; the same once more changes nothing.
  for (let time = 0; time < 2; time++) {
    await record([
      { enrolment: two, passed: true, mark: '78 分' },
      { enrolment: three, passed: true },
    ]);
  }
  expect((await issue({ enrolments: [three] })).enrolments.map((each: Data) => each.id)).toEqual([three]);
  const listed = `query($id: ID!, $hasResult: Boolean!) { programme(id: $id) { viewerCan
    enrolments(filter: { hasResult: $hasResult }) { nodes { id } } } }`;
  const marked = async (hasResult: boolean) => (await admin.ask(listed, { id, hasResult })).programme;
  expect((await marked(true)).enrolments.nodes).toEqual([{ id: one }, { id: two }, { id: three }]);
  expect(await marked(false)).toMatchObject({
    viewerCan: expect.arrayContaining(['PROGRAMME_MANAGE']),
    enrolments: { nodes: [] },
  });
  const revoking = { enrolment: one, reason: '替考' };
  await admin.do('revokeCertificate', revoking, 'programme { id }');
  await record([{ enrolment: one, passed: false }]);
  const year = new Date().getFullYear();
  const certificate = (number: number) => ({
    ...{ number: `Z${year}-00000${number}`, issuedBy: '管理员', validTo, revokedAt: null, revokedBecause: null },
  });
  const result = { passed: true, recordedBy: '管理员' };
  expect(await resultsIn(admin, id)).toEqual({
    results: { passed: 2, failed: 1, certified: 1 },
    enrolments: {
      nodes: [
        {
          ...{ version: 5, result: { ...result, passed: false, mark: null } },
          certificates: [{ ...certificate(1), revokedAt: expect.any(String), revokedBecause: '替考' }],
        },
        { version: 3, result: { ...result, mark: '78 分' }, certificates: [] },
        { version: 3, result: { ...result, mark: null }, certificates: [certificate(2)] },
      ],
    },
  });
  const masked =
    'query($id: ID!) { programme(id: $id) { enrolments { nodes { result { passed } certificates { number } } } } }';
  expect((await admin.ask(masked, { id })).programme.enrolments.nodes[1]).toEqual({ result: null, certificates: null });
  const kept = await platform.database.sql(
    'select mark from programme_result where town_id = $1 and superseded_at is not null order by mark',
    [town.code],
  );
  expect(kept).toEqual([{ mark: '51 分' }, { mark: '92 分' }]);
});

it('a certificate for one who failed, or for nobody, and a result of who has no place, are refused on the field at fault', async () => {
  const { town, households, heads } = await inhabitedTown(platform, 3);
  const { admin } = town;
  const { id } = await opened(town, { ...training, places: 2 });
  const [passed, failed, waiting] = (await enrol(admin, id, heads)).map((each) => each.id);
  const other = (await opened(town, training)).id;
  const [elsewhere] = (await enrol(admin, other, heads)).map((each) => each.id);
  const draft = (await planned(town, training)).id;
  const record = (results: unknown[], programme = id) => ({ programme, results });
  const entry = { enrolment: passed, passed: true };
  await admin.do('recordResults', record([entry, { enrolment: failed, passed: false }]), 'programme { id }');
  const refusals = (verb: string, cases: readonly (readonly [unknown, string, string])[]) =>
    changesNothing(platform, town, async () => {
      for (const [input, code, field] of cases) {
        expect(await admin.refused(verb, input as Record<string, unknown>), field).toEqual({ code, field });
      }
    });
  await refusals('recordResults', [
    [record([]), 'BAD_INPUT', 'input.results'],
    [record(Array(501).fill(entry)), 'BAD_INPUT', 'input.results'],
    [record([entry, entry]), 'BAD_INPUT', 'input.results.1.enrolment'],
    [record([{ ...entry, mark: '字'.repeat(61) }]), 'BAD_INPUT', 'input.results.0.mark'],
    [record([entry, { enrolment: waiting, passed: true }]), 'CONFLICT', 'input.results.1.enrolment'],
    [record([{ enrolment: elsewhere, passed: true }]), 'NOT_FOUND', 'input.results.0.enrolment'],
    [record([entry], draft), 'CONFLICT', 'input.programme'],
  ]);
  const issue = (enrolments?: unknown[]) => ({ programme: id, enrolments });
  await refusals('issueCertificates', [
    [issue([failed]), 'CONFLICT', 'input.enrolments.0'],
    [issue([passed, waiting]), 'CONFLICT', 'input.enrolments.1'],
    [issue([]), 'BAD_INPUT', 'input.enrolments'],
    [{ ...issue(), validTo: '2020-01-01' }, 'BAD_INPUT', 'input.validTo'],
    [{ programme: other }, 'CONFLICT', 'input.programme'],
  ]);
  await refusals('revokeCertificate', [
    [{ enrolment: passed, reason: '误' }, 'CONFLICT', 'input.enrolment'],
    [{ enrolment: heads[0], reason: '误' }, 'NOT_FOUND', 'input.enrolment'],
  ]);
  await admin.do('issueCertificates', issue([passed]), 'programme { id }');
  await refusals('issueCertificates', [
    [issue([passed]), 'CONFLICT', 'input.enrolments.0'],
    [issue(), 'CONFLICT', 'input.programme'],
  ]);
  await refusals('recordResults', [[record([{ ...entry, passed: false }]), 'CONFLICT', 'input.results.0.enrolment']]);
  await refusals('withdrawEnrolment', [[{ enrolment: failed, reason: '误' }, 'CONFLICT', 'input.enrolment']]);
  await refusals('revokeCertificate', [
    [{ enrolment: passed, reason: '' }, 'BAD_INPUT', 'input.reason'],
    [{ enrolment: passed, reason: '误', expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
  ]);
  await step(admin, 'cancelProgramme', id, { reason: '停办' });
  await refusals('issueCertificates', [[issue([passed]), 'CONFLICT', 'input.programme']]);
  await admin.do('revokeCertificate', { enrolment: passed, reason: '停办' }, 'programme { id }');
  // Two clients at once give out one certificate.
  const late = await addResident(town, households[0], { name: '迟到' });
  const [lastOne] = await enrol(admin, other, [late]);
  await admin.do('recordResults', record([{ enrolment: lastOne?.id, passed: true }], other), 'programme { id }');
  const both = await Promise.all(
    [0, 1].map(() =>
      admin.send(
        'mutation($input: IssueCertificatesInput!) { issueCertificates(input: $input) { programme { id } } }',
        {
          input: { programme: other },
        },
      ),
    ),
  );
  expect(both.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(['CONFLICT']);
});

it('whoever manages the programme says how people came out of it, and no team, other town or application without the scope', async () => {
  const { town, blocks, heads } = await inhabitedTown(platform, 1);
  const other = await platform.newTown();
  const { id } = await opened(town, training);
  const [made] = await enrol(town.admin, id, heads);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const scopes = ['TOWN_READ', 'ENROLMENT_READ', 'ENROLMENT_KEEP', 'PROGRAMME_READ'];
  const application = await registerApplication(platform, scopes);
  await consent(town, application, scopes);
  const keeping = await clientOf(platform, application, 'town:read enrolment:read enrolment:keep programme:read');
  const input = { programme: id, results: [{ enrolment: made?.id, passed: true }] };
  await changesNothing(platform, town, async () => {
    expect(await member.refused('recordResults', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await keeping.refused('recordResults', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await other.admin.refused('recordResults', input)).toEqual({ code: 'NOT_FOUND', field: 'input.programme' });
  });
  await town.admin.do('recordResults', input, 'programme { id }');
  expect((await resultsIn(member, id)).enrolments.nodes).toMatchObject([{ result: { passed: true } }]);
});

it('a day is not called off, nor anybody taken out, once it is recorded with what somebody came out of it', async () => {
  const { town, heads } = await inhabitedTown(platform, 1);
  const { admin } = town;
  const { id, sessions } = await opened(town, { ...training, firstDay: today, lastDay: today, oneSession: true }, [
    today,
  ]);
  const [made] = await enrol(admin, id, heads, { session: sessions[0] });
  await admin.do(
    'recordResults',
    { programme: id, results: [{ enrolment: made?.id, passed: true }] },
    'programme { id }',
  );
  await changesNothing(platform, town, async () => {
    const input = { programme: id, session: sessions[0], reason: '误' };
    expect(await admin.refused('callOffProgrammeSession', input)).toEqual({ code: 'CONFLICT', field: 'input.session' });
  });
});
