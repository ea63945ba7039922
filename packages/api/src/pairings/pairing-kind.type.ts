import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('PairingKindVersion', {
  description: 'What a kind of pairing was called and for whom it was over a period.',
})
export class PairingKindVersionType {
  townId: number;
  uuid: string;
  categoryUuids: readonly string[];
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while no end is set.' })
  validTo: string | null;
}

@ObjectType('PairingKind', {
  description: 'A kind of pairing 结对类型 in a town’s own list, such as 独居 (who lives alone).',
})
export class PairingKindType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Boolean, {
    description:
      'Whether it says something about health or disability, as 贫病 and 残疾 do: who is paired under it is told only where it is needed.',
  })
  sensitive: boolean;
  /** Those that never held, too. */
  written: readonly [PairingKindVersionType, ...PairingKindVersionType[]];
  @Field(() => DateScalar, { description: 'The day from which it is there.' })
  validFrom: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which no pairing is begun under it any more; null while no end is set.',
  })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}
