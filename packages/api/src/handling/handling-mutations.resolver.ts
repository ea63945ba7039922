import { Ctx, Mutation, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { setDeadline } from './deadlines.ts';
import {
  AddExternalPartyInput,
  AddRequestSubjectInput,
  EndExternalPartyInput,
  EndRequestSubjectInput,
  ExternalPartyPayload,
  RenameExternalPartyInput,
  RenameRequestSubjectInput,
  RequestSubjectPayload,
  SetDeadlineInput,
  SetDeadlinePayload,
} from './handling.input.ts';
import { addEntry, endEntry, listTypes, partyOf, renameEntry, subjectOf } from './listed.ts';

@Resolver()
export class HandlingMutations {
  @Mutation(() => RequestSubjectPayload, { description: 'Puts a subject of requests 诉求类别 on a town’s list.' })
  async addRequestSubject(
    @Ctx() ctx: Context,
    @Input(() => AddRequestSubjectInput) input: AddRequestSubjectInput,
  ): Promise<RequestSubjectPayload> {
    const { townId } = await getTownFor(ctx, 'request:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addRequestSubject', input, async (desk) => ({
      subject: subjectOf(await addEntry(desk, 'request_subject', input.name)),
    }));
  }

  @Mutation(() => RequestSubjectPayload, { description: 'Renames a subject, also for the requests that have it.' })
  async renameRequestSubject(
    @Ctx() ctx: Context,
    @Input(() => RenameRequestSubjectInput) input: RenameRequestSubjectInput,
  ): Promise<RequestSubjectPayload> {
    return change(ctx, 'subject', input.subject, 'renameRequestSubject', input, async (desk) => ({
      subject: subjectOf(await renameEntry(desk, 'request_subject', input.subject, 'input.subject', input.name)),
    }));
  }

  @Mutation(() => RequestSubjectPayload, { description: 'Ends a subject. Requests that have it keep it.' })
  async endRequestSubject(
    @Ctx() ctx: Context,
    @Input(() => EndRequestSubjectInput) input: EndRequestSubjectInput,
  ): Promise<RequestSubjectPayload> {
    return change(ctx, 'subject', input.subject, 'endRequestSubject', input, async (desk) => ({
      subject: subjectOf(await endEntry(desk, 'request_subject', input.subject, 'input.subject')),
    }));
  }

  @Mutation(() => ExternalPartyPayload, { description: 'Puts a party outside 外部单位 on a town’s list.' })
  async addExternalParty(
    @Ctx() ctx: Context,
    @Input(() => AddExternalPartyInput) input: AddExternalPartyInput,
  ): Promise<ExternalPartyPayload> {
    const { townId } = await getTownFor(ctx, 'request:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addExternalParty', input, async (desk) => ({
      party: partyOf(await addEntry(desk, 'external_party', input.name)),
    }));
  }

  @Mutation(() => ExternalPartyPayload, { description: 'Renames a party outside, also for what was referred to it.' })
  async renameExternalParty(
    @Ctx() ctx: Context,
    @Input(() => RenameExternalPartyInput) input: RenameExternalPartyInput,
  ): Promise<ExternalPartyPayload> {
    return change(ctx, 'party', input.party, 'renameExternalParty', input, async (desk) => ({
      party: partyOf(await renameEntry(desk, 'external_party', input.party, 'input.party', input.name)),
    }));
  }

  @Mutation(() => ExternalPartyPayload, { description: 'Ends a party outside. What was referred to it stays.' })
  async endExternalParty(
    @Ctx() ctx: Context,
    @Input(() => EndExternalPartyInput) input: EndExternalPartyInput,
  ): Promise<ExternalPartyPayload> {
    return change(ctx, 'party', input.party, 'endExternalParty', input, async (desk) => ({
      party: partyOf(await endEntry(desk, 'external_party', input.party, 'input.party')),
    }));
  }

  @Mutation(() => SetDeadlinePayload, {
    description:
      'Settles how long a level has for requests 办理时限. Deadlines that are set already stay what they are.',
  })
  async setDeadline(
    @Ctx() ctx: Context,
    @Input(() => SetDeadlineInput) input: SetDeadlineInput,
  ): Promise<SetDeadlinePayload> {
    const town = await getTownFor(ctx, 'request:configure', input.town);
    return ctx.changeTown(town.townId, 'input.town', 'setDeadline', input, async (desk) => {
      await setDeadline(desk, input);
      return { town };
    });
  }
}

/** Runs a change of an entry of a list, for whoever may settle such things in its town. Errors: NOT_FOUND on its field. */
function change<Payload extends object>(
  ctx: Context,
  name: 'subject' | 'party',
  id: string,
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<Payload>,
): Promise<Payload> {
  const field = `input.${name}`;
  const { townId } = requireId(id, listTypes[name === 'subject' ? 'request_subject' : 'external_party'], field);
  if (!reachesTown(ctx.signedIn, 'request:configure', townId)) throw notFound(field);
  return ctx.changeTown(townId, field, operation, input, work);
}
