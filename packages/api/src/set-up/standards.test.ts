import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { rulesSeen } from '../contact-rules/contact-rule.fixture.ts';
import { migrate } from '../db/migrate.ts';

const platform = testPlatform();

it('a town that was set up before categories and contact rules came has the same as one set up since', async () => {
  const before = await platform.newTown();
  const { sql, ownerUrl } = platform.database;
  const again = ['014-categories', '015-contact-rules', '046-categories-in-records', '107-programmes', '119-pairings'];
  await sql('alter table household_event drop column household_category_id');
  // What leads to these tables from later ones goes with them.
  await sql('drop table programme_event, programme_enrolment, programme_session, programme_unit cascade');
  await sql('drop table programme_category, programme cascade');
  await sql('drop table pairing_contact, pairing_version, pairing');
  await sql('drop table pairing_kind_category, pairing_kind_version, pairing_kind');
  await sql('drop table contact_rule, household_category, category');
  await sql('delete from mikro_orm_migrations where name = any($1)', [again]);
  const { applied } = await migrate(ownerUrl);
  expect(applied).toEqual(again);
  const since = await platform.newTown();
  const query = `query($code: RegisterCode!) { town(code: $code) {
    categories { name group sensitive position validFrom validTo version } } }`;
  const categories = (await before.admin.ask(query, { code: before.code })).town.categories;
  expect(categories).toEqual((await since.admin.ask(query, { code: since.code })).town.categories);
  expect(categories.length).toBeGreaterThan(10);
  const rules = (town: typeof before) => rulesSeen(town.admin, town.code).then((all) => all.sort());
  expect(await rules(before)).toEqual(await rules(since));
});

it('a town that was set up before relief came has the same categories and items as one set up since', async () => {
  const before = await platform.newTown();
  const { sql, ownerUrl } = platform.database;
  const again = ['102-relief-funds', '103-relief', '104-relief-campaigns'];
  await sql('drop table relief_event, relief_grant, relief_application, relief_counter, relief_campaign');
  await sql('drop table relief_fund_entry, relief_fund, relief_item, relief_category');
  await sql('delete from mikro_orm_migrations where name = any($1)', [again]);
  expect((await migrate(ownerUrl)).applied).toEqual(again);
  const since = await platform.newTown();
  const query = `query($code: RegisterCode!) { town(code: $code) {
    reliefCategories { name sensitive endedOn items { name usualAmount endedOn } } } }`;
  const { reliefCategories } = (await before.admin.ask(query, { code: before.code })).town;
  expect(reliefCategories.flatMap(({ items }: Data) => items)).toHaveLength(30);
  expect((await since.admin.ask(query, { code: since.code })).town).toEqual({ reliefCategories });
});

it('a town that was set up before pairings came has the same kinds, for the same categories, as one set up since', async () => {
  const before = await platform.newTown();
  const { sql, ownerUrl } = platform.database;
  await sql('drop table pairing_contact, pairing_version, pairing');
  await sql('drop table pairing_kind_category, pairing_kind_version, pairing_kind');
  const again = ['119-pairings'];
  await sql('delete from mikro_orm_migrations where name = any($1)', [again]);
  expect((await migrate(ownerUrl)).applied).toEqual(again);
  const since = await platform.newTown();
  const query = `query($code: RegisterCode!) { town(code: $code) {
    pairingKinds { name sensitive validFrom validTo version categories { name } } } }`;
  const { pairingKinds } = (await before.admin.ask(query, { code: before.code })).town;
  expect(pairingKinds.flatMap(({ categories }: Data) => categories)).toHaveLength(5);
  expect((await since.admin.ask(query, { code: since.code })).town).toEqual({ pairingKinds });
});

it('a town that was set up before organisations came has the same lists of kinds and industries as one set up since', async () => {
  const before = await platform.newTown();
  const { sql, ownerUrl } = platform.database;
  await sql('delete from organization_kind');
  await sql('delete from industry');
  const again = ['072-organization-lists'];
  await sql('delete from mikro_orm_migrations where name = any($1)', [again]);
  expect((await migrate(ownerUrl)).applied).toEqual(again);
  const since = await platform.newTown();
  const query = `query($code: RegisterCode!) { town(code: $code) {
    organizationKinds { name class position validFrom validTo version } industries { name position validFrom validTo version } } }`;
  const { organizationKinds, industries } = (await before.admin.ask(query, { code: before.code })).town;
  expect([organizationKinds.length, industries.length]).toEqual([7, 14]);
  expect((await since.admin.ask(query, { code: since.code })).town).toEqual({ organizationKinds, industries });
});
