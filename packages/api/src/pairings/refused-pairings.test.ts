import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { dayOf } from '../today.ts';
import { contacted, pairingKindIds, pairUp } from './pairing.fixture.ts';

const platform = testPlatform();
const ago = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000));

it('what is wrong with a pairing is refused on the field at fault, and nothing is changed', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const { admin, code } = town;
  const [household, gone, other] = households;
  await admin.do('endHousehold', { household: gone, on: '2024-06-01' }, 'household { id }');
  const kinds = await pairingKindIds(town);
  const begin = { town: code, from: '2025-06-01' };
  const past = (await admin.do('addPairingKind', { ...begin, name: '旧' }, 'pairingKind { id }')).pairingKind.id;
  await admin.do('endPairingKind', { pairingKind: past, on: '2025-07-01' }, 'pairingKind { id }');
  const person = await town.person('陈党员');
  const left = await town.person('老干部');
  const appointing = { unit: town.unit(0), person: left, title: 'OFFICER', from: '2024-01-01' };
  const { post } = await admin.do('appointOfficer', appointing, 'post { id }');
  await admin.do('endPost', { post: post.id, on: '2025-01-01' }, 'post { id }');
  const { id: pairing } = await pairUp(town, household, { person, from: ago(30) });
  const pairingContact = await contacted(admin, pairing, { on: ago(20) });
  await admin.do('revisePairing', { pairing, service: '改', from: ago(25) }, 'pairing { id }');
  const over = (await pairUp(town, other, { person, from: ago(30) })).id;
  await admin.do('endPairing', { pairing: over, reason: 'DIED', on: ago(10) }, 'pairing { id }');
  const withdrawn = await contacted(admin, over, { on: ago(11) });
  await admin.do('withdrawPairingContact', { pairingContact: withdrawn, reason: '误' }, 'pairingContact { id }');
  const usual = {
    ...{ household, person: await town.person(), pairingKind: kinds.独居, capacity: 'PARTY_MEMBER' },
    ...{ agreesToBeNamed: true, service: '看望' },
  };
  const tomorrow = ago(-1);
  await changesNothing(platform, town, async () => {
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['beginPairing', { ...usual, person }, 'CONFLICT', 'input.person'],
      ['beginPairing', { ...usual, person, from: ago(100) }, 'CONFLICT', 'input.person'],
      ['beginPairing', { ...usual, capacity: 'OFFICER' }, 'CONFLICT', 'input.person'],
      ['beginPairing', { ...usual, capacity: 'OFFICER', person: left }, 'CONFLICT', 'input.person'],
      ['beginPairing', { ...usual, person: town.unit(0) }, 'NOT_FOUND', 'input.person'],
      ['beginPairing', { ...usual, agreesToBeNamed: false }, 'BAD_INPUT', 'input.agreesToBeNamed'],
      ['beginPairing', { ...usual, agreesToBeNamed: null }, 'BAD_INPUT', 'input.agreesToBeNamed'],
      ['beginPairing', { ...usual, pairingKind: past }, 'CONFLICT', 'input.pairingKind'],
      ['beginPairing', { ...usual, pairingKind: past, from: '2025-05-31' }, 'CONFLICT', 'input.pairingKind'],
      ['beginPairing', { ...usual, pairingKind: blocks[0] }, 'NOT_FOUND', 'input.pairingKind'],
      ['beginPairing', { ...usual, household: gone }, 'CONFLICT', 'input.household'],
      ['beginPairing', { ...usual, household: gone, from: '2024-01-01' }, 'CONFLICT', 'input.household'],
      ['beginPairing', { ...usual, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      ['beginPairing', { ...usual, from: tomorrow }, 'BAD_INPUT', 'input.from'],
      ['beginPairing', { ...usual, service: '\n ' }, 'BAD_INPUT', 'input.service'],
      ['beginPairing', { ...usual, service: '长'.repeat(2001) }, 'BAD_INPUT', 'input.service'],
      ['beginPairing', { ...usual, contactEveryDays: 0 }, 'BAD_INPUT', 'input.contactEveryDays'],
      ['beginPairing', { ...usual, contactEveryDays: 367 }, 'BAD_INPUT', 'input.contactEveryDays'],
      ['beginPairing', { ...usual, telephone: '12' }, 'BAD_INPUT', 'input.telephone'],
      ['revisePairing', { pairing, service: ' ' }, 'BAD_INPUT', 'input.service'],
      ['revisePairing', { pairing, service: '新', from: ago(26) }, 'BAD_INPUT', 'input.from'],
      ['revisePairing', { pairing, service: '新', from: tomorrow }, 'BAD_INPUT', 'input.from'],
      ['revisePairing', { pairing, service: '新', expectedVersion: 1 }, 'CONFLICT', 'input.expectedVersion'],
      ['revisePairing', { pairing: over, service: '新' }, 'CONFLICT', 'input.pairing'],
      ['endPairing', { pairing: over, reason: 'DIED' }, 'CONFLICT', 'input.pairing'],
      ['endPairing', { pairing, reason: 'OTHER' }, 'BAD_INPUT', 'input.note'],
      ['endPairing', { pairing, reason: 'DIED', on: ago(20) }, 'BAD_INPUT', 'input.on'],
      ['endPairing', { pairing, reason: 'DIED', on: ago(31) }, 'BAD_INPUT', 'input.on'],
      ['endPairing', { pairing, reason: 'DIED', on: tomorrow }, 'BAD_INPUT', 'input.on'],
      ['recordPairingContact', { pairing, way: 'AT_HOME', done: ' ' }, 'BAD_INPUT', 'input.done'],
      ['recordPairingContact', { pairing, way: 'AT_HOME', done: '看', on: ago(31) }, 'BAD_INPUT', 'input.on'],
      ['recordPairingContact', { pairing, way: 'AT_HOME', done: '看', on: tomorrow }, 'BAD_INPUT', 'input.on'],
      ['recordPairingContact', { pairing: over, way: 'AT_HOME', done: '看', on: ago(10) }, 'CONFLICT', 'input.pairing'],
      ['withdrawPairingContact', { pairingContact, reason: ' ' }, 'BAD_INPUT', 'input.reason'],
      ['withdrawPairingContact', { pairingContact: withdrawn, reason: '误' }, 'CONFLICT', 'input.pairingContact'],
    ];
    for (const [verb, input, problem, field] of wrong) {
      expect({ verb, input, ...(await admin.refused(verb, input)) }).toEqual({ verb, input, code: problem, field });
    }
  });
  // A pairing that was ended leaves room for one alike; one of a mistake never was.
  const mistaken = (await pairUp(town, other, { person, from: ago(10) })).id;
  await admin.do('endPairing', { pairing: mistaken, reason: 'MISTAKE', on: ago(10) }, 'pairing { id }');
  await pairUp(town, other, { person, from: ago(10) });
});

it('a household that leaves ends what runs with it: nothing is due and no contact is put down', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { admin, code } = town;
  const { id: pairing } = await pairUp(town, households[0], { from: ago(30), contactEveryDays: 7 });
  await admin.do('endHousehold', { household: households[0], on: ago(5) }, 'household { id }');
  const query =
    'query($id: ID!, $code: RegisterCode!) { pairing(id: $id) { running dueOn } town(code: $code) { pairingsDue { totalCount } } }';
  expect(await admin.ask(query, { id: pairing, code })).toEqual({
    pairing: { running: false, dueOn: null },
    town: { pairingsDue: { totalCount: 0 } },
  });
  const asked = { pairing, way: 'AT_HOME', done: '看望' };
  const late = await admin.refused('recordPairingContact', { ...asked, on: ago(5) });
  expect(late).toEqual({ code: 'CONFLICT', field: 'input.pairing' });
  await admin.do('recordPairingContact', { ...asked, on: ago(6) }, 'pairingContact { id }');
});

it('of two who begin the same pairing at once one does, and a contact that is sent twice is one', async () => {
  const { town, households } = await settledTown(platform, 1);
  const person = await town.person('陈党员');
  const pairingKind = (await pairingKindIds(town)).独居;
  const input = {
    ...{
      household: households[0],
      person,
      pairingKind,
      capacity: 'PARTY_MEMBER',
      agreesToBeNamed: true,
      service: '看望',
    },
  };
  const mutation = 'mutation($input: BeginPairingInput!) { beginPairing(input: $input) { pairing { id } } }';
  const sent = await Promise.all(Array.from({ length: 6 }, () => town.admin.send(mutation, { input })));
  const begun = sent.filter(({ errors }) => errors.length === 0);
  expect(begun).toHaveLength(1);
  for (const { errors } of sent.filter((each) => each !== begun[0])) {
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'input.person' });
  }
  const contact = {
    pairing: begun[0]?.data.beginPairing.pairing.id,
    way: 'AT_HOME',
    done: '看望',
    idempotencyKey: 'once',
  };
  const ids = await Promise.all(
    [1, 2, 3].map(() => town.admin.do('recordPairingContact', contact, 'pairingContact { id }')),
  );
  expect(new Set(ids.map(({ pairingContact }) => pairingContact.id)).size).toBe(1);
  const query = 'query($id: ID!) { pairing(id: $id) { contacts { totalCount } } }';
  expect((await town.admin.ask(query, { id: contact.pairing })).pairing.contacts.totalCount).toBe(1);
});
