import type { DraftFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const DRAFT = graphql(`
  query Draft($id: ID!) {
    restructuring(id: $id) { ...Draft }
  }

  fragment Draft on Restructuring {
    id
    status
    version
    origin
    effectiveOn
    reason
    documentNumber
    draftedBy
    draftedAt
    appliedBy
    appliedAt
    voids { id effectiveOn reason }
    steps {
      verb
      ref
      unit { id name }
      units { id name }
      parent { id name }
      into { id name }
      heir { id name }
      designated { id name }
      parts { unit { id name } units { id name } teams households }
      households
      householdCount
      kind
      name
      code
      status
      officers
      overlay
    }
    checks { severity code message step field units { id name } }
    difference {
      fingerprint
      units {
        unit { id name }
        changes
        day
        before { name code kind status parent { id name } }
        after { name code kind status parent { id name } }
      }
      teams { team nameBefore nameAfter blockBefore { id name } blockAfter { id name } day }
      households { from { id name } to { id name } count }
      posts { person title from { id name } to { id name } }
      accounts { account role from { id name } to { id name } gains { id name } loses { id name } }
      figures { figure before after }
    }
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
export type DraftStep = Draft['steps'][number];
export type Check = NonNullable<Draft['checks']>[number];
export type Difference = NonNullable<Draft['difference']>;

/** The address of the editor of a draft. */
export function draftPath(town: string, id: string): string {
  return `/towns/${town}/drafts/${encodeURIComponent(id)}`;
}
