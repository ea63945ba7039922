import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { coverOrganization } from '../coverage/cover-organization.ts';
import { foundCovering } from '../coverage/found-covering.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound, Refusal } from '../errors.ts';
import { organizationClasses } from '../organizations/organization.entity.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { requireParty } from '../party-organizations/party-organization-rows.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { requireOrganizations } from '../party-organizations/require-organizations.ts';
import { assignWorker } from '../party-work/assign-worker.ts';
import { requirePeople } from '../people/require-people.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { ratesOf } from './count-coverage.ts';
import { type CoveredOrganization, organizationsOn } from './organizations-on.ts';
import type { CoverageChangeType, RemedyInput, TakeRemediesInput, TakeRemediesPayload } from './remedies.input.ts';
import { waysOfRemedies } from './remedies.ts';

/** Remedies of one time. */
const most = 50;

/**
 * Takes remedies from a day on, by the verbs by which each could be taken alone, and tells what they make of the rates of that day.
 * A draft takes them and takes them back: so it shows exactly what taking them gives.
 * Errors: NOT_FOUND on input.town; BAD_INPUT on input.remedies; what refuses a remedy, on its member `input.remedies.N`.
 */
export async function takeRemedies(
  desk: Desk,
  actor: Actor,
  { town, remedies, draft }: TakeRemediesInput,
  on: string,
): Promise<TakeRemediesPayload> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.town');
  if (remedies.length === 0) throw badInput('input.remedies', 'required');
  if (remedies.length > most) throw badInput('input.remedies', 'tooMany', { most });
  const before = await organizationsOn(desk, [{ townId: desk.town, on }]);
  await sql`savepoint remedies`.execute(desk.db);
  for (const [index, remedy] of remedies.entries()) {
    await onMember(index, () => take(desk, actor, town, remedy, on, draft));
    desk.forget();
  }
  const after = await organizationsOn(desk, [{ townId: desk.town, on }]);
  if (draft) {
    await sql`rollback to savepoint remedies`.execute(desk.db);
    desk.forget();
  }
  return { draft, on, changes: changesOf(before.flat(), after.flat()) };
}

async function take(
  desk: Desk,
  actor: Actor,
  town: string,
  { organization, kind, partyOrganization, together, person, name }: RemedyInput,
  from: string,
  draft: boolean,
): Promise<void> {
  const uuid = requireIdIn(desk.town, organization, 'Organization', 'input.organization');
  const named = await desk.load(organizationsById, { townId: desk.town, uuid, asOf: from });
  if (!named) throw notFound('input.organization');
  // What a remedy names without need has to be there as well: a slip should not pass.
  if (partyOrganization != null) requireParty(desk, await desk.load(partyTreesOf, desk.town), partyOrganization);
  await requireOrganizations(desk, together ?? [], (index) => `input.covers.${index + 1}`);
  await requirePeople(desk, person == null ? [] : [person], () => 'input.person');
  const way = waysOfRemedies[kind];
  switch (kind) {
    case 'DEVELOP_MEMBERS':
      throw badInput('input.kind', 'membersNotDeveloped');
    case 'NAME_LIAISON': {
      const somebody = person ?? (draft ? await anybody(desk) : null);
      if (somebody === null) throw badInput('input.person', 'required');
      await assignWorker(desk, actor, { organization, person: somebody, role: 'LIAISON' }, from);
      return;
    }
    case 'FOUND_BRANCH':
    case 'FOUND_JOINT_BRANCH': {
      const joint = kind === 'FOUND_JOINT_BRANCH';
      const covers = joint ? [organization, ...(together ?? [])] : [organization];
      await foundCovering(desk, actor, {
        town,
        kind: 'BRANCH',
        form: joint ? 'JOINT' : 'INDEPENDENT',
        covers,
        from,
        parent: partyOrganization ?? null,
        name: name ?? `${named.name}${joint ? '等联合党支部' : '党支部'}`,
        seat: joint ? null : { organization },
      });
      return;
    }
    default: {
      if (partyOrganization == null || !way) throw badInput('input.partyOrganization', 'required');
      await coverOrganization(desk, actor, { partyOrganization, organization, way, from });
    }
  }
}

/** Somebody for a draft in which it is left open who: a person who is taken back with it. */
async function anybody(desk: Desk): Promise<string> {
  const id = newId();
  await desk.db.insertInto('person').values({ town_id: desk.town, id, name: '待定' }).execute();
  return globalId('Person', desk.town, id);
}

/** Lets a refusal name the member of the remedy that is at fault: the verbs name members of their own inputs. */
async function onMember(index: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const field = `input.remedies.${index}.${memberOf(fault.detail.field ?? '')}`;
    throw new Refusal(fault.code, fault.messageKey, { ...fault.detail, field });
  }
}

/** The member of a remedy that a field of a verb's input comes from; what comes from none of them, from its kind. */
function memberOf(field: string): string {
  const [, name = '', index] = field.split('.');
  if (name === 'covers') return index === undefined || index === '0' ? 'organization' : `together.${Number(index) - 1}`;
  if (name === 'parent') return 'partyOrganization';
  return ['organization', 'partyOrganization', 'person', 'name'].includes(name) ? name : 'kind';
}

function changesOf(
  before: readonly CoveredOrganization[],
  after: readonly CoveredOrganization[],
): CoverageChangeType[] {
  const all = [
    null,
    ...organizationClasses.filter((each) => after.some((organization) => organization.class === each)),
  ];
  return all.map((each) => {
    const rates = (some: readonly CoveredOrganization[]) =>
      ratesOf(some.filter((organization) => each === null || organization.class === each));
    return { class: each, before: rates(before), after: rates(after) };
  });
}
