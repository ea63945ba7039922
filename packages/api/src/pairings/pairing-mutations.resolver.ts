import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { beginPairing } from './begin-pairing.ts';
import { endPairing, revisePairing } from './change-pairing.ts';
import { pairingContactsById } from './contact-rows.ts';
import {
  BeginPairingInput,
  EndPairingInput,
  PairingContactPayload,
  PairingPayload,
  RecordPairingContactInput,
  RevisePairingInput,
  WithdrawPairingContactInput,
} from './pairing.input.ts';
import { pairingsById } from './pairing-rows.ts';
import { recordPairingContact, withdrawPairingContact } from './record-contact.ts';

@Resolver()
export class PairingMutations {
  @Mutation(() => PairingPayload, {
    description: 'Pairs a Party member or an officer with a household 结对, for a kind and with an agreed service.',
  })
  beginPairing(@Ctx() ctx: Context, @Input(() => BeginPairingInput) input: BeginPairingInput): Promise<PairingPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    return ctx.changeTown(townId, 'input.household', 'beginPairing', input, async (desk) =>
      payloadOf(desk, await beginPairing(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => PairingPayload, {
    description: 'Says what is agreed of a pairing from a day on. What was agreed before stays to be read.',
  })
  revisePairing(
    @Ctx() ctx: Context,
    @Input(() => RevisePairingInput) input: RevisePairingInput,
  ): Promise<PairingPayload> {
    return change(ctx, 'revisePairing', input, (desk) => revisePairing(desk, ctx.signedIn, input));
  }

  @Mutation(() => PairingPayload, { description: 'Ends a pairing 结束结对.' })
  endPairing(@Ctx() ctx: Context, @Input(() => EndPairingInput) input: EndPairingInput): Promise<PairingPayload> {
    return change(ctx, 'endPairing', input, (desk) => endPairing(desk, ctx.signedIn, input));
  }

  @Mutation(() => PairingContactPayload, {
    description: 'Records a contact of a partner with the household 登记联系. It is never written anew.',
  })
  recordPairingContact(
    @Ctx() ctx: Context,
    @Input(() => RecordPairingContactInput) input: RecordPairingContactInput,
  ): Promise<PairingContactPayload> {
    const { townId } = requireId(input.pairing, 'Pairing', 'input.pairing');
    return ctx.changeTown(townId, 'input.pairing', 'recordPairingContact', input, async (desk) =>
      contactPayloadOf(desk, await recordPairingContact(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => PairingContactPayload, {
    description:
      'Withdraws a contact that never was or was recorded wrongly 撤回: it stays in the record and counts nowhere. Whoever recorded it may, and whoever manages pairings there.',
  })
  withdrawPairingContact(
    @Ctx() ctx: Context,
    @Input(() => WithdrawPairingContactInput) input: WithdrawPairingContactInput,
  ): Promise<PairingContactPayload> {
    const field = 'input.pairingContact';
    const { townId } = requireId(input.pairingContact, 'PairingContact', field);
    return ctx.changeTown(townId, field, 'withdrawPairingContact', input, async (desk) =>
      contactPayloadOf(desk, await withdrawPairingContact(desk, ctx.signedIn, input)),
    );
  }
}

/** Changes the pairing that an input names, and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { pairing: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PairingPayload> {
  const { townId } = requireId(input.pairing, 'Pairing', 'input.pairing');
  return ctx.changeTown(townId, 'input.pairing', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<PairingPayload> {
  desk.forget();
  const pairing = await desk.load(pairingsById, { townId: desk.town, uuid });
  if (!pairing) throw notFound('input.pairing');
  return { pairing };
}

async function contactPayloadOf(desk: Desk, uuid: string): Promise<PairingContactPayload> {
  desk.forget();
  const pairingContact = await desk.load(pairingContactsById, { townId: desk.town, uuid });
  if (!pairingContact) throw notFound('input.pairingContact');
  return { pairingContact };
}
