import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { enumOf } from '../schema/enum.ts';
import { DateScalar } from '../schema/scalars.ts';
import { UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { type Basis, bases } from './basis.ts';
import type { IndicatorVersion } from './indicator.ts';

export const BasisEnum = enumOf(bases);
registerEnumType(BasisEnum, {
  name: 'Basis',
  description:
    'For which units facts count where the tree has changed since. A town’s total is the same on each; facts go along restructurings only, never along a household’s own move.',
  valuesConfig: {
    AS_RECORDED: {
      description:
        'For the block they were recorded under and what stood above it on their own day; a stock, for the units of its day.',
    },
    AS_OF: { description: 'For the units of the day `asOf`, carried there along restructurings.' },
    RESTATED: { description: 'For the units of today, carried there along restructurings.' },
  } satisfies Record<Basis, object>,
});

const TimeEnum = enumOf(['STOCK', 'FLOW', 'COVERAGE'] as const);
registerEnumType(TimeEnum, {
  name: 'IndicatorTime',
  description: 'How an indicator stands in time.',
  valuesConfig: {
    STOCK: { description: 'What there is on a day: it has a date, and a basis only where `hasBases` says so.' },
    FLOW: { description: 'What happens in a period: it is counted on a basis.' },
    COVERAGE: {
      description:
        'How far what happens in a period covers what there is on its last day, or today while that is ahead: it counts for the units of that day.',
    },
  },
});

const roundings = ['WHOLE', 'PER_CENT', 'PER_HUNDRED'] as const;
const RoundingEnum = enumOf(roundings);
registerEnumType(RoundingEnum, {
  name: 'Rounding',
  description: 'How a figure is written.',
  valuesConfig: {
    WHOLE: { description: 'A count, as it is: `494`.' },
    PER_CENT: { description: 'In per cent to a tenth, a half rounded up: `98.6 %`.' },
    PER_HUNDRED: { description: 'How many come to a hundred, to a tenth, a half rounded up: `235.0`.' },
  },
});

const languages = ['ZH', 'EN'] as const;
export const LanguageEnum = enumOf(languages);
export type LanguageName = (typeof languages)[number];
registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'A language in which texts of the platform can be read.',
  valuesConfig: { ZH: { description: 'Chinese 中文.' }, EN: { description: 'English 英文.' } },
});

@ObjectType('IndicatorVersion', { description: 'What an indicator has meant from a day on.' })
export class IndicatorVersionType {
  version: IndicatorVersion;
  @Field(() => DateScalar, {
    description:
      'The first day on which the platform counted so. What happened before it is counted by the latest version as well.',
  })
  since: string;
}

@ObjectType('Indicator', { description: 'Something that can be counted 指标, with its definition.' })
export class IndicatorType {
  @Field(() => String, { description: 'Its stable code, such as `household`.' })
  code: string;
  @Field(() => String, { description: 'Its Chinese name.' })
  name: string;
  @Field(() => String, { description: 'Its English name.' })
  englishName: string;
  @Field(() => [UnitKindEnum], {
    description: 'For units of which kinds it is asked; TOWN for towns, and with them for districts.',
  })
  levels: readonly UnitKind[];
  @Field(() => TimeEnum, { description: 'Whether it has a date or a period.' })
  time: 'STOCK' | 'FLOW' | 'COVERAGE';
  @Field(() => Boolean, { description: 'Whether it is a rate: so many of so many, or to so many.' })
  isRate: boolean;
  @Field(() => Boolean, {
    description:
      'Of a rate, whether it says how many come to a hundred, such as contacts to households; there can be more.',
  })
  perHundred: boolean;
  @Field(() => Boolean, {
    description:
      'Whether it is counted on a basis, for the units of a day of one’s choice: every flow, and some stocks.',
  })
  hasBases: boolean;
  @Field(() => Boolean, {
    description:
      'Whether whole towns are counted from their summaries, so that it can be asked of all districts at once, facts for whole months. The others are counted from records, for who may read those.',
  })
  keptByTown: boolean;
  @Field(() => RoundingEnum, { description: 'How its figures are written.' })
  rounding: (typeof roundings)[number];
  @Field(() => PermissionEnum, { description: 'Who may count it: whoever holds this permission in the town.' })
  permission: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of what counts people, below which number an application that may not read what is counted is told none 小数抑制: `numerator` is then null, also of nought. Others it is told to the nearest multiple of it, and rates as quotients of those. Null of what counts no people.',
  })
  suppressedBelow: number | null;
  @Field(() => DateScalar, { description: 'Since which day its definition holds.' })
  since: string;
  @Field(() => [IndicatorVersionType], {
    description: 'How it has been defined, the latest first: a definition that changes is a version more.',
  })
  versions: readonly IndicatorVersionType[];
}
