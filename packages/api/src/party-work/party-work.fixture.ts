import type { ApiClient } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { kindOf } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';

/** Assigns somebody, by default a new person as liaison from the beginning of 2023 on. Returns the assignment's id. */
export async function assign(
  town: TestTown,
  input: Record<string, unknown>,
  client: ApiClient = town.admin,
): Promise<string> {
  const full = { person: input.person ?? (await town.person()), role: 'LIAISON', from: '2023-01-01', ...input };
  return (await client.do('assignWorker', full, 'assignment { id }')).assignment.id;
}

/** Opens a guidance station, by default for cooperatives from the beginning of 2023 on. Returns its id. */
export async function guidanceStation(
  town: TestTown,
  input: Record<string, unknown> = {},
  client: ApiClient = town.admin,
): Promise<string> {
  const ledBy = input.ledBy ?? (await partyOrganization(town)).id;
  const kinds = input.kinds ?? [await kindOf(town, 'COOPERATIVE')];
  const usual = { town: town.code, name: '农业党建工作指导站', host: '农业服务中心', from: '2023-01-01' };
  return (await client.do('openGuidanceStation', { ...usual, ...input, ledBy, kinds }, 'station { id }')).station.id;
}
