import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ApplicationGrant', {
  implements: NodeType,
  description:
    'That the viewer lets an application act for them 个人授权: with what they may themselves, of that what they let it, of that what the town has consented to.',
})
export class ApplicationGrantType extends NodeType {
  typename: 'ApplicationGrant';
  applicationUuid: string;
  @Field(() => [PermissionEnum], { description: 'What for.' })
  scopes: string[];
  @Field(() => DateTimeScalar, { description: 'When they let it, or let it do more.' })
  grantedAt: Date;
  @Field(() => DateTimeScalar, { description: 'Until when, unless they let it again or take it back.' })
  expiresAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null while it holds.' })
  endedAt: Date | null;
}

@InputType('RevokeApplicationGrantInput', { description: 'A grant to take back.' })
export class RevokeApplicationGrantInput extends KeyedInput {
  @Field(() => ID, {
    description:
      'The grant. The application does nothing more for the viewer within five seconds, and gets no new token.',
  })
  grant: string;
}

@ObjectType('RevokeApplicationGrantPayload', { description: 'What `revokeApplicationGrant` did.' })
export class RevokeApplicationGrantPayload {
  @Field(() => ApplicationGrantType, { description: 'The grant, taken back.' })
  grant: ApplicationGrantType;
}
