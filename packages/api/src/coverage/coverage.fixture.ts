import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { readGlobalId } from '../schema/global-id.ts';
import type { Standing } from '../standings/standing-of.ts';

/** Lets a Party organisation include an organisation, by default by affiliation, from the beginning of 2023 on. */
export async function cover(
  town: TestTown,
  party: string,
  organization: string,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
): Promise<string> {
  const full = { partyOrganization: party, organization, way: 'AFFILIATED', from: '2023-01-01', ...input };
  return (await client.do('coverOrganization', full, 'link { id }')).link.id;
}

/** What a Party organisation covers on a day, a line each: the way and since when. */
export async function coveredBy(client: ApiClient, party: string, asOf: string): Promise<Data[]> {
  const query = `query($id: ID!, $asOf: Date!) { partyOrganization(id: $id) { covers(asOf: $asOf) { way validFrom validTo } } }`;
  return (await client.ask(query, { id: party, asOf })).partyOrganization.covers;
}

/** Whether an organisation stands as established and covered on a day; undefined where it is not there. */
export async function standingOn(
  { database }: TestPlatform,
  organization: string,
  day: string,
): Promise<Pick<Standing, 'established' | 'covered'> | undefined> {
  const rows = await database.sql<Pick<Standing, 'established' | 'covered'>>(
    `select established, covered from organization_standing
     where organization_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [readGlobalId(organization)?.key, day],
  );
  return rows[0];
}
