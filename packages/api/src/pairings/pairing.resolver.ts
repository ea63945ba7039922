import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { householdSeen, placeOfHousehold } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { say } from '../messages.ts';
import { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { contactsOfPairings } from './contact-rows.ts';
import { kindNear, pairingKind } from './kind-rows.ts';
import { listPairings, listPairingsDue } from './list-pairings.ts';
import { PairingsArgs, PairingsDueArgs } from './pairing.input.ts';
import {
  PairingConnectionType,
  PairingContactConnectionType,
  type PairingContactType,
  PairingType,
  PairingVersionType,
} from './pairing.type.ts';
import { PairingKindType } from './pairing-kind.type.ts';
import { getPairing } from './pairing-reach.ts';
import { agreedOf, pairingsOfHouseholds, versionsOfPairings } from './pairing-rows.ts';

const noPairings = 'Null where the viewer sees no pairings in the town.';

@Resolver(() => TownType)
export class TownPairingsResolver {
  @FieldResolver(() => PairingConnectionType, {
    nullable: true,
    description: `The town’s pairings 结对 with households within the viewer’s reach, the latest first. ${noPairings}`,
  })
  async pairings(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PairingsArgs) args: PairingsArgs,
  ): Promise<Connection<PairingType> | null> {
    const desk = await ctx.readTownFor('pairing:read', townId);
    return desk ? loadOnce(desk, ['pairings', args], () => listPairings(desk, ctx, args)) : null;
  }

  @FieldResolver(() => PairingConnectionType, {
    nullable: true,
    description: `The running pairings within the viewer’s reach whose next contact is due by a day 应联系, those first that have been due longest. ${noPairings}`,
  })
  async pairingsDue(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PairingsDueArgs) args: PairingsDueArgs,
  ): Promise<Connection<PairingType> | null> {
    const desk = await ctx.readTownFor('pairing:read', townId);
    return desk ? loadOnce(desk, ['pairingsDue', args], () => listPairingsDue(desk, ctx, args)) : null;
  }
}

@Resolver(() => HouseholdType)
export class HouseholdPairingsResolver {
  @FieldResolver(() => [PairingType], {
    nullable: true,
    description:
      'Its pairings 结对, the latest first, those ended among them. Null where the viewer sees no pairings of it.',
  })
  async pairings(@Ctx() ctx: Context, @Root() { townId, uuid }: HouseholdType): Promise<PairingType[] | null> {
    const desk = await deskOfHousehold(ctx, 'pairing:read', { townId, uuid });
    return desk?.load(pairingsOfHouseholds, { townId, uuid }) ?? null;
  }
}

@Resolver(() => PairingType)
export class PairingResolver {
  @Query(() => PairingType, {
    nullable: true,
    description: 'A pairing by its id. NOT_FOUND where it is not open to the viewer.',
  })
  pairing(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the pairing.' }) id: string,
  ): Promise<PairingType> {
    return getPairing(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town of the household.' })
  town(@Ctx() ctx: Context, @Root() { townId }: PairingType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where it is out of the viewer’s reach.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: PairingType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => PersonType, { description: 'The partner 结对人.' })
  async person(@Ctx() ctx: Context, @Root() { townId, personUuid: uuid }: PairingType): Promise<PersonType> {
    const person = await (await ctx.readTown(townId)).load(peopleById, { townId, uuid });
    if (!person) throw notFound();
    return person;
  }

  @FieldResolver(() => PairingKindType, {
    nullable: true,
    description: 'The kind 结对类型; of a sensitive one null without `@purpose`.',
  })
  async kind(@Ctx() ctx: Context, @Root() pairing: PairingType): Promise<PairingKindType | null> {
    const kind = await kindOf(ctx, pairing);
    return !kind.sensitive || shows(ctx, pairing, 'Pairing.kind') ? kind : null;
  }

  @FieldResolver(() => String, {
    description:
      'The kind’s name on the first day; 涉及健康或残疾的结对 (pairing for health or disability) in the place of a sensitive one without `@purpose`.',
  })
  async kindName(@Ctx() ctx: Context, @Root() pairing: PairingType): Promise<string> {
    const kind = await kindOf(ctx, pairing);
    const shown = !kind.sensitive || shows(ctx, pairing, 'Pairing.kindName');
    return shown ? kindNear(kind, pairing.begunOn).name : say(ctx.language, 'sensitivePairing');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The service that is agreed 结对服务 today, or was last; null without `@purpose`.',
  })
  async service(@Ctx() ctx: Context, @Root() pairing: PairingType): Promise<string | null> {
    return shows(ctx, pairing, 'Pairing.service') ? (await agreed(ctx, pairing)).serviceInFull : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Within how many days of the last contact the next one is agreed today, or was last; null where nothing is.',
  })
  async contactEveryDays(@Ctx() ctx: Context, @Root() pairing: PairingType): Promise<number | null> {
    return (await agreed(ctx, pairing)).contactEveryDays;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The partner’s telephone number that they agreed to have on the contact card 联系卡 today, or last; null where none is.',
  })
  async telephone(@Ctx() ctx: Context, @Root() pairing: PairingType): Promise<string | null> {
    return (await agreed(ctx, pairing)).telephone;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said of its end; null where nothing was, and without `@purpose`.',
  })
  endNote(@Ctx() ctx: Context, @Root() pairing: PairingType): string | null {
    if (pairing.endNoteInFull === null) return null;
    return shows(ctx, pairing, 'Pairing.endNote') ? pairing.endNoteInFull : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PairingType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who put down its end, as the town knows them; null while it has none.',
  })
  async endedBy(@Ctx() ctx: Context, @Root() { townId, endedById }: PairingType): Promise<string | null> {
    return endedById === null ? null : accountName(ctx, townId, endedById);
  }

  @FieldResolver(() => [PairingVersionType], { description: 'What was agreed over time, the first first.' })
  async versions(@Ctx() ctx: Context, @Root() { townId, uuid }: PairingType): Promise<PairingVersionType[]> {
    const versions = await (await ctx.readTown(townId)).load(versionsOfPairings, { townId, uuid });
    return versions.filter(({ validFrom, validTo }) => validFrom !== validTo);
  }

  @FieldResolver(() => PairingContactConnectionType, {
    description: 'The contacts 联系记录, the latest first, those withdrawn among them.',
  })
  async contacts(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: PairingType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<PairingContactType>> {
    const contacts = await (await ctx.readTown(townId)).load(contactsOfPairings, { townId, uuid });
    return pageOf(contacts, args, (contact) => contact.uuid);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this pairing’s household.' })
  async viewerCan(@Ctx() ctx: Context, @Root() { townId, householdUuid: uuid }: PairingType): Promise<string[]> {
    const place = await placeOfHousehold(await ctx.readTown(townId), { townId, uuid });
    return place ? permissionsAt(ctx.signedIn, place).map(permissionName) : [];
  }
}

@Resolver(() => PairingVersionType)
export class PairingVersionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The service that was agreed 结对服务; null without `@purpose`.',
  })
  service(
    @Ctx() ctx: Context,
    @Root() { townId, auditKey: subject, serviceInFull }: PairingVersionType,
  ): string | null {
    return personal(ctx, townId, { subject, field: 'PairingVersion.service' }) ? serviceInFull : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who wrote it, as the town knows them.' })
  writtenBy(@Ctx() ctx: Context, @Root() { townId, writtenById }: PairingVersionType): Promise<string | null> {
    return accountName(ctx, townId, writtenById);
  }
}

function shows(
  ctx: Context,
  { townId, auditKey: subject }: PairingType,
  field: 'Pairing.kind' | 'Pairing.kindName' | 'Pairing.service' | 'Pairing.endNote',
): boolean {
  return personal(ctx, townId, { subject, field });
}

async function kindOf(ctx: Context, { townId, kindUuid: uuid }: PairingType): Promise<PairingKindType> {
  return pairingKind(await ctx.readTown(townId), { townId, uuid });
}

async function agreed(ctx: Context, { townId, uuid }: PairingType): Promise<PairingVersionType> {
  return agreedOf(await ctx.readTown(townId), { townId, uuid }, ctx.today);
}
