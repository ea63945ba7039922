import type {
  PartyOrganizationForm,
  PartyOrganizationKind,
  PartyOrganizationQuery,
  PartyTreeQuery,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { pathTo } from '../towns/tree.ts';

export const PARTY_TREE = graphql(`
  query PartyTree($code: RegisterCode!, $asOf: Date, $people: Boolean!) {
    town(code: $code, asOf: $asOf) {
      id
      partyTree {
        id
        name
        kind
        form
        management
        parent { id }
        unit { id name }
        organization { id name }
        industry { id name }
        covers { id }
        secretary @include(if: $people) { id name }
      }
    }
  }
`);

export const PARTY_CHOICES = graphql(`
  query PartyChoices($code: RegisterCode!) {
    town(code: $code) { id partyTree { id name kind form } }
  }
`);

export const PARTY_ORGANIZATION = graphql(`
  query PartyOrganization($id: ID!, $asOf: Date, $people: Boolean!) {
    partyOrganization(id: $id, asOf: $asOf) {
      __typename
      id
      asOf
      name
      kind
      form
      validFrom
      validTo
      version
      viewerCan
      management
      endedBecause
      town { id code name viewerCanSomewhere district { id name } }
      parent { id name }
      unit { id name }
      organization { id name }
      industry { id name }
      covers { id way validFrom validTo organization { id name } }
      successor { id name }
      children(first: 100) { totalCount nodes { id name kind } }
      directManagement { validFrom validTo enteredBecause leftBecause }
      versions { name kind form validFrom validTo parent { id name } unit { id name } organization { id name } industry { id name } }
      secretary @include(if: $people) { id name }
      posts @include(if: $people) {
        id
        title
        validFrom
        validTo
        holder { id name }
        secretaryOf { id name }
        secretaryAt { id name }
      }
    }
  }
`);

export type PartyNode = NonNullable<NonNullable<PartyTreeQuery['town']>['partyTree']>[number];
export type PartyInFull = NonNullable<PartyOrganizationQuery['partyOrganization']>;
export type PartyPost = NonNullable<PartyInFull['posts']>[number];

export const partyKinds: readonly PartyOrganizationKind[] = ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'GROUP'];
export const partyForms: readonly PartyOrganizationForm[] = ['INDEPENDENT', 'JOINT', 'FEDERATION'];

/** The address of a Party organisation's page. */
export function partyPath(id: string): string {
  return `/party/${encodeURIComponent(id)}`;
}

type Named = { name: string } | null;

/** The name of where a Party organisation sits; of the town where it sits in nothing in it that its viewer may see. */
export function seatName(seat: { unit: Named; organization: Named; industry: Named }, town: { name: string }): string {
  return (seat.unit ?? seat.organization ?? seat.industry ?? town).name;
}

/** What narrows the Party's tree. */
export interface PartyChoice {
  words: string;
  kind: PartyOrganizationKind | null;
  form: PartyOrganizationForm | null;
  direct: boolean;
}

/** What an address chooses of the Party's tree. */
export function readChoice(params: URLSearchParams): PartyChoice {
  const kind = partyKinds.find((each) => each === params.get('kind')) ?? null;
  const form = partyForms.find((each) => each === params.get('form')) ?? null;
  return { words: params.get('words') ?? '', kind, form, direct: params.get('direct') === '1' };
}

/** A Party organisation in the tree: how deep it stands, and whether it was chosen or only stands above what was. */
export interface PartyRow {
  node: PartyNode;
  depth: number;
  chosen: boolean;
}

/** The Party organisations that are chosen, with all that they stand under, parents before children. */
export function chosenRows(nodes: readonly PartyNode[], { words, kind, form, direct }: PartyChoice): PartyRow[] {
  const placed = new Map(nodes.map((node) => [node.id, { parent: node.parent?.id ?? null }]));
  const chosen = nodes.filter(
    (node) =>
      (kind === null || node.kind === kind) &&
      (form === null || node.form === form) &&
      (!direct || node.management === 'DIRECT') &&
      node.name.includes(words.trim()),
  );
  const ids = new Set(chosen.map(({ id }) => id));
  const above = new Set(chosen.flatMap(({ id }) => pathTo(placed, id)));
  return nodes
    .filter(({ id }) => ids.has(id) || above.has(id))
    .map((node) => ({ node, depth: pathTo(placed, node.id).length, chosen: ids.has(node.id) }));
}
