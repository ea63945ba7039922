import { ArgsType, Field, ObjectType } from 'type-graphql';
import { RegisterCodeScalar } from '../schema/scalars.ts';

@ArgsType()
export class FiguresChangedArgs {
  @Field(() => RegisterCodeScalar, { nullable: true, description: 'The code of a district: its towns alone.' })
  district?: string | null;
  @Field(() => RegisterCodeScalar, { nullable: true, description: 'The code of a town: it alone.' })
  town?: string | null;
}

@ObjectType('FiguresChanged', {
  description: 'That something has changed in towns, so that their figures may have. What they are now is to be asked.',
})
export class FiguresChangedType {
  @Field(() => [RegisterCodeScalar], { description: 'The codes of these towns.' })
  towns: string[];
}
