import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

/** The ids of the kinds of pairing of a town, by their names. */
export async function pairingKindIds(town: TestTown): Promise<Record<string, string>> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { pairingKinds(ended: true) { id name } } }';
  const { pairingKinds } = (await town.admin.ask(query, { code: town.code })).town;
  return Object.fromEntries(pairingKinds.map((each: Data) => [each.name, each.id]));
}

/** Pairs a Party member, a new person unless told, with a household that lives alone. Returns what is selected of the pairing. */
export async function pairUp(
  town: TestTown,
  household: string | undefined,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
  selection = 'id',
): Promise<Data> {
  const usual = { household, capacity: 'PARTY_MEMBER', agreesToBeNamed: true, service: '每周上门看望，代买米油' };
  const person = 'person' in input ? {} : { person: await town.person('陈党员') };
  const kind = 'pairingKind' in input ? {} : { pairingKind: (await pairingKindIds(town)).独居 };
  const asked = { ...usual, ...person, ...kind, ...input };
  return (await client.do('beginPairing', asked, `pairing { ${selection} }`)).pairing;
}

/** Records a contact at home. Returns its id. */
export async function contacted(
  client: ApiClient,
  pairing: string,
  input: Record<string, unknown> = {},
): Promise<string> {
  const asked = { pairing, way: 'AT_HOME', done: '看望，量了血压', ...input };
  return (await client.do('recordPairingContact', asked, 'pairingContact { id }')).pairingContact.id;
}

/** A kind, a pairing and a contact of it, by the names of their types. */
export async function furnishedPairing(town: TestTown, household: string) {
  const kinds = await pairingKindIds(town);
  const { id } = await pairUp(town, household, { contactEveryDays: 7 });
  return { PairingKind: kinds.独居 ?? '', Pairing: id as string, PairingContact: await contacted(town.admin, id) };
}
