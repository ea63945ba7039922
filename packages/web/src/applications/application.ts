import type { ConsentsQuery, MyApplicationsQuery, MyGrantsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const CONSENTS = graphql(`
  query Consents($code: RegisterCode!, $period: PeriodInput!) {
    town(code: $code) {
      id
      consents {
        id
        scopes
        grantedAt
        grantedBy
        validTo
        endedAt
        usage(period: $period, by: DAY) { total { operations used } }
        application { id clientId name description homepage registeredBy scopes endedAt }
      }
    }
  }
`);

export const APPLICATION = graphql(`
  query Application($clientId: String!) {
    application(clientId: $clientId) { id clientId name description homepage registeredBy scopes endedAt }
  }
`);

export const MY_APPLICATIONS = graphql(`
  query MyApplications {
    viewer {
      account { id }
      applications {
        id
        clientId
        name
        description
        homepage
        registeredBy
        scopes
        confidential
        redirectUris
        createdAt
        endedAt
        secrets { id hint createdAt }
      }
    }
  }
`);

export const MY_GRANTS = graphql(`
  query MyGrants {
    viewer {
      account { id }
      applicationGrants {
        id
        scopes
        grantedAt
        expiresAt
        application { id clientId name description homepage registeredBy }
      }
    }
  }
`);

export type Consent = NonNullable<NonNullable<ConsentsQuery['town']>['consents']>[number];
/** An application, as a town sees it that is to decide. */
export type Application = Consent['application'];
export type MyApplication = NonNullable<NonNullable<MyApplicationsQuery['viewer']>['applications']>[number];
export type MyGrant = NonNullable<NonNullable<MyGrantsQuery['viewer']>['applicationGrants']>[number];

/** Whether a consent holds on a day: neither withdrawn nor over, for an application that is in use. */
export function holds({ endedAt, validTo, application }: Consent, today: string): boolean {
  return endedAt === null && (validTo === null || validTo > today) && application.endedAt === null;
}
