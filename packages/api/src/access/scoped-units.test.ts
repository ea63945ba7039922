import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { actingFor, clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';

const platform = testPlatform();
const all = ['TOWN_READ', 'UNIT_READ', 'HOUSEHOLD_READ', 'REQUEST_READ'];

it('an application that may not see the tree is told what a unit is called, and gets nowhere from it', async () => {
  const { town, households } = await settledTown(platform, 1);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { viewer } = await officer.ask('{ viewer { account { name } } }');
  const application = await registerApplication(platform, all);
  await consent(town, application, all);
  const household = `query($id: ID!) { household(id: $id) { block { name parent { name } } } }`;
  const own = '{ viewer { assignments { unit { name children { nodes { name } } } } } }';

  const narrow = 'town:read household:read request:read';
  for (const client of [
    await clientOf(platform, application, narrow),
    await actingFor(platform, application, `admin-${town.code}`, narrow),
  ]) {
    const { data, errors } = await client.send(household, { id: households[0] });
    expect(data.household.block).toEqual({ name: expect.any(String), parent: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
  const blind = await (await actingFor(platform, application, viewer.account.name, narrow)).send(own);
  expect(blind.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(JSON.stringify(blind.data)).not.toContain('nodes');

  const wide = await clientOf(platform, application, `${narrow} unit:read`);
  expect((await wide.ask(household, { id: households[0] })).household.block.parent.name).toEqual(expect.any(String));
  const seeing = await (await actingFor(platform, application, viewer.account.name, `${narrow} unit:read`)).ask(own);
  expect(seeing.viewer.assignments[0].unit.children.nodes.length).toBeGreaterThan(0);
  expect(await officer.ask(own)).toEqual(seeing);

  await consent(town, application, ['TOWN_READ', 'HOUSEHOLD_READ', 'REQUEST_READ']);
  const withdrawn = await clientOf(platform, application, `${narrow} unit:read`);
  expect((await withdrawn.send(household, { id: households[0] })).data.household.block.parent).toBeNull();
});
