import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IndicatorType, IndicatorVersionType } from '../indicators/indicator.type.ts';
import { NumberType } from '../indicators/number.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { PeriodType } from '../schema/period.type.ts';
import { DateTimeScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type ClosedLength, closedLengths } from './closed-lengths.ts';

export const ClosedLengthEnum = enumOf(closedLengths);
registerEnumType(ClosedLengthEnum, {
  name: 'ClosedLength',
  description: 'How long a period is that can be closed.',
  valuesConfig: {
    MONTH: { description: 'A month of the calendar 月.' },
    QUARTER: { description: 'A quarter of the year 季度.' },
    YEAR: { description: 'A year of the calendar 年.' },
  } satisfies Record<ClosedLength, object>,
});

@ObjectType('FigureSnapshot', {
  implements: NodeType,
  description:
    'The figures of a period as they were when it was closed 封存. Under its id they answer the same for ever, whatever is recorded, moved, corrected or reorganised later.',
})
export class FigureSnapshotType implements NodeType {
  typename: 'FigureSnapshot';
  id: string;
  townId: number;
  uuid: string;
  closedById: string;
  reopenedById: string | null;
  definitions: Readonly<Record<string, string>>;
  @Field(() => ClosedLengthEnum, { description: 'How long the period is.' })
  length: ClosedLength;
  @Field(() => PeriodType, {
    description:
      'The period. Its figures are those for the units of its last day; what there is on a day is that of the last one.',
  })
  period: PeriodType;
  @Field(() => Int, { description: 'How many times the period had been closed with this one.' })
  number: number;
  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  closedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the period was opened again; null while this closing stands.',
  })
  reopenedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was opened again; null while this closing stands.' })
  reopenedBecause: string | null;
}

export const FigureSnapshotConnectionType = connectionType(() => FigureSnapshotType, 'FigureSnapshot');
export type FigureSnapshotConnectionType = InstanceType<typeof FigureSnapshotConnectionType>;

@ObjectType('SnapshotFigure', { description: 'A figure as a closed period keeps it.' })
export class SnapshotFigureType extends NumberType {
  townId: number;
  unitUuid: string | null;
  kindUuid: string | null;
  period: PeriodType;
  /** What is kept, as it is counted. */
  kept: { count: number; total: number };
  /** Whether small numbers are suppressed for whoever asks. */
  suppresses: boolean;
  /** What identifies it in its snapshot. */
  key: string;
  @Field(() => ID, { description: 'The id of the snapshot that keeps it.' })
  snapshot: string;
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator: IndicatorType;
  @Field(() => IndicatorVersionType, { description: 'The definition of the indicator by which it was counted.' })
  definition: IndicatorVersionType;
  @Field(() => ID, { nullable: true, description: 'The unit’s id; null for the whole town.' })
  unit: string | null;
  @Field(() => UnitKindEnum, { nullable: true, description: 'The kind of the unit on that day; null with `unit`.' })
  unitKind: UnitKind | null;
  @Field(() => ID, { nullable: true, description: 'The id of the kind of organisations; null for all.' })
  organizationKind: string | null;
  @Field(() => String, {
    description: 'What the town, the unit or the kind of organisations was called when it was closed.',
  })
  name: string;
}

export const SnapshotFigureConnectionType = connectionType(() => SnapshotFigureType, 'SnapshotFigure');
export type SnapshotFigureConnectionType = InstanceType<typeof SnapshotFigureConnectionType>;

@ObjectType('FigureSnapshotPayload', { description: 'The closing of a period as the change left it.' })
export class FigureSnapshotPayload {
  @Field(() => FigureSnapshotType, { description: 'The snapshot.' })
  snapshot: FigureSnapshotType;
}
