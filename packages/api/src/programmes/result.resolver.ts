import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { toldTo } from '../indicators/told-to.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { issueCertificates, revokeCertificate } from './certificates.ts';
import { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { changedEnrolments } from './enrolment-rows.ts';
import { ProgrammeType } from './programme.type.ts';
import { programmesById } from './programme-rows.ts';
import { recordResults } from './record-results.ts';
import {
  IssueCertificatesInput,
  ProgrammeResultsPayload,
  RecordResultsInput,
  RevokeCertificateInput,
} from './result.input.ts';
import { ProgrammeCertificateType, ProgrammeResultsType, ProgrammeResultType } from './result.type.ts';
import { certificatesOf, resultCountsOf, resultsOf } from './result-rows.ts';

@Resolver(() => ProgrammeEnrolmentType)
export class EnrolmentResultResolver {
  @FieldResolver(() => ProgrammeResultType, {
    nullable: true,
    description: 'With what they came out of it 成绩; null without `@purpose`, and where it is not recorded.',
  })
  async result(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, auditKey: subject }: ProgrammeEnrolmentType,
  ): Promise<ProgrammeResultType | null> {
    if (!personal(ctx, townId, { subject, field: 'ProgrammeEnrolment.result' })) return null;
    return (await (await ctx.readTown(townId)).load(resultsOf, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => [ProgrammeCertificateType], {
    nullable: true,
    description: 'Their certificates 证书, the first one first, those revoked among them; null without `@purpose`.',
  })
  async certificates(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, auditKey: subject }: ProgrammeEnrolmentType,
  ): Promise<ProgrammeCertificateType[] | null> {
    if (!personal(ctx, townId, { subject, field: 'ProgrammeEnrolment.certificates' })) return null;
    return (await ctx.readTown(townId)).load(certificatesOf, { townId, uuid });
  }
}

@Resolver(() => ProgrammeType)
export class ProgrammeResultsResolver {
  @FieldResolver(() => ProgrammeResultsType, { description: 'How those who take part came out of it.' })
  async results(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<ProgrammeResultsType> {
    const count = await (await ctx.readTown(townId)).load(resultCountsOf, { townId, uuid });
    const told = toldTo(ctx.signedIn, 'programme:read', townId);
    return { passed: told(count.passed), failed: told(count.failed), certified: told(count.certified) };
  }
}

@Resolver(() => ProgrammeResultType)
export class ProgrammeResultResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeResultType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => ProgrammeCertificateType)
export class ProgrammeCertificateResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who issued it, as the town knows them.' })
  issuedBy(@Ctx() ctx: Context, @Root() { townId, issuedById }: ProgrammeCertificateType): Promise<string | null> {
    return accountName(ctx, townId, issuedById);
  }
}

@Resolver()
export class ResultMutations {
  @Mutation(() => ProgrammeResultsPayload, {
    description: 'Records with what people came out of a programme 登记成绩: all of them or none.',
  })
  recordResults(
    @Ctx() ctx: Context,
    @Input(() => RecordResultsInput) input: RecordResultsInput,
  ): Promise<ProgrammeResultsPayload> {
    return change(ctx, 'recordResults', input, (desk) => recordResults(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammeResultsPayload, {
    description: 'Issues certificates to those who passed 发证: to all that are named or to none.',
  })
  issueCertificates(
    @Ctx() ctx: Context,
    @Input(() => IssueCertificatesInput) input: IssueCertificatesInput,
  ): Promise<ProgrammeResultsPayload> {
    return change(ctx, 'issueCertificates', input, (desk) => issueCertificates(desk, ctx.signedIn, input));
  }

  @Mutation(() => ProgrammeResultsPayload, { description: 'Revokes the certificate of an enrolment 撤销证书.' })
  revokeCertificate(
    @Ctx() ctx: Context,
    @Input(() => RevokeCertificateInput) input: RevokeCertificateInput,
  ): Promise<ProgrammeResultsPayload> {
    const field = 'input.enrolment';
    const { townId } = requireId(input.enrolment, 'ProgrammeEnrolment', field);
    return ctx.changeTown(townId, field, 'revokeCertificate', input, async (desk) =>
      payloadOf(desk, [await revokeCertificate(desk, ctx.signedIn, input)], field),
    );
  }
}

/** Changes enrolments of the programme that an input names, and answers them as the change left them. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { programme: string },
  work: (desk: Desk) => Promise<readonly string[]>,
): Promise<ProgrammeResultsPayload> {
  const field = 'input.programme';
  const { townId } = requireId(input.programme, 'Programme', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk), field));
}

async function payloadOf(desk: Desk, those: readonly string[], field: string): Promise<ProgrammeResultsPayload> {
  const enrolments = await changedEnrolments(desk, those);
  const uuid = enrolments[0]?.programmeUuid ?? '';
  const programme = await desk.load(programmesById, { townId: desk.town, uuid });
  if (!programme) throw notFound(field);
  return { programme, enrolments };
}
