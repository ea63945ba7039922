import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { ExternalPartyType, RequestSubjectType } from '../handling/handling.type.ts';
import { entriesById, partyOf, subjectOf } from '../handling/listed.ts';
import type { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';

/** The subject that a request names. */
export async function subjectNamed(ctx: Context, townId: number, uuid: string): Promise<RequestSubjectType> {
  const subject = await (await ctx.readTown(townId)).load(entriesById('request_subject'), { townId, uuid });
  if (!subject) throw notFound();
  return subjectOf(subject);
}

/** The party outside that a request names. */
export async function partyNamed(ctx: Context, townId: number, uuid: string | null): Promise<ExternalPartyType | null> {
  if (uuid === null) return null;
  const party = await (await ctx.readTown(townId)).load(entriesById('external_party'), { townId, uuid });
  return party ? partyOf(party) : null;
}

/** The person that a request names. */
export async function personNamed(ctx: Context, townId: number, uuid: string | null): Promise<PersonType | null> {
  if (uuid === null) return null;
  return (await (await ctx.readTown(townId)).load(peopleById, { townId, uuid })) ?? null;
}
