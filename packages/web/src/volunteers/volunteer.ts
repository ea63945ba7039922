import type {
  RedemptionRowFragment,
  VolunteerActivityQuery,
  VolunteerPointsOfTownQuery,
  VolunteerQuery,
  VolunteerSettingsQuery,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What lines of lists show, for the documents below.
graphql(`
  fragment VolunteerRow on Volunteer { id name balance registeredOn endedOn version unit { id name } }
`);

graphql(`
  fragment VolunteerActivityRow on VolunteerActivity {
    id name heldOn time place points signedUp confirmed calledOffAt
    activityKind { id name }
    unit { id name }
  }
`);

graphql(`
  fragment RedemptionRow on Redemption {
    id quantity points state redeemedOn cancelledBecause
    reward { id name kind }
    volunteer { id name viewerCan }
  }
`);

export const VOLUNTEERS = graphql(`
  query Volunteers($code: RegisterCode!, $filter: VolunteerFilter!, $after: String) {
    town(code: $code) {
      id
      volunteers(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...VolunteerRow }
      }
    }
  }
`);

export const VOLUNTEER_ACTIVITIES = graphql(`
  query VolunteerActivities($code: RegisterCode!, $filter: VolunteerActivityFilter!, $after: String) {
    town(code: $code) {
      id
      volunteerActivities(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...VolunteerActivityRow }
      }
    }
  }
`);

export const REDEMPTIONS = graphql(`
  query Redemptions($code: RegisterCode!, $filter: RedemptionFilter!, $after: String) {
    town(code: $code) {
      id
      redemptions(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...RedemptionRow }
      }
    }
  }
`);

export const VOLUNTEER_SETTINGS = graphql(`
  query VolunteerSettings($code: RegisterCode!) {
    town(code: $code) {
      id
      volunteerActivityKinds { id name rates { points validFrom validTo } }
      rewards { id kind name stock prices { points validFrom validTo } }
    }
  }
`);

export const VOLUNTEER_POINTS = graphql(`
  query VolunteerPointsOfTown($code: RegisterCode!, $period: PeriodInput!) {
    town(code: $code) {
      id
      volunteerPoints(period: $period) {
        opening earned spent closing
        byActivityKind { activityKind { id name } earned }
        byReward { reward { id name } spent }
        byUnit { unit { id name } earned spent }
      }
      volunteerLedger { issued held redeemed entries faults { kind } }
    }
  }
`);

export const VOLUNTEER = graphql(`
  query Volunteer($id: ID!, $period: PeriodInput!) {
    volunteer(id: $id) {
      ...VolunteerRow
      viewerCan
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      statement(period: $period) {
        opening earned spent closing
        entries {
          kind amount balance bookedOn reason recordedAt recordedBy
          activity { id name heldOn }
          redemption { id quantity reward { id name } }
        }
      }
    }
  }
`);

export const VOLUNTEER_ACTIVITY = graphql(`
  query VolunteerActivity($id: ID!) {
    volunteerActivity(id: $id) {
      ...VolunteerActivityRow
      calledOffBecause
      recordedBy
      viewerCan
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      signUps { id name state points volunteer { id } }
    }
  }
`);

export type RedemptionRow = RedemptionRowFragment;
export type Volunteer = NonNullable<VolunteerQuery['volunteer']>;
export type Activity = NonNullable<VolunteerActivityQuery['volunteerActivity']>;
type Settings = NonNullable<VolunteerSettingsQuery['town']>;
export type ActivityKind = NonNullable<Settings['volunteerActivityKinds']>[number];
export type Reward = NonNullable<Settings['rewards']>[number];
export type PointSums = NonNullable<NonNullable<VolunteerPointsOfTownQuery['town']>['volunteerPoints']>;

export const volunteerPath = (id: string) => `/volunteers/${id}`;
export const activityPath = (id: string) => `/volunteer-activities/${id}`;

/** The parts of the page, in their order; the first one is shown unless told. */
export const views = ['volunteers', 'activities', 'redemptions', 'points', 'rates'] as const;
export type View = (typeof views)[number];

export const redemptionStates = ['ORDERED', 'FULFILLED', 'CANCELLED'] as const;

interface Dated {
  points: number;
  validFrom: string;
  validTo: string | null;
}

/** What holds on a day; undefined before anything does. */
export function pointsOn(versions: readonly Dated[], day: string): number | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.points;
}

/** What is to hold later than a day. */
export function laterThan<Version extends Dated>(versions: readonly Version[], day: string): Version[] {
  return versions.filter(({ validFrom }) => validFrom > day);
}
