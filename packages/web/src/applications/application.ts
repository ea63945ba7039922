import type { ConsentsQuery, MyApplicationFragment, MyGrantsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const CONSENTS = graphql(`
  query Consents($code: RegisterCode!, $period: PeriodInput!, $holding: Boolean!, $first: Int!, $after: String) {
    town(code: $code) {
      id
      consents(holding: $holding, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          scopes
          applicationName
          applicationDescription
          grantedAt
          grantedBy
          validTo
          endedAt
          endedBecause
          usage(period: $period, by: DAY) @include(if: $holding) { total { operations used } }
          application { id clientId version name description homepage registeredBy registeredByAccount scopes endedAt }
        }
      }
    }
  }
`);

export const APPLICATION = graphql(`
  query Application($clientId: String!) {
    application(clientId: $clientId) { id clientId version name description homepage registeredBy registeredByAccount scopes endedAt }
  }
`);

export const SANDBOX = graphql(`
  query Sandbox {
    sandbox { beginsAnewAt towns { code name consents } }
  }
`);

/** Those in use, of which nobody has more than one page. */
export const MY_APPLICATIONS = graphql(`
  query MyApplications {
    viewer {
      account { id }
      applications(inUse: true, first: 100) { nodes { ...MyApplication } }
    }
  }
`);

export const MY_ENDED_APPLICATIONS = graphql(`
  query MyEndedApplications($after: String) {
    viewer {
      account { id }
      applications(inUse: false, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id clientId name endedAt }
      }
    }
  }
`);

export const MY_APPLICATION = graphql(`
  query MyApplication($clientId: String!) {
    application(clientId: $clientId) { ...MyApplication }
  }
`);

graphql(`
  fragment MyApplication on Application {
    id
    clientId
    name
    description
    homepage
    registeredBy
    registeredByAccount
    scopes
    confidential
    redirectUris
    createdAt
    endedAt
    secrets { id hint createdAt }
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
        application { id clientId name description homepage registeredBy registeredByAccount }
      }
    }
  }
`);

export type Consent = NonNullable<NonNullable<ConsentsQuery['town']>['consents']>['nodes'][number];
/** An application, as a town sees it that is to decide. */
export type Application = Consent['application'];
export type MyApplication = MyApplicationFragment;
export type MyGrant = NonNullable<NonNullable<MyGrantsQuery['viewer']>['applicationGrants']>[number];
