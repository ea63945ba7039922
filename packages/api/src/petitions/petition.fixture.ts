import type { ApiClient, Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { stepsWith } from '../../test/steps.ts';
import { subject } from '../requests/request.fixture.ts';

/** Records a petition of one person on paper, about 物业. Returns what is selected of it. */
export async function petition(
  town: TestTown,
  input: Record<string, unknown> = {},
  selection = 'id',
  client: ApiClient = town.admin,
): Promise<Data> {
  const petitioners = [{ name: '王小明', telephone: '13812345678' }];
  const usual = {
    subject: await subject(town),
    way: 'PAPER',
    class: 'CLAIM',
    matter: '电梯常停，请督促修理',
    petitioners,
  };
  return (await client.do('recordPetition', { ...usual, ...input }, `petition { ${selection} }`)).petition;
}

/** Takes a step with a petition. Returns what is selected of it. */
export const step = stepsWith('petition');

/** An accepted petition with a party, a group, a meeting and an answer to come. Returns the ids of it and its parts. */
export async function furnishedPetition(town: TestTown, input: Record<string, unknown> = {}) {
  const parts = { parties: [{ organisation: '某物业公司' }], ...input };
  const { id } = await petition(town, parts);
  const person = await town.person();
  await step(town.admin, 'acceptPetition', id, { holder: person });
  await step(town.admin, 'formEmergencyGroup', id, { lead: person, members: [] });
  const selection = 'petitioners { id } parties { id }';
  const held = await step(town.admin, 'holdPetitionMeeting', id, { people: [person], agreed: '一周内修好' }, selection);
  return { id, petitioner: held.petitioners[0].id, party: held.parties[0].id };
}
