import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Permission } from './access/permissions.ts';
import { holdsIn, reaches } from './access/reach.ts';
import type { Context } from './context.ts';
import { isAnsweredAgain } from './db/change.ts';
import { notFound, Refusal } from './errors.ts';
import { findNode } from './find-node.ts';
import { unitsOfPosts } from './people/posts.ts';
import { type GlobalId, type IdType, readGlobalId } from './schema/global-id.ts';
import { placeOfTeam } from './teams/find-team.ts';
import { membersById } from './teams/members.ts';
import { teamsById } from './teams/read-teams.ts';
import { placeOf } from './units/find-unit.ts';

/**
 * What the whole town sees and `node` does not find, or not once it is over, with the permissions of which any will do. Whoever
 * opens accounts sees whom they opened one for; a photograph that is answered again is the viewer's own.
 */
const townWide: Partial<Record<IdType, readonly Permission[]>> = {
  Town: ['town:read'],
  Unit: ['unit:read'],
  Team: ['team:read'],
  Notice: ['notice:read'],
  Board: ['notice:read'],
  Publication: ['board:publish'],
  ServiceNumber: ['notice:read'],
  Category: ['category:read'],
  ContactRule: ['category:read'],
  Photo: ['photo:add'],
  OrganizationKind: ['coverage:count'],
  Industry: ['coverage:count'],
  ReliefCategory: ['relief:count'],
  ReliefItem: ['relief:count'],
  ReliefCampaign: ['relief:count'],
  PairingKind: ['pairing:count'],
  VolunteerActivityKind: ['volunteer:read'],
  Reward: ['volunteer:read'],
  DeliberationRule: ['deliberation:read'],
  WorkAssignment: ['coverage:count'],
  GuidanceStation: ['coverage:count'],
  TownAccount: ['account:read', 'account:open'],
  Office: ['office:open'],
};

/**
 * Looks again, object by object, at whether the viewer reaches what a mutation answers once more (`answeredAgain`): what has
 * gone out of reach since tells its id, and whatever else is asked of it is NOT_FOUND.
 */
export function seeAgain(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (root, args, ctx: Context, info) => stillSeen(ctx, await resolve(root, args, ctx, info));
  }
  return schema;
}

/**
 * What is still seen of a part of a payload: the part itself where nothing in it is answered again. `isAgain` where what it is
 * a part of is.
 */
async function stillSeen(ctx: Context, part: unknown, isAgain = false): Promise<unknown> {
  const again = isAgain || isAnsweredAgain(part);
  if (!isObject(part) || !(again || holdsAgain(part))) return part;
  if (Array.isArray(part)) return Promise.all(part.map((each) => stillSeen(ctx, each, again)));
  if (hasId(part)) return (await sees(ctx, part.id)) ? part : outOfReach(part);
  const members = Object.entries(part).map(async ([name, each]) => [name, await stillSeen(ctx, each, again)]);
  return Object.fromEntries(await Promise.all(members));
}

/** Whether something in a part of a payload is answered again, as single visits are of those that are sent together. */
function holdsAgain(part: object): boolean {
  if (hasId(part)) return false;
  return Object.values(part).some((each) => isAnsweredAgain(each) || (isObject(each) && holdsAgain(each)));
}

function hasId(part: object): part is { id: string } {
  return 'id' in part && typeof part.id === 'string';
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !(part instanceof Date);
}

/** Whether the viewer sees what a payload shows, by the permissions of today. */
async function sees(ctx: Context, id: string): Promise<boolean> {
  const named = readGlobalId(id);
  if (!named) return false;
  const { type, townId, key } = named;
  const enough = townWide[type];
  if (enough) return enough.some((permission) => holdsIn(ctx.signedIn, permission, townId));
  if (type === 'Account') return key === ctx.signedIn.accountId || holdsIn(ctx.signedIn, 'office:open', townId);
  if (type === 'TeamMember' || type === 'Post') return seesHolding(ctx, named);
  try {
    return (await findNode(ctx, id)) !== undefined;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'NOT_FOUND') return false;
    throw fault;
  }
}

/** Whether the viewer sees people where somebody is in a team or holds a post. */
async function seesHolding(ctx: Context, { type, townId, key: uuid }: GlobalId): Promise<boolean> {
  const desk = await ctx.readTownFor('person:read', townId);
  if (!desk) return false;
  if (type === 'Post') {
    const unit = await desk.load(unitsOfPosts, { townId, uuid });
    return unit !== undefined && reaches(ctx.signedIn, 'person:read', await placeOf(desk, { townId, uuid: unit }));
  }
  const member = await desk.load(membersById, { townId, uuid });
  const team = member && (await desk.load(teamsById, { townId, asOf: ctx.today, uuid: member.teamUuid }));
  return team !== undefined && reaches(ctx.signedIn, 'person:read', await placeOfTeam(desk, team));
}

/** What is left of an object out of reach: its id, which was told before. Errors: NOT_FOUND for all else of it. */
function outOfReach(part: object): object {
  return new Proxy(part, {
    get(known, name) {
      if (name === 'id' || name === 'typename') return Reflect.get(known, name);
      // Whoever is handed an object asks whether it is a promise, and of which class it is.
      if (name === 'then' || name === 'constructor' || typeof name === 'symbol') return undefined;
      throw notFound();
    },
    has: () => false,
    ownKeys() {
      throw notFound();
    },
  });
}
