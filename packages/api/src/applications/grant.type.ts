import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ApplicationGrant', {
  implements: NodeType,
  description:
    'The viewer’s permission for an application to act for them 个人授权. It may do what the viewer may do, the viewer has allowed it and the town has consented to, all three.',
})
export class ApplicationGrantType extends NodeType {
  typename: 'ApplicationGrant';
  applicationUuid: string;
  @Field(() => [PermissionEnum], { description: 'The scopes that it was allowed.' })
  scopes: string[];
  @Field(() => DateTimeScalar, { description: 'When the viewer allowed it, or allowed it more.' })
  grantedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends, unless the viewer allows it again or revokes it before.' })
  expiresAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it is valid.' })
  endedAt: Date | null;
}

@InputType('RevokeApplicationGrantInput', { description: 'A grant to revoke.' })
export class RevokeApplicationGrantInput extends KeyedInput {
  @Field(() => ID, {
    description:
      'The grant. Within five seconds the application can no longer act for the viewer, and gets no new token.',
  })
  grant: string;
}

@ObjectType('RevokeApplicationGrantPayload', { description: 'What `revokeApplicationGrant` did.' })
export class RevokeApplicationGrantPayload {
  @Field(() => ApplicationGrantType, { description: 'The grant, revoked.' })
  grant: ApplicationGrantType;
}
