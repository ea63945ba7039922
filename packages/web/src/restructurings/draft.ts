import type { DraftFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const DRAFT = graphql(`
  query Draft($id: ID!) {
    restructuring(id: $id) { ...Draft }
  }

  fragment Draft on Restructuring {
    ...RestructuringRecord
    checks { severity code message step field units { ...Label } }
    tree { id parent depth kind name code status overlay }
  }
`);

export const DRAFTS = graphql(`
  query Drafts($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      restructurings(first: 50, after: $after, status: [DRAFT]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { id effectiveOn reason documentNumber origin draftedBy draftedAt } }
      }
    }
  }
`);

export const DRAFT_RESTRUCTURING = graphql(`
  mutation DraftRestructuring($input: DraftRestructuringInput!) {
    draftRestructuring(input: $input) { restructuring { id } }
  }
`);

export const REVISE_DRAFT = graphql(`
  mutation ReviseDraft($input: ReviseDraftInput!) {
    reviseDraft(input: $input) { restructuring { ...Draft } }
  }
`);

export const APPLY_DRAFT = graphql(`
  mutation ApplyDraft($input: ApplyDraftInput!) {
    applyDraft(input: $input) { restructuring { id effectiveOn } }
  }
`);

export const DROP_DRAFT = graphql(`
  mutation DropDraft($input: DropDraftInput!) {
    dropDraft(input: $input) { restructuring { id status } }
  }
`);

export type Draft = DraftFragment;
export type Check = NonNullable<Draft['checks']>[number];
export type Difference = NonNullable<Draft['difference']>;

/** The address of the editor of a draft. */
export function draftPath(town: string, id: string): string {
  return `/towns/${town}/drafts/${encodeURIComponent(id)}`;
}
