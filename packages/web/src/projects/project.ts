import type { ProjectFilter, ProjectQuery, ProjectRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line of a list shows of a project, for the documents below.
graphql(`
  fragment ProjectRow on Project {
    id
    number
    year
    name
    state
    dueOn
    overdue
    requestCount
    subject { id name }
    units { id name }
    holder { id name }
  }
`);

export const PROJECTS = graphql(`
  query Projects($code: RegisterCode!, $filter: ProjectFilter!, $after: String) {
    town(code: $code) {
      id
      projects(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ProjectRow }
      }
    }
  }
`);

export const PROJECT = graphql(`
  query Project($id: ID!) {
    project(id: $id) {
      ...ProjectRow
      version
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      goal
      budget
      proposedOn
      adoptedOn
      completedOn
      recordedAt
      recordedBy
      actions
      events { seq step state happenedOn recordedAt recordedBy dueOn requests text holder { id name } }
    }
  }
`);

export const PROJECT_REQUESTS = graphql(`
  query ProjectRequests($id: ID!, $after: String) {
    project(id: $id) {
      id
      requests(first: 10, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...RequestRow }
      }
    }
  }
`);

/** Projects that a request can still be linked to. */
export const OPEN_PROJECTS = graphql(`
  query OpenProjects($code: RegisterCode!) {
    town(code: $code) {
      id
      projects(filter: { state: [PROPOSED, ADOPTED] }, first: 100) { nodes { id number name } }
    }
  }
`);

export type ProjectRow = ProjectRowFragment;
export type Project = NonNullable<ProjectQuery['project']>;
export type ProjectEvent = Project['events'][number];

export const projectStates = ['PROPOSED', 'ADOPTED', 'COMPLETED', 'REJECTED', 'DROPPED'] as const;
/** The years that a project can be of, as the platform takes them. */
export const years = { first: 2000, last: 2100 };
/** How many characters tell what a project may cost, as the platform takes them. */
export const longestBudget = 100;

/** The address of a project's page. */
export function projectPath(id: string): string {
  return `/projects/${encodeURIComponent(id)}`;
}

/** What an address says of which projects to show. */
export interface ProjectChoice {
  year: number | null;
  state: (typeof projectStates)[number] | null;
  subject: string | null;
  unit: string | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): ProjectChoice {
  const year = Number(params.get('year'));
  return {
    year: Number.isInteger(year) && year >= years.first && year <= years.last ? year : null,
    state: projectStates.find((state) => state === params.get('state')) ?? null,
    subject: params.get('subject'),
    unit: params.get('unit'),
  };
}

/** The filter that a choice stands for. */
export function filterOf({ state, ...rest }: ProjectChoice): ProjectFilter {
  return { ...rest, state: state === null ? null : [state] };
}

/** The year for which something is proposed on a day: the next one from October on, when towns plan it. */
export function yearToPropose(today: string): number {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month >= 10 ? year + 1 : year;
}
