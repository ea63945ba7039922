import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { settledTown } from '../households/household.fixture.ts';
import { dayOf } from '../today.ts';
import { pairingKindIds } from './pairing.fixture.ts';

const platform = testPlatform();

const ago = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));
const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const step = fc.record({
  verb: fc.constantFrom('begin', 'begin', 'contact', 'contact', 'withdraw', 'revise', 'end'),
  which: fc.nat(1000),
  kind: fc.constantFrom('独居', '高龄'),
  day: fc.integer({ min: 0, max: 40 }).map(ago),
  every: fc.option(fc.integer({ min: 1, max: 20 })),
});

const whole = `query($id: ID!) { household(id: $id) { pairings { id begunOn endedOn running lastContactOn dueOn contactEveryDays
  person { id } kind { id } versions { contactEveryDays validFrom validTo }
  contacts(first: 100) { nodes { id contactedOn withdrawnAt } } } } }`;

it('whatever is begun, revised, ended, put down and withdrawn: none alike overlap, contacts lie within, and due follows from the last', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [household] = households;
  const kinds = await pairingKindIds(town);
  const people = [await town.person('甲'), await town.person('乙')];
  const read = async (): Promise<Data[]> => (await town.admin.ask(whole, { id: household })).household.pairings;
  let known = await read();
  for (const { verb, which, kind, day, every } of fc.sample(step, 40 * times)) {
    const pairing = known[which % Math.max(known.length, 1)];
    const contact = pairing?.contacts.nodes[which % Math.max(pairing.contacts.nodes.length, 1)];
    const agreed = { service: '看望', contactEveryDays: every };
    const beginning = { household, person: people[which % 2], pairingKind: kinds[kind], capacity: 'PARTY_MEMBER' };
    const asked: Record<string, [string, Record<string, unknown>]> = {
      begin: ['beginPairing', { ...beginning, agreesToBeNamed: true, ...agreed, from: day }],
      contact: ['recordPairingContact', { pairing: pairing?.id, way: 'TELEPHONE', done: '问候', on: day }],
      withdraw: ['withdrawPairingContact', { pairingContact: contact?.id, reason: '误' }],
      revise: ['revisePairing', { pairing: pairing?.id, ...agreed, from: day }],
      end: ['endPairing', { pairing: pairing?.id, reason: 'NO_LONGER_NEEDED', on: day }],
    };
    const [mutation, input] = asked[verb] ?? ['', {}];
    if (Object.values(input).includes(undefined)) continue;
    const named = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { errors } = await town.admin.send(
      `mutation($input: ${named}!) { ${mutation}(input: $input) { __typename } }`,
      { input },
    );
    const codes = errors.map(({ extensions }) => extensions.code);
    for (const code of codes) expect(['BAD_INPUT', 'CONFLICT'], JSON.stringify(input)).toContain(code);
    known = await read();
    for (const each of known) expectSound(each, known);
  }
  expect(known.length).toBeGreaterThan(1);
  expect(platform.faults).toEqual([]);
});

function expectSound(pairing: Data, all: readonly Data[]): void {
  const { begunOn, endedOn, lastContactOn, dueOn, running, versions, contacts } = pairing;
  const overlapping = all.filter(
    (other) =>
      other.id !== pairing.id &&
      other.person.id === pairing.person.id &&
      other.kind.id === pairing.kind.id &&
      (endedOn === null || other.begunOn < endedOn) &&
      (other.endedOn === null || begunOn < other.endedOn) &&
      other.endedOn !== other.begunOn &&
      endedOn !== begunOn,
  );
  expect(overlapping).toEqual([]);
  const today = ago(0);
  expect(running).toBe(endedOn === null || endedOn > today);
  const counted = contacts.nodes.filter((each: Data) => each.withdrawnAt === null);
  for (const { contactedOn } of counted) {
    expect(contactedOn >= begunOn && (endedOn === null || contactedOn < endedOn)).toBe(true);
  }
  const last =
    counted
      .map((each: Data) => each.contactedOn)
      .sort()
      .at(-1) ?? null;
  expect(lastContactOn).toBe(last);
  const every = versions.at(-1)?.contactEveryDays ?? null;
  expect(dueOn).toBe(running && every !== null ? after(last ?? begunOn, every) : null);
  // What was agreed covers all of it without a gap.
  expect(versions[0]?.validFrom ?? begunOn).toBe(begunOn);
  for (const [index, version] of versions.entries())
    expect(version.validTo).toBe(versions[index + 1]?.validFrom ?? null);
}
