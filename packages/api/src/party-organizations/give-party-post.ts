import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { dayOfChange, requireThere } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { requireParty, requireStanding } from './party-organization-rows.ts';
import type { EndPartyPostInput, GivePartyPostInput } from './party-post.type.ts';
import { circleOfOffices, type PartyPostRow, partyPostsOf } from './party-posts.ts';
import type { PartyTree } from './party-tree.ts';
import { partyTreesOf } from './party-tree-rows.ts';

/**
 * Gives a post in a Party organisation from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on what the input names; BAD_INPUT where not one holder is told, or on input.from; CONFLICT on input.title where
 * there is a secretary, on input.person who holds the post, or on input.secretaryOf where offices would lead in a circle.
 */
export async function givePartyPost(desk: Desk, actor: Actor, input: GivePartyPostInput): Promise<string> {
  await lockSettings(desk);
  const tree = await desk.load(partyTreesOf, desk.town);
  const { uuid: party } = requireParty(desk, tree, input.partyOrganization);
  if (!reachesTown(actor, 'party:keep', desk.town)) throw notFound('input.partyOrganization');
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const holder = await readHolder(desk, tree, input, from);
  requireStanding(tree, party, from, 'input.partyOrganization', 'input.from');
  const posts = await desk.load(partyPostsOf, desk.town);
  const post: PartyPostRow = { uuid: newId(), party, title: input.title, ...holder, from, to: null };
  const others = posts.filter((each) => each.from !== each.to && excludes(each, post));
  const held = others.find((each) => holdsOn(each, from));
  if (held) {
    throw post.title === 'SECRETARY'
      ? conflict('partySecretaryHeld', 'input.title', { date: held.from })
      : conflict('alreadyPost', 'input.person');
  }
  const ends = [tree.lifeOf(party)?.to, ...others.map((each) => each.from)].flatMap((day) => day ?? []);
  post.to = ends.filter((day) => day > from).sort()[0] ?? null;
  const circle = circleOfOffices([...posts, post], tree, post);
  if (circle !== undefined) throw conflict('partyPostCircle', 'input.secretaryOf', { date: circle });
  await desk.db
    .insertInto('party_post')
    .values({
      ...{ town_id: desk.town, id: post.uuid, party_organization_id: party, title: post.title },
      ...{ person_id: post.person, secretary_of_id: post.secretaryOf, secretary_at_id: post.secretaryAt },
      ...{ valid_from: from, valid_to: post.to },
    })
    .execute();
  return post.uuid;
}

/**
 * Ends a post from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.post, CONFLICT there where it has ended; BAD_INPUT on input.on before it began.
 */
export async function endPartyPost(desk: Desk, actor: Actor, input: EndPartyPostInput): Promise<string> {
  await lockSettings(desk);
  const uuid = requireIdIn(desk.town, input.post, 'PartyPost', 'input.post');
  const post = (await desk.load(partyPostsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!post || !reachesTown(actor, 'party:keep', desk.town)) throw notFound('input.post');
  const on = dayOfChange(input.on, dayOf(desk.now), 'input.on');
  requireThere({ validFrom: post.from, validTo: post.to }, on, 'input.post', 'input.on');
  await desk.db
    .updateTable('party_post')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  return uuid;
}

/** Whether two posts must not be held on the same day: secretaries, and the same post by the same person. */
function excludes(a: PartyPostRow, b: PartyPostRow): boolean {
  if (a.party !== b.party || a.title !== b.title) return false;
  return a.title === 'SECRETARY' || (a.person !== null && a.person === b.person);
}

async function readHolder(desk: Desk, tree: PartyTree, input: GivePartyPostInput, from: string) {
  const { person, secretaryOf, secretaryAt } = input;
  if ([person, secretaryOf, secretaryAt].filter((each) => each != null).length !== 1) {
    throw badInput('input.person', 'partyPostHolder');
  }
  const of = secretaryOf == null ? null : requireParty(desk, tree, secretaryOf, 'input.secretaryOf').uuid;
  if (of !== null) requireStanding(tree, of, from, 'input.secretaryOf', 'input.from');
  return {
    person: person == null ? null : await requireOfTown(desk, 'person', person, 'input.person'),
    secretaryOf: of,
    secretaryAt: await unitToDeal(desk, secretaryAt, from, 'input.secretaryAt', undefined, 'input.from'),
  };
}
