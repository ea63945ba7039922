import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';

@ObjectType('SandboxTown', { description: 'A town of the sandbox 试用街镇, whose data are invented.' })
class SandboxTownType {
  @Field(() => RegisterCodeScalar, { description: 'Its code, 9 digits, of no register.' })
  code: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => Boolean, {
    description:
      'Whether it lets every application have all that it asks for. One never does, so that its refusals can be tried.',
  })
  consents: boolean;
}

@ObjectType('Sandbox', { description: 'Towns in which every application can be tried 沙箱.' })
export class SandboxType {
  @Field(() => [SandboxTownType], { description: 'The towns.' })
  towns: SandboxTownType[];
  @Field(() => DateTimeScalar, {
    description: 'When they next begin anew: all in them has other ids then.',
  })
  beginsAnewAt: Date;
}
