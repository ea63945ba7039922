import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { requireId } from '../schema/global-id.ts';
import type { PartyOrganizationType } from './party-organization.type.ts';
import { partyOn } from './party-organization-rows.ts';
import { placeOfParty } from './party-place.ts';
import type { PartyPostType } from './party-post.type.ts';
import { partyPostsOf, postOf } from './party-posts.ts';

/** The desk that reads the people of a Party organisation, where the viewer sees people there. */
export async function deskForPeople(ctx: Context, party: PartyOrganizationType): Promise<Desk | undefined> {
  const desk = await ctx.readTownFor('person:read', party.townId);
  return desk && reaches(ctx.signedIn, 'person:read', await placeOfParty(desk, party)) ? desk : undefined;
}

/** A post in a Party organisation, as of today; undefined where there is none, or the viewer does not see people there. */
export async function getPartyPost(ctx: Context, id: string): Promise<PartyPostType | undefined> {
  const { townId, key: uuid } = requireId(id, 'PartyPost', 'id');
  const desk = await ctx.readTownFor('person:read', townId);
  const row = (await desk?.load(partyPostsOf, townId))?.find((post) => post.uuid === uuid);
  const party = desk && row && (await partyOn(desk, { townId, uuid: row.party, asOf: ctx.today }));
  return party && (await deskForPeople(ctx, party)) ? postOf(townId, row, ctx.today) : undefined;
}
