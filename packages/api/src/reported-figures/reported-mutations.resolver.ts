import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { correctReportedFigure, reportFigure, withdrawReportedFigure } from './report-figure.ts';
import { CorrectReportedFigureInput, ReportFigureInput, WithdrawReportedFigureInput } from './reported-figure.input.ts';
import { ReportedFigurePayload } from './reported-figure.type.ts';
import { reportedById } from './reported-rows.ts';

@Resolver()
export class ReportedFigureMutations {
  @Mutation(() => ReportedFigurePayload, {
    description: 'Records a figure that the town has published 上报数, to stand beside what its records give.',
  })
  async reportFigure(
    @Ctx() ctx: Context,
    @Input(() => ReportFigureInput) input: ReportFigureInput,
  ): Promise<ReportedFigurePayload> {
    const { townId } = await getTownFor(ctx, 'figure:report', input.town);
    return ctx.changeTown(townId, 'input.town', 'reportFigure', input, async (desk) =>
      payloadOf(desk, await reportFigure(desk, ctx.signedIn, input), 'input.town'),
    );
  }

  @Mutation(() => ReportedFigurePayload, {
    description: 'Corrects a reported figure 更正; what it said before stays to be read.',
  })
  correctReportedFigure(
    @Ctx() ctx: Context,
    @Input(() => CorrectReportedFigureInput) input: CorrectReportedFigureInput,
  ): Promise<ReportedFigurePayload> {
    return changeReported(ctx, 'correctReportedFigure', input, (desk) =>
      correctReportedFigure(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => ReportedFigurePayload, {
    description: 'Withdraws a reported figure 撤回: it stands beside nothing any more, and stays to be read.',
  })
  withdrawReportedFigure(
    @Ctx() ctx: Context,
    @Input(() => WithdrawReportedFigureInput) input: WithdrawReportedFigureInput,
  ): Promise<ReportedFigurePayload> {
    return changeReported(ctx, 'withdrawReportedFigure', input, (desk) =>
      withdrawReportedFigure(desk, ctx.signedIn, input),
    );
  }
}

function changeReported(
  ctx: Context,
  operation: string,
  input: Keyed & { reportedFigure: string },
  work: (desk: Desk) => Promise<string>,
): Promise<ReportedFigurePayload> {
  const field = 'input.reportedFigure';
  const { townId } = requireId(input.reportedFigure, 'ReportedFigure', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk), field));
}

async function payloadOf(desk: Desk, uuid: string, field: string): Promise<ReportedFigurePayload> {
  desk.forget();
  const reportedFigure = await desk.load(reportedById, { townId: desk.town, uuid });
  if (!reportedFigure) throw notFound(field);
  return { reportedFigure };
}
