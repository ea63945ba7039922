import { useRef } from 'react';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { newlyNamed } from '../ui/FindOrAdd.tsx';

const REGISTER_PERSON = graphql(`
  mutation RegisterPerson($input: RegisterPersonInput!) {
    registerPerson(input: $input) { person { id name } }
  }
`);

const REGISTER_PARTNER = graphql(`
  mutation RegisterPartner($input: RegisterPartnerInput!) {
    registerPartner(input: $input) { partner { id name } }
  }
`);

/**
 * Gives what turns the value of a picker into an id: of who was found, or of who is registered now under the name that
 * was typed. A form that is sent again after a failure registers nobody twice.
 */
export function useRegister(town: string) {
  const registerPerson = useChange(REGISTER_PERSON, { rereads: false });
  const registerPartner = useChange(REGISTER_PARTNER, { rereads: false });
  const registered = useRef(new Map<string, string>());

  async function once(value: string, register: (name: string) => Promise<string>): Promise<string> {
    const name = newlyNamed(value);
    if (name === undefined) return value;
    const id = registered.current.get(value) ?? (await register(name));
    registered.current.set(value, id);
    return id;
  }

  const person = (value: string) =>
    once(value, async (name) => (await registerPerson({ town, name })).registerPerson.person.id);

  const partner = (value: string) =>
    once(value, async (name) => (await registerPartner({ town, name })).registerPartner.partner.id);

  return {
    person,
    people: (values: readonly string[]) => oneAfterTheOther(values, person),
    partner,
    partners: (values: readonly string[]) => oneAfterTheOther(values, partner),
  };
}

/** A name that is typed twice is registered once. */
async function oneAfterTheOther(
  values: readonly string[],
  register: (value: string) => Promise<string>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const value of values) ids.push(await register(value));
  return ids;
}
