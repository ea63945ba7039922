import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { connectionType, PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { KeptSecretType } from './kept-secret.type.ts';

@ObjectType('Application', {
  implements: NodeType,
  description:
    'An application 应用 of a third party. It sees and does in a town what its token and the town’s consent both say, and nothing elsewhere.',
})
export class ApplicationType extends NodeType {
  typename: 'Application';
  uuid: string;
  ownerId: string;
  @Field(() => String, { description: 'The id of the OAuth client.' })
  clientId: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'What it does, for the towns that are to decide.' })
  description: string;
  @Field(() => String, { nullable: true, description: 'Where more is said about it.' })
  homepage: string | null;
  @Field(() => [PermissionEnum], { description: 'What it asks towns for.' })
  scopes: string[];
  @Field(() => Boolean, {
    description: 'Whether it can keep a secret; one that cannot, such as on telephones, acts for people only.',
  })
  confidential: boolean;
  @Field(() => String, {
    description:
      'Who registered it, by the name that people call them, which whoever opened their account chose; `registeredByAccount` tells one from another.',
  })
  registeredBy: string;
  @Field(() => String, {
    description:
      'The name with which they sign in, which nobody else has. It ends with the code of the town that opened the account, where one did.',
  })
  registeredByAccount: string;
  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended; null while it is in use.' })
  endedAt: Date | null;
  redirects: readonly string[];
}

export const ApplicationConnectionType = connectionType(() => ApplicationType, 'Application');
export type ApplicationConnectionType = InstanceType<typeof ApplicationConnectionType>;

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in use, 20 at the most, or with false only those that were ended; all unless told.',
  })
  inUse?: boolean | null;
}

@ObjectType('ApplicationSecret', {
  description: 'A secret of an application. What it is was shown once, when it was made.',
})
export class ApplicationSecretType extends KeptSecretType {}

@ObjectType('ApplicationConsent', {
  implements: NodeType,
  description: 'That a town lets an application see or do something 授权.',
})
export class ApplicationConsentType extends NodeType {
  typename: 'ApplicationConsent';
  townId: number;
  uuid: string;
  applicationUuid: string;
  grantedById: string;
  /** Whether it holds today, to an application that is in use. */
  holds: boolean;
  @Field(() => [PermissionEnum], { description: 'What it may: no more than it asked for.' })
  scopes: string[];
  @Field(() => String, { description: 'What the application was called when it was decided.' })
  applicationName: string;
  @Field(() => String, { description: 'What it said that it does when it was decided.' })
  applicationDescription: string;
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  grantedAt: Date;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it holds no more; null without one.',
  })
  validTo: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn, or another one took its place.' })
  endedAt: Date | null;
}

export const ApplicationConsentConnectionType = connectionType(() => ApplicationConsentType, 'ApplicationConsent');
export type ApplicationConsentConnectionType = InstanceType<typeof ApplicationConsentConnectionType>;

@ArgsType()
export class ApplicationConsentsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that hold today, or with false only those that do not any more; all unless told.',
  })
  holding?: boolean | null;
}

@InputType()
abstract class ApplicationInput extends KeyedInput {
  @Field(() => String, {
    description:
      'Its name, one line of at most 60 characters: Chinese characters, letters from a to z, digits, spaces and common marks. It may not look like the platform’s name, contain that of a town, or look like that of another’s application in use.',
  })
  name: string;
  @Field(() => String, { description: 'What it does, at most 1,000 characters. Towns read it before they decide.' })
  description: string;
  @Field(() => String, { nullable: true, description: 'An https address where more is said about it.' })
  homepage?: string | null;
  @Field(() => [PermissionEnum], { description: 'What it will ask towns for.' })
  scopes: string[];
  @Field(() => [String], {
    defaultValue: [],
    description:
      'Where people are sent back to who let it act for them, at most 10: https addresses, letter by letter, or http ones of localhost, 127.0.0.1 or [::1], where any port will do.',
  })
  redirectUris: string[];
}

@InputType('RegisterApplicationInput', { description: 'An application to register.' })
export class RegisterApplicationInput extends ApplicationInput {
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether it can keep a secret, and stays so. One that cannot, since people have it on their telephones or computers, gets none: it acts for people only, and needs an address to send them back to.',
  })
  confidential: boolean;
}

@InputType('ReviseApplicationInput', { description: 'What an application is from now on.' })
export class ReviseApplicationInput extends ApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  application: string;
}

@InputType('EndApplicationInput', { description: 'An application to end.' })
export class EndApplicationInput extends KeyedInput {
  @Field(() => ID, { description: 'The application. Its tokens and consents end with it.' })
  application: string;
}

@InputType('RenewApplicationSecretInput', { description: 'A further secret of an application.' })
export class RenewApplicationSecretInput extends KeyedInput {
  @Field(() => ID, { description: 'The application. It has two secrets at the most.' })
  application: string;
}

@InputType('RevokeApplicationSecretInput', { description: 'A secret to revoke.' })
export class RevokeApplicationSecretInput extends KeyedInput {
  @Field(() => ID, {
    description:
      'The secret. Tokens live on for their hour while the application has another; with its last secret they end within five seconds.',
  })
  secret: string;
}

@InputType('IssueTrialTokenInput', { description: 'A token for trying out what an application may.' })
export class IssueTrialTokenInput extends KeyedInput {
  @Field(() => ID, {
    description: 'The application. One that keeps no secret gets none, since it acts for people only.',
  })
  application: string;
  @Field(() => [PermissionEnum], {
    nullable: true,
    description: 'What the token is for, of what the application asks for; all of that unless told.',
  })
  scopes?: string[] | null;
}

@InputType('ConsentToApplicationInput', { description: 'What a town lets an application do.' })
export class ConsentToApplicationInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The application, by the id of its OAuth client.' })
  clientId: string;
  @Field(() => [PermissionEnum], { description: 'What it may, of what it asks for; at least one.' })
  scopes: string[];
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it holds no more; until it is withdrawn unless told.',
  })
  until?: string | null;
}

@InputType('WithdrawConsentInput', { description: 'A consent to withdraw.' })
export class WithdrawConsentInput extends KeyedInput {
  @Field(() => ID, { description: 'The consent. The application sees nothing more by it within five seconds.' })
  consent: string;
}

@ObjectType('RegisterApplicationPayload', { description: 'What `registerApplication` did.' })
export class RegisterApplicationPayload {
  @Field(() => ApplicationType, { description: 'The application.' })
  application: ApplicationType;
  @Field(() => String, {
    nullable: true,
    description: 'Its secret, where it can keep one. It is shown here once, and null when asked again.',
  })
  secret: string | null;
}

@ObjectType('ReviseApplicationPayload', { description: 'What `reviseApplication` did.' })
export class ReviseApplicationPayload {
  @Field(() => ApplicationType, { description: 'The application.' })
  application: ApplicationType;
}

@ObjectType('EndApplicationPayload', { description: 'What `endApplication` did.' })
export class EndApplicationPayload {
  @Field(() => ApplicationType, { description: 'The application, ended.' })
  application: ApplicationType;
}

@ObjectType('RenewApplicationSecretPayload', { description: 'What `renewApplicationSecret` did.' })
export class RenewApplicationSecretPayload {
  @Field(() => ApplicationType, { description: 'The application.' })
  application: ApplicationType;
  @Field(() => String, {
    nullable: true,
    description: 'The new secret. It is shown here once, and null when asked again.',
  })
  secret: string | null;
}

@ObjectType('RevokeApplicationSecretPayload', { description: 'What `revokeApplicationSecret` did.' })
export class RevokeApplicationSecretPayload {
  @Field(() => ApplicationType, { description: 'The application, with the secrets that it has left.' })
  application: ApplicationType;
}

@ObjectType('IssueTrialTokenPayload', { description: 'What `issueTrialToken` did.' })
export class IssueTrialTokenPayload {
  @Field(() => String, { nullable: true, description: 'The token. It is shown here once, and null when asked again.' })
  token: string | null;
  @Field(() => [PermissionEnum], { description: 'What it is for.' })
  scopes: string[];
  @Field(() => DateTimeScalar, { description: 'When it ends: ten minutes after it was made.' })
  expiresAt: Date;
}

@ObjectType('ConsentToApplicationPayload', { description: 'What `consentToApplication` did.' })
export class ConsentToApplicationPayload {
  @Field(() => ApplicationConsentType, { description: 'The consent. One that the town had given before is ended.' })
  consent: ApplicationConsentType;
}

@ObjectType('WithdrawConsentPayload', { description: 'What `withdrawConsent` did.' })
export class WithdrawConsentPayload {
  @Field(() => ApplicationConsentType, { description: 'The consent, withdrawn.' })
  consent: ApplicationConsentType;
}
