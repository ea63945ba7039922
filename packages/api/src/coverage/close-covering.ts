import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { closeOrganization } from '../organizations/close-organization.ts';
import { getLineFor } from '../organizations/organization-rows.ts';
import { endManagement } from '../party-organizations/direct-management.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { longestReason } from './cover-organization.ts';
import type { CloseOrganizationInput } from './coverage.input.ts';
import { linksOfTowns } from './link-rows.ts';
import { endedOn } from './link-steps.ts';
import { writeLinks } from './write-links.ts';

/**
 * Closes an organisation from a day on: nothing covers it or manages it directly any more. A joint Party organisation may be left
 * with fewer than two, and one that sits in it stays: that is told by findings. Returns its id in the town, and the day; how it stands is
 * for the caller to work out anew.
 * Errors: NOT_FOUND on input.organization out of the actor's reach; CONFLICT on input.expectedVersion, or on input.organization where it
 * has closed by then; BAD_INPUT on input.because, or on input.on before it began.
 */
export async function closeCovering(
  desk: Desk,
  actor: Actor,
  input: CloseOrganizationInput,
): Promise<{ uuid: string; day: string }> {
  await lockSettings(desk);
  const line = await getLineFor(desk, actor, 'organization:keep', input.organization);
  requireVersion(line, input.expectedVersion);
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  const because = oneLine(input.because, 'input.because', longestReason);
  await closeOrganization(desk, line, { on, because });
  const links = await desk.load(linksOfTowns, desk.town);
  const after = endedOn(links, ({ organization }) => organization === line.uuid, on);
  await writeLinks(desk, links, after, because);
  await endManagement(desk, 'organization_id', [line.uuid], on, because);
  return { uuid: line.uuid, day: on };
}
