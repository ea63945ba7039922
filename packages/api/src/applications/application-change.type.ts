import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ApplicationChange', {
  description: 'That an application changed something in a town 应用操作, for an account or for itself.',
})
export class ApplicationChangeType {
  townId: number;
  accountId: string;
  applicationUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  changedAt: Date;
  @Field(() => String, {
    description:
      'The name of the mutation, such as `recordVisit`; `reviseApplication` where the application has another name, or says something else of itself, than before.',
  })
  mutation: string;
}

export const ApplicationChangeConnectionType = connectionType(() => ApplicationChangeType, 'ApplicationChange');
