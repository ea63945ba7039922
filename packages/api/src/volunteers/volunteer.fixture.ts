import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';

let count = 0;

/** Registers a new person as a volunteer, of the town’s first unit unless told. Returns the id. */
export async function volunteer(town: TestTown, unit = town.unit(0), client = town.admin): Promise<string> {
  const person = await town.person();
  return (await client.do('registerVolunteer', { person, unit }, 'volunteer { id }')).volunteer.id;
}

/** Puts a kind of activity on the list, that has earned its points since 2020. Returns the id. */
export async function activityKind({ admin, code }: TestTown, points = 3, name = `类别${++count}`): Promise<string> {
  const input = { town: code, name, points, from: '2020-01-01' };
  return (await admin.do('addVolunteerActivityKind', input, 'kind { id }')).kind.id;
}

/** Plans an activity of a kind in the town’s first unit. Returns what is selected of it. */
export async function activity(
  town: TestTown,
  kind: string,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
  selection = 'id',
): Promise<Data> {
  const usual = { activityKind: kind, unit: town.unit(0), name: '活动', heldOn: '2026-05-04' };
  return (await client.do('planVolunteerActivity', { ...usual, ...input }, `activity { ${selection} }`)).activity;
}

/** Signs volunteers up for an activity. Returns the ids of what they signed up by, in the order in which they did. */
export async function signUp(client: ApiClient, id: string, volunteers: readonly string[]): Promise<string[]> {
  const selection = 'activity { signUps { id volunteer { id } } }';
  const { signUps } = (await client.do('signUpForVolunteerActivity', { activity: id, volunteers }, selection)).activity;
  const byVolunteer = new Map(signUps.map((each: Data) => [each.volunteer.id, each.id]));
  return volunteers.map((each) => String(byVolunteer.get(each)));
}

/** Has volunteers earn what an activity of a kind earns. Returns the activity, and what they signed up by. */
export async function earn(
  town: TestTown,
  kind: string,
  volunteers: readonly string[],
  input: Record<string, unknown> = {},
): Promise<{ activity: string; signUps: string[] }> {
  const { id } = await activity(town, kind, input);
  const signUps = await signUp(town.admin, id, volunteers);
  await town.admin.do('confirmVolunteerAttendance', { activity: id, signUps }, 'activity { id }');
  return { activity: id, signUps };
}

/** Puts something that points are spent on on the list, goods with a stock. Returns the id. */
export async function reward({ admin, code }: TestTown, points = 1, stock: number | null = null): Promise<string> {
  const input = { town: code, kind: stock === null ? 'SERVICE' : 'GOODS', name: `兑换${++count}`, points };
  const { id } = (await admin.do('addReward', input, 'reward { id }')).reward;
  if (stock) await admin.do('stockReward', { reward: id, quantity: stock, reason: '采购' }, 'reward { id }');
  return id;
}

/** Spends points of a volunteer. Returns what is selected. */
export function redeem(
  client: ApiClient,
  input: { volunteer: string; reward: string; quantity?: number },
  selection = 'redemption { id }',
): Promise<Data> {
  return client.do('redeemPoints', input, selection);
}

/** What points a volunteer has. */
export async function balanceOf(client: ApiClient, id: string): Promise<number> {
  return (await client.ask('query($id: ID!) { volunteer(id: $id) { balance } }', { id })).volunteer.balance;
}

/** The ledger of a town, added up anew. */
export async function ledger({ admin, code }: TestTown): Promise<Data> {
  const query =
    'query($code: RegisterCode!) { town(code: $code) { volunteerLedger { issued held redeemed faults { kind of kept booked } } } }';
  return (await admin.ask(query, { code })).town.volunteerLedger;
}

/** Something of each kind: a volunteer with points, of which one was spent on goods that are to be handed over. */
export async function furnishedVolunteer(
  town: TestTown,
): Promise<
  Record<
    'Volunteer' | 'VolunteerActivityKind' | 'VolunteerActivity' | 'VolunteerSignUp' | 'Reward' | 'Redemption',
    string
  >
> {
  const [id, kind] = [await volunteer(town), await activityKind(town)];
  await earn(town, kind, [id]);
  const ahead = (await activity(town, kind)).id;
  const [signedUp = ''] = await signUp(town.admin, ahead, [id]);
  const goods = await reward(town, 1, 10);
  const { redemption } = await redeem(town.admin, { volunteer: id, reward: goods });
  return {
    ...{ Volunteer: id, VolunteerActivityKind: kind, VolunteerActivity: ahead, VolunteerSignUp: signedUp },
    ...{ Reward: goods, Redemption: String(redemption.id) },
  };
}
