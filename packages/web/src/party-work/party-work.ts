import { holding } from '../categories/category.ts';
import type {
  GuidanceStationsQuery,
  OrganizationWorkQuery,
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

export const GUIDANCE_STATIONS = graphql(`
  query GuidanceStations($code: RegisterCode!, $asOf: Date) {
    town(code: $code, asOf: $asOf) {
      id
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

/** An assignment as a line shows it; `organization` where it may be any, and not that of the page. */
export type Assignment = Omit<WorkAssignmentRowFragment, 'person'> & {
  person?: WorkAssignmentRowFragment['person'];
  organization?: { id: string; name: string; unit: { id: string; name: string } | null } | null;
};
export type Station = NonNullable<NonNullable<GuidanceStationsQuery['town']>['guidanceStations']>[number];
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
