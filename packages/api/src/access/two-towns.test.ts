import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';

const platform = testPlatform();

it('what somebody may do in one town opens nothing of another in which they are a team’s member', async () => {
  const [home, other] = [await platform.newTown(), await platform.newTown()];
  const block = await other.openUnit({ from: '2024-01-01' });
  const team = await other.formTeam(block);
  const village = await other.openUnit({ kind: 'VILLAGE', name: '新村', parent: undefined, from: '2024-01-01' });
  const officer = { person: await other.person('某书记'), unit: village, title: 'PARTY_SECRETARY', from: '2024-01-01' };
  await other.admin.do('appointOfficer', officer, 'post { id }');
  const account = await other.account('UNIT_OFFICER', { unit: village });
  const steps = [{ merge: { units: [village], into: other.unit(1) } }];
  const merged = await apply(other, '2024-06-01', steps);
  const invited = { town: other.code, role: 'TEAM_MEMBER', team };
  const { code } = await other.admin.do('inviteToTown', invited, 'code');
  await home.admin.do('acceptInvitation', { code }, 'viewer { permissions }');
  platform.advance(5000);

  const read = `query($id: ID!) { restructuring(id: $id) { reason draftedBy
    difference { units { unit { name } } posts { person } accounts { account } } } }`;
  const own = (await other.admin.ask(read, { id: merged })).restructuring;
  expect(own.difference).toMatchObject({ posts: [{ person: '某书记' }], accounts: [{}] });
  const { restructuring } = await home.admin.ask(read, { id: merged });
  expect(restructuring.difference).toEqual({ units: own.difference.units, posts: null, accounts: null });
  for (const query of [
    'query($id: ID!) { dependents(restructuring: $id) { kind } }',
    'mutation($id: ID!) { undoRestructuring(input: { restructuring: $id, reason: "撤" }) { restructuring { id } } }',
  ]) {
    const { errors } = await home.admin.send(query, { id: merged });
    expect({ query, code: errors[0]?.extensions.code }).toEqual({ query, code: 'NOT_FOUND' });
  }
  const drafting = { town: other.code, effectiveOn: '2025-01-01', reason: '越权', steps: [] };
  expect(await home.admin.refused('draftRestructuring', drafting)).toEqual({ code: 'FORBIDDEN' });
  expect((await account.send(read, { id: merged })).data.restructuring.difference.accounts).toBeNull();
  expect(platform.faults).toEqual([]);
});
