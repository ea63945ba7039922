import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { dayOf } from '../today.ts';
import { returnToTerritory, takeIntoDirectManagement } from './direct-management.ts';
import { ManagementPayload, ReturnToTerritoryInput, TakeIntoDirectManagementInput } from './management.type.ts';
import type { Managed } from './managements.ts';
import { partyOn } from './party-organization-rows.ts';

@Resolver()
export class ManagementMutations {
  @Mutation(() => ManagementPayload, {
    description:
      'Lets the Social Party Committee 社会党委 manage an organisation or a Party organisation directly 纳入直管 from a day on.',
  })
  takeIntoDirectManagement(
    @Ctx() ctx: Context,
    @Input(() => TakeIntoDirectManagementInput) input: TakeIntoDirectManagementInput,
  ): Promise<ManagementPayload> {
    return change(ctx, 'takeIntoDirectManagement', input, (desk) =>
      takeIntoDirectManagement(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => ManagementPayload, {
    description: 'Lets an organisation or a Party organisation be managed where it is 退出直管 from a day on.',
  })
  returnToTerritory(
    @Ctx() ctx: Context,
    @Input(() => ReturnToTerritoryInput) input: ReturnToTerritoryInput,
  ): Promise<ManagementPayload> {
    return change(ctx, 'returnToTerritory', input, (desk) => returnToTerritory(desk, ctx.signedIn, input));
  }
}

/** Changes by whom something is managed, in the town of what is named. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & Pick<TakeIntoDirectManagementInput, 'organization' | 'partyOrganization'>,
  work: (desk: Desk) => Promise<Managed>,
): Promise<ManagementPayload> {
  const { organization, partyOrganization } = input;
  if ((organization == null) === (partyOrganization == null)) throw badInput('input.organization', 'managedOf');
  const field = organization == null ? 'input.partyOrganization' : 'input.organization';
  const type = organization == null ? 'PartyOrganization' : 'Organization';
  const { townId } = requireId(organization ?? partyOrganization ?? '', type, field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, { organization, party }: Managed): Promise<ManagementPayload> {
  desk.forget();
  const key = { townId: desk.town, asOf: dayOf(desk.now) };
  return {
    organization:
      organization === null ? null : ((await desk.load(organizationsById, { ...key, uuid: organization })) ?? null),
    partyOrganization: party === null ? null : ((await partyOn(desk, { ...key, uuid: party })) ?? null),
  };
}
