import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';

const platform = testPlatform();

const accepted = 'viewer { account { name } assignments { role town { code } unit { id } team { id } } }';
const invalid = { code: 'BAD_INPUT', field: 'input.code' };

async function invite(town: TestTown, place: Record<string, unknown>): Promise<string> {
  return (await town.admin.do('inviteToTown', { town: town.code, ...place }, 'code')).code;
}

it('brings an account of one town to work in another, once', async () => {
  const [home, town] = [await platform.newTown(), await platform.newTown()];
  const guest = await home.account('UNIT_OFFICER', { unit: home.unit(0) });
  const stranger = await home.account('UNIT_OFFICER', { unit: home.unit(0) });
  const input = { town: town.code, role: 'UNIT_OFFICER', unit: town.unit(1) };
  const { code, expiresAt } = await town.admin.do('inviteToTown', input, 'code expiresAt');
  const days = (new Date(expiresAt).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  expect(days).toBeLessThan(7.1);

  const { viewer } = await guest.do('acceptInvitation', { code: ` ${code} ` }, accepted);
  expect(viewer.assignments).toHaveLength(2);
  expect(viewer.assignments).toContainEqual({
    role: 'UNIT_OFFICER',
    town: { code: town.code },
    unit: { id: town.unit(1) },
    team: null,
  });
  platform.advance(5000);
  const block = { kind: 'BLOCK', name: '块区' };
  await guest.do('openUnit', { ...block, town: town.code, parent: town.unit(1) }, 'unit { id }');
  await guest.do('openUnit', { ...block, town: home.code, parent: home.unit(0) }, 'unit { id }');
  const astray = { ...block, town: town.code, parent: town.unit(0) };
  expect(await guest.refused('openUnit', astray)).toEqual({ code: 'NOT_FOUND', field: 'input.parent' });
  expect(await stranger.refused('acceptInvitation', { code })).toEqual(invalid);
});

it('is kept when it would give a role that is held already, and can be accepted by another', async () => {
  const town = await platform.newTown();
  const holder = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const code = await invite(town, { role: 'UNIT_OFFICER', unit: town.unit(0) });
  await changesNothing(platform, town, async () => {
    expect(await holder.refused('acceptInvitation', { code })).toEqual({ code: 'CONFLICT', field: 'input.code' });
  });
  const other = await platform.newTown();
  await other.admin.do('acceptInvitation', { code }, accepted);
});

it('refuses a code that is wrong, spent, expired or of no town, and changes nothing', async () => {
  const [home, town] = [await platform.newTown(), await platform.newTown()];
  const guest = await home.account('UNIT_OFFICER', { unit: home.unit(0) });
  const code = await invite(town, { role: 'TOWN_ADMINISTRATOR' });
  const expired = await invite(town, { role: 'TOWN_ADMINISTRATOR' });
  const [, expiredId] = expired.split('.');
  await platform.database.sql('update invitation set expires_at = $2 where id = $1', [expiredId, new Date()]);
  const [number, id, secret = ''] = code.split('.');
  await changesNothing(platform, town, async () => {
    for (const wrong of [
      '',
      'nonsense',
      `${number}.${id}.${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      `${number}.${'-'.repeat(36)}.${secret}`,
      `${number}.${id?.replace(/^./, 'f')}.${secret}`,
      `${home.code}.${id}.${secret}`,
      `999999999.${id}.${secret}`,
      expired,
    ]) {
      expect({ wrong, ...(await guest.refused('acceptInvitation', { code: wrong })) }).toEqual({ wrong, ...invalid });
    }
    expect(await platform.public.refused('acceptInvitation', { code })).toEqual({ code: 'UNAUTHENTICATED' });
  });
  expect(platform.faults).toEqual([]);
  await guest.do('acceptInvitation', { code }, accepted);
});

it('is no longer valid once its unit is closed or its team disbanded', async () => {
  const [home, town] = [await platform.newTown(), await platform.newTown()];
  const block = await town.openUnit();
  const team = await town.formTeam(block);
  const nextYear = `${new Date().getFullYear() + 1}-12-31`;
  const ending = await town.openUnit();
  const codes = [
    await invite(town, { role: 'TEAM_LEAD', team }),
    await invite(town, { role: 'UNIT_OFFICER', unit: block }),
    await invite(town, { role: 'UNIT_OFFICER', unit: ending }),
  ];
  await town.admin.do('disbandTeam', { team }, 'team { id }');
  await town.admin.do('closeUnit', { unit: block }, 'unit { id }');
  await town.admin.do('closeUnit', { unit: ending, on: nextYear }, 'unit { id }');
  await changesNothing(platform, town, async () => {
    for (const code of codes) expect(await home.admin.refused('acceptInvitation', { code })).toEqual(invalid);
  });
});

it('is accepted by one of ten who try at once', async () => {
  const [home, town] = [await platform.newTown(), await platform.newTown()];
  const block = await home.openUnit();
  const guests = await Promise.all(Array.from({ length: 10 }, () => home.account('UNIT_OFFICER', { unit: block })));
  const code = await invite(town, { role: 'TOWN_ADMINISTRATOR' });
  const query = `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { account { id } } } }`;
  const answers = await Promise.all(guests.map((guest) => guest.send(query, { input: { code } })));
  const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
  expect(refused).toEqual(Array.from({ length: 9 }, () => invalid));
  expect(platform.faults).toEqual([]);
});

it('is offered by the town’s administrators, for roles and places of the town', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ role: 'DISTRICT_OFFICE' }, 'FORBIDDEN', 'input.role'],
    [{ role: 'UNIT_OFFICER' }, 'BAD_INPUT', 'input.unit'],
    [{ role: 'UNIT_OFFICER', unit: other.unit(0) }, 'NOT_FOUND', 'input.unit'],
    [{ role: 'TEAM_MEMBER', team: town.unit(0) }, 'NOT_FOUND', 'input.team'],
    [{ town: other.code }, 'NOT_FOUND', 'input.town'],
  ];
  await changesNothing(platform, town, async () => {
    const input = { town: town.code, role: 'TOWN_ADMINISTRATOR' };
    for (const [change, code, field] of wrong) {
      const refusal = await town.admin.refused('inviteToTown', { ...input, ...change });
      expect({ change, ...refusal }).toEqual({ change, code, field });
    }
    expect(await officer.refused('inviteToTown', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await platform.operator.refused('inviteToTown', input)).toEqual({ code: 'FORBIDDEN' });
  });
});

it('is listed until it is accepted or withdrawn, and counts no more then', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const query = 'query($code: RegisterCode!) { town(code: $code) { invitations { id role invitedBy } } }';
  const listed = async () => (await town.admin.ask(query, { code: town.code })).town.invitations;
  const { code } = await town.admin.do('inviteToTown', { town: town.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
  const [invitation] = await listed();
  expect(invitation).toMatchObject({ role: 'TOWN_ADMINISTRATOR', invitedBy: `admin-${town.code}` });
  const withdrawal = { invitation: invitation.id };
  expect(await other.admin.refused('withdrawInvitation', withdrawal)).toEqual({
    code: 'NOT_FOUND',
    field: 'input.invitation',
  });
  await town.admin.do('withdrawInvitation', withdrawal, 'invitation');
  expect(await listed()).toEqual([]);
  expect((await town.admin.refused('withdrawInvitation', withdrawal)).code).toBe('CONFLICT');
  expect(await other.admin.refused('acceptInvitation', { code })).toEqual({ code: 'BAD_INPUT', field: 'input.code' });
});

it('counts no more once whoever made it gives no roles there any more, or has a new password', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  for (const mend of ['endAssignment', 'resetPassword'] as const) {
    const opened = { town: town.code, name: mend.toLowerCase(), displayName: '管理员', role: 'TOWN_ADMINISTRATOR' };
    const { account } = await town.admin.do('openAccount', opened, 'account { id assignments { id } }');
    const second = await platform.clientOf(`${mend.toLowerCase()}-${town.code}`);
    const { code } = await second.do('inviteToTown', { town: town.code, role: 'TOWN_ADMINISTRATOR' }, 'code');
    const input = mend === 'endAssignment' ? { assignment: account.assignments[0].id } : { account: account.id };
    await town.admin.do(mend, input, 'account { id }');
    expect(await other.admin.refused('acceptInvitation', { code }), mend).toEqual({
      code: 'BAD_INPUT',
      field: 'input.code',
    });
  }
});
