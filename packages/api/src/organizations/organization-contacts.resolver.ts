import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PersonalField } from '../access/personal-fields.ts';
import { shown } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { stateOn } from '../db/versions.ts';
import { contactsOf, ownRecordsOf } from './contact-rows.ts';
import { OrganizationType } from './organization.type.ts';
import { organizationLines, reachesOrganization } from './organization-rows.ts';
import type { Contacts } from './read-facts.ts';

@Resolver(() => OrganizationType)
export class OrganizationContactsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who owns it or answers for it 负责人; without `@purpose` the beginning of the name.',
  })
  owner(@Ctx() ctx: Context, @Root() organization: OrganizationType): Promise<string | null> {
    return contactOf(ctx, organization, 'owner');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whom to ask there 联系人; without `@purpose` the beginning of the name.',
  })
  contact(@Ctx() ctx: Context, @Root() organization: OrganizationType): Promise<string | null> {
    return contactOf(ctx, organization, 'contact');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Their telephone number, in digits; without `@purpose` without its middle.',
  })
  telephone(@Ctx() ctx: Context, @Root() organization: OrganizationType): Promise<string | null> {
    return contactOf(ctx, organization, 'telephone');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it is there no longer; null while it is, and for a district office.',
  })
  async closedBecause(@Ctx() ctx: Context, @Root() { townId, uuid }: OrganizationType): Promise<string | null> {
    const desk = await ctx.readTown(townId);
    if (desk.seat.role !== 'app_town') return null;
    return (await desk.load(ownRecordsOf, { townId, uuid }))?.closedBecause ?? null;
  }
}

/** Whom to ask on the day on which an organisation is shown, in full or as it is shown without a purpose. */
async function contactOf(
  ctx: Context,
  { townId, uuid, asOf }: OrganizationType,
  name: keyof Contacts,
): Promise<string | null> {
  const desk = await ctx.readTownFor('organization:contact', townId);
  const line = await desk?.load(organizationLines, { townId, uuid });
  if (!desk || !line || !(await reachesOrganization(desk, ctx.signedIn, 'organization:contact', line))) return null;
  const [contacts, own] = await Promise.all([
    desk.load(contactsOf, { townId, uuid }),
    desk.load(ownRecordsOf, { townId, uuid }),
  ]);
  const value = stateOn(contacts, asOf)?.[name] ?? null;
  if (value === null || !own) return null;
  const field: PersonalField = `Organization.${name}`;
  return shown(ctx, townId, { subject: own.auditKey, field }, value);
}
