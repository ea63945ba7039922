import type { RemedyInput } from '../generated/graphql.ts';
import type { Gap, Remedy } from './coverage.ts';

/** A remedy that was put into the draft, with what people see of it. */
export interface Drafted {
  organization: { id: string; name: string };
  remedy: Remedy;
  /** Who is named as liaison, as the picker of people has it. */
  person?: string | undefined;
  /** What a branch that is founded is called. */
  name?: string | undefined;
}

/** What tells a remedy apart in the draft: each organisation has one of a kind. */
export function keyOf({ organization, remedy }: Pick<Drafted, 'organization' | 'remedy'>): string {
  return `${organization.id} ${remedy.kind}`;
}

/** The draft with a remedy of a gap put in, or taken out where it is in. */
export function withRemedy(draft: readonly Drafted[], { organization }: Gap, remedy: Remedy): Drafted[] {
  const added = { organization, remedy };
  const others = draft.filter((each) => keyOf(each) !== keyOf(added));
  return others.length < draft.length ? others : [...draft, added];
}

/** What is sent of a draft, with the ids of the people who were picked, by the key of what they were picked for. */
export function remediesOf(draft: readonly Drafted[], people: ReadonlyMap<string, string>): RemedyInput[] {
  return draft.map((each) => {
    const { organization, remedy, name } = each;
    return {
      organization: organization.id,
      kind: remedy.kind,
      partyOrganization: remedy.partyOrganization?.id ?? null,
      together: remedy.together.map(({ id }) => id),
      person: people.get(keyOf(each)) ?? null,
      name: name?.trim() || null,
    };
  });
}
