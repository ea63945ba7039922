import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { connectionType, PageArgs } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { KeptSecretType } from './kept-secret.type.ts';

@ObjectType('Application', {
  implements: NodeType,
  description:
    'An application 应用 of a third party. In a town it may do what both its token and the town’s consent allow, and nothing elsewhere.',
})
export class ApplicationType extends NodeType {
  typename: 'Application';
  uuid: string;
  ownerId: string;
  @Field(() => String, { description: 'The id of the OAuth client.' })
  clientId: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'What it does. Towns read this before they consent.' })
  description: string;
  @Field(() => String, { nullable: true, description: 'The address of its homepage.' })
  homepage: string | null;
  @Field(() => [PermissionEnum], { description: 'The scopes that it requests from towns.' })
  scopes: string[];
  @Field(() => Boolean, {
    description: 'Whether it can keep a secret. One that cannot, such as a mobile application, acts for people only.',
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
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was retired; null while it is in use.' })
  endedAt: Date | null;
  @Field(() => Int, {
    description: 'Its version, for `expectedVersion`: 1, and one more whenever it says something else of itself.',
  })
  version: number;
  redirects: readonly string[];
}

export const ApplicationConnectionType = connectionType(() => ApplicationType, 'Application');
export type ApplicationConnectionType = InstanceType<typeof ApplicationConnectionType>;

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those in use, 20 at the most. False: only those that were retired. All by default.',
  })
  inUse?: boolean | null;
}

@ObjectType('ApplicationSecret', {
  description: 'A secret of an application. Its value was shown once, when it was created.',
})
export class ApplicationSecretType extends KeptSecretType {}

/** Why a consent holds no more. */
const consentEnds = ['WITHDRAWN', 'REPLACED', 'RUN_OUT', 'RETIRED'] as const;
export type ConsentEnd = (typeof consentEnds)[number];

const ConsentEndEnum = enumOf(consentEnds);
registerEnumType(ConsentEndEnum, {
  name: 'ConsentEnd',
  description: 'Why a consent holds no more.',
  valuesConfig: {
    WITHDRAWN: { description: 'The town has withdrawn it 撤回.' },
    REPLACED: { description: 'Another consent of the town has taken its place 取代.' },
    RUN_OUT: { description: 'Its last day is over 到期.' },
    RETIRED: { description: 'Its application was retired 停用.' },
  },
});

@ObjectType('ApplicationConsent', {
  implements: NodeType,
  description: 'The consent of a town to an application 授权: the scopes that it may use there.',
})
export class ApplicationConsentType extends NodeType {
  typename: 'ApplicationConsent';
  townId: number;
  uuid: string;
  applicationUuid: string;
  grantedById: string;
  /** Whether it holds today, to an application that is in use. */
  holds: boolean;
  @Field(() => [PermissionEnum], { description: 'The scopes that it may use, of those that it requested.' })
  scopes: string[];
  @Field(() => String, { description: 'What the application was called when it was decided.' })
  applicationName: string;
  @Field(() => String, { description: 'What it said that it does when it was decided.' })
  applicationDescription: string;
  @Field(() => DateTimeScalar, { description: 'When the town consented.' })
  grantedAt: Date;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no longer valid; null where it has no end.',
  })
  validTo: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn or replaced by another one.' })
  endedAt: Date | null;
  @Field(() => ConsentEndEnum, { nullable: true, description: 'Why it holds no more; null while it does.' })
  endedBecause: ConsentEnd | null;
}

export const ApplicationConsentConnectionType = connectionType(() => ApplicationConsentType, 'ApplicationConsent');
export type ApplicationConsentConnectionType = InstanceType<typeof ApplicationConsentConnectionType>;

@ArgsType()
export class ApplicationConsentsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that are valid today. False: only those that are over. All by default.',
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
  @Field(() => String, { description: 'What it does, at most 1,000 characters. Towns read this before they consent.' })
  description: string;
  @Field(() => String, { nullable: true, description: 'The https address of its homepage.' })
  homepage?: string | null;
  @Field(() => [PermissionEnum], { description: 'The scopes that it requests from towns.' })
  scopes: string[];
  @Field(() => [String], {
    defaultValue: [],
    description:
      'Redirect URIs, at most 10, to which people who allow it to act for them are sent back: https addresses, compared exactly, or http ones of localhost, 127.0.0.1 or [::1] with any port.',
  })
  redirectUris: string[];
}

@InputType('RegisterApplicationInput', { description: 'An application to register.' })
export class RegisterApplicationInput extends ApplicationInput {
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether it can keep a secret; this cannot be changed later. One that cannot, such as a mobile or desktop application, gets none: it acts for people only, and needs a redirect URI.',
  })
  confidential: boolean;
}

@InputType('ReviseApplicationInput', {
  description: 'All that an application says of itself, in place of what it said before.',
})
export class ReviseApplicationInput extends ApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  application: string;
}

@InputType('EndApplicationInput', { description: 'An application to retire.' })
export class EndApplicationInput extends KeyedInput {
  @Field(() => ID, { description: 'The application. Its tokens and consents end at once.' })
  application: string;
}

@InputType('RenewApplicationSecretInput', { description: 'An application that is to get a further secret.' })
export class RenewApplicationSecretInput extends KeyedInput {
  @Field(() => ID, { description: 'The application. It has two secrets at the most.' })
  application: string;
}

@InputType('RevokeApplicationSecretInput', { description: 'A secret to revoke.' })
export class RevokeApplicationSecretInput extends KeyedInput {
  @Field(() => ID, {
    description:
      'The secret. While the application has another one, tokens stay valid for their hour; with its last secret they end within five seconds.',
  })
  secret: string;
}

@InputType('IssueTrialTokenInput', { description: 'An application to try out.' })
export class IssueTrialTokenInput extends KeyedInput {
  @Field(() => ID, {
    description: 'The application. One that keeps no secret gets no such token, since it acts for people only.',
  })
  application: string;
  @Field(() => [PermissionEnum], {
    nullable: true,
    description: 'The scopes of the token, of those that the application requests; all of them by default.',
  })
  scopes?: string[] | null;
}

@InputType('ConsentToApplicationInput', { description: 'A consent to give.' })
export class ConsentToApplicationInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The application, by the id of its OAuth client.' })
  clientId: string;
  @Field(() => [PermissionEnum], {
    description: 'The scopes that it may use, of those that it requests; at least one.',
  })
  scopes: string[];
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no longer valid. By default it is valid until it is withdrawn.',
  })
  until?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` of the application that was shown to whoever consents; refused with CONFLICT where it says something else of itself since. Whoever leaves it out consents to whatever the application is by then.',
  })
  expectedVersion?: number | null;
}

@InputType('WithdrawConsentInput', { description: 'A consent to withdraw.' })
export class WithdrawConsentInput extends KeyedInput {
  @Field(() => ID, { description: 'The consent. Within five seconds the application can no longer use it.' })
  consent: string;
}

@ObjectType('RegisterApplicationPayload', { description: 'What `registerApplication` did.' })
export class RegisterApplicationPayload {
  @Field(() => ApplicationType, { description: 'The application.' })
  application: ApplicationType;
  @Field(() => String, {
    nullable: true,
    description: 'Its secret, where it can keep one. It is shown only here; the same request sent again answers null.',
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
  @Field(() => ApplicationType, { description: 'The application, retired.' })
  application: ApplicationType;
}

@ObjectType('RenewApplicationSecretPayload', { description: 'What `renewApplicationSecret` did.' })
export class RenewApplicationSecretPayload {
  @Field(() => ApplicationType, { description: 'The application.' })
  application: ApplicationType;
  @Field(() => String, {
    nullable: true,
    description: 'The new secret. It is shown only here; the same request sent again answers null.',
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
  @Field(() => String, {
    nullable: true,
    description: 'The token. It is shown only here; the same request sent again answers null.',
  })
  token: string | null;
  @Field(() => [PermissionEnum], { description: 'Its scopes.' })
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
