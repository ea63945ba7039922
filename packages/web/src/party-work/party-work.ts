import { holding } from '../categories/category.ts';
import type {
  OrganizationWorkQuery,
  PartyWorkQuery,
  WorkAssignmentRowFragment,
  WorkRole,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line shows of an assignment, for the documents below.
graphql(`
  fragment WorkAssignmentRow on WorkAssignment {
    id
    role
    validFrom
    validTo
    person { id name }
    unit { id name }
  }
`);

export const PARTY_WORK = graphql(`
  query PartyWork($code: RegisterCode!, $asOf: Date) {
    town(code: $code, asOf: $asOf) {
      id
      unitAssignments { ...WorkAssignmentRow }
      guidanceStations {
        id
        name
        host
        validFrom
        validTo
        version
        ledBy { id name asOf validTo }
        leader { id name }
        kinds { validFrom validTo kind { id name } }
      }
    }
  }
`);

export const ORGANIZATION_WORK = graphql(`
  query OrganizationWork($id: ID!, $asOf: Date) {
    organization(id: $id, asOf: $asOf) {
      id
      kind { id name }
      unit { id ancestors { id } }
      workAssignments { ...WorkAssignmentRow }
      town {
        id
        unitAssignments(asOf: $asOf) { ...WorkAssignmentRow }
        guidanceStations(asOf: $asOf) { id name host kinds { validFrom validTo kind { id } } }
      }
    }
  }
`);

export type Assignment = WorkAssignmentRowFragment;
export type Station = NonNullable<NonNullable<PartyWorkQuery['town']>['guidanceStations']>[number];
type Worked = NonNullable<OrganizationWorkQuery['organization']>;

/** As what somebody is assigned. */
export const workRoles: readonly WorkRole[] = ['LIAISON', 'INSTRUCTOR', 'LEADER'];

/** Who works for an organisation on a day through its unit or one above it, and which stations guide its kind. */
export function workAround({ unit, kind, town }: Worked, day: string) {
  const places = new Set(unit ? [unit.id, ...unit.ancestors.map(({ id }) => id)] : []);
  return {
    units: (town?.unitAssignments ?? []).filter((each) => each.unit !== null && places.has(each.unit.id)),
    stations: (town?.guidanceStations ?? []).filter(({ kinds }) =>
      holding(kinds, day).some((guided) => guided.kind.id === kind.id),
    ),
  };
}
