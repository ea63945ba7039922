import type {
  ChangePartyOrganizationInput,
  PartyOrganizationForm,
  PartyOrganizationKind,
  PartySeatInput,
} from '../generated/graphql.ts';

export const seatKinds = ['town', 'unit', 'organization', 'industry'] as const;

/** Where a Party organisation sits, as a form holds it. */
export interface SeatValues {
  seatKind: (typeof seatKinds)[number];
  unit?: string;
  organization?: string;
  industry?: string;
}

/** What a Party organisation is, as a form holds it. */
export interface PartyValues extends SeatValues {
  name: string;
  kind: PartyOrganizationKind;
  form: PartyOrganizationForm;
  parent?: string;
  covers?: string[];
}

/** What a form says of a seat, as the contract takes it. */
export function seatOf({ seatKind, ...seat }: SeatValues): PartySeatInput {
  return seatKind === 'town' ? {} : { [seatKind]: seat[seatKind] };
}

/** Whether a form asks which organisations a Party organisation is established in: an independent one knows by its seat. */
export function asksCovers({ kind, form }: Partial<Pick<PartyValues, 'kind' | 'form'>>): boolean {
  return kind === 'GROUP' || form === 'JOINT';
}

/** What a form says of what is covered, as the contract takes it. */
export function coversOf(values: PartyValues): { covers?: string[] } {
  return asksCovers(values) ? { covers: values.covers ?? [] } : {};
}

/** What a Party organisation is at the moment. */
interface Present {
  name: string;
  kind: PartyOrganizationKind;
  form: PartyOrganizationForm;
  parent: { id: string } | null;
  unit: { id: string } | null;
  organization: { id: string } | null;
  industry: { id: string } | null;
  covers: readonly { way: string; organization: { id: string } | null }[];
}

/** What a form begins with where it changes a Party organisation. */
export function valuesOf({ name, kind, form, parent, unit, organization, industry, covers }: Present): PartyValues {
  const seatKind = unit ? 'unit' : organization ? 'organization' : industry ? 'industry' : 'town';
  const way = kind === 'GROUP' ? 'AFFILIATED' : 'JOINT';
  return {
    ...{ name, kind, form, seatKind },
    ...(parent && { parent: parent.id }),
    ...(unit && { unit: unit.id }),
    ...(organization && { organization: organization.id }),
    ...(industry && { industry: industry.id }),
    ...(asksCovers({ kind, form }) && {
      covers: covers.filter((each) => each.way === way).flatMap((each) => each.organization?.id ?? []),
    }),
  };
}

/** What is otherwise after a form than before, as the contract takes it: what is not told stays. */
export function changesIn(
  before: PartyValues,
  after: PartyValues,
): Omit<ChangePartyOrganizationInput, 'partyOrganization'> {
  const differ = (one: unknown, two: unknown) => JSON.stringify(one) !== JSON.stringify(two);
  const covers = coversOf(after);
  return {
    ...(after.name.trim() !== before.name && { name: after.name.trim() }),
    ...(after.kind !== before.kind && { kind: after.kind }),
    ...(after.form !== before.form && { form: after.form }),
    ...(after.parent !== before.parent && { parent: after.parent ?? null }),
    ...(differ(seatOf(after), seatOf(before)) && { seat: seatOf(after) }),
    ...(covers.covers !== undefined && differ(covers, coversOf(before)) && covers),
  };
}
