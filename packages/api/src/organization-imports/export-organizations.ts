import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Reading } from '../audit/personal.ts';
import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import { fileNamed } from '../imports/file-named.ts';
import { writeSegment } from '../imports/path.ts';
import type { TableFormat } from '../imports/table.ts';
import { contactsOf, ownRecordsOf } from '../organizations/contact-rows.ts';
import { organizationsThere } from '../organizations/list-organizations.ts';
import type { OrganizationType } from '../organizations/organization.type.ts';
import type { OrganizationFilter } from '../organizations/organization-list.type.ts';
import { industriesOf, organizationKindsOf } from '../organizations/organization-lists.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { type TownTree, townTrees } from '../units/town-tree.ts';
import { type Column, headers } from './columns.ts';
import type { OrganizationFileType } from './organization-import.type.ts';

/** Which file: of a town by its name, of which organisations, of a day, in which form. */
export interface FileAsked {
  townName: string;
  filter: OrganizationFilter;
  asOf: string;
  format: TableFormat;
}

/**
 * The organisations of the desk's town on a day as a file in the shape that an import takes, by name. Whom to ask there is in it
 * where the operation says what for, which is noted as a reading.
 * Errors: those of `organizationsThere`.
 */
export async function organizationFile(
  desk: Desk,
  ctx: Reading & { signedIn: Actor },
  { townName, filter, asOf, format }: FileAsked,
): Promise<OrganizationFileType> {
  const there = await organizationsThere(desk, ctx.signedIn, desk.town, filter, asOf);
  const lineOf = await lines(desk, asOf);
  const contacts = await contactsFor(desk, ctx, there, asOf);
  const all = there.map((each) => ({ ...lineOf(each), ...contacts.get(each.uuid) }));
  return fileNamed(`${townName}-两新组织-${asOf}`, headers, all, format);
}

type Line = Partial<Record<Column, string>>;

/** Gives the row of an organisation on a day. Nothing is shown to begin before what it hangs on, so that the file can be imported. */
async function lines(desk: Desk, day: string): Promise<(organization: OrganizationType) => Line> {
  const [timeline, lineage, tree, kinds, industries] = await Promise.all([
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
    desk.load(townTrees, { townId: desk.town, asOf: day }),
    desk.load(organizationKindsOf, desk.town),
    desk.load(industriesOf, desk.town),
  ]);
  return ({ name, unitUuid, kindUuid, industryUuid, creditCode, size, partyMembers, validFrom }) => {
    const at = standsIn(timeline, lineage, unitUuid, day);
    const unit = at === null ? undefined : tree.find(at);
    const kind = kinds.find(({ uuid }) => uuid === kindUuid);
    const industry = industries.find(({ uuid }) => uuid === industryUuid);
    const begins = [validFrom, unit?.validFrom, kind?.validFrom, industry?.validFrom].flatMap((from) => from ?? []);
    return {
      ...{ name, unit: at === null ? '' : pathIn(tree, at), kind: kind?.name ?? '', industry: industry?.name ?? '' },
      ...{ creditCode: creditCode ?? '', size: size === null ? '' : String(size), partyMembers: String(partyMembers) },
      from: begins.toSorted().at(-1) ?? validFrom,
    };
  };
}

/**
 * The path of a unit from the town downwards, with the kind of one that has a sibling of its name; from one on that has a sibling of
 * its kind, too, which the register has, by its code.
 */
function pathIn(tree: TownTree, uuid: string): string {
  const unit = tree.find(uuid);
  if (!unit) return '';
  let path = '';
  for (const { name, kind, code, parentUuid } of [unit, ...tree.ancestors(uuid)].toReversed()) {
    const alike = tree.children(parentUuid).filter((sibling) => sibling.name === name);
    const isTwin = alike.filter((sibling) => sibling.kind === kind).length > 1;
    const segment = writeSegment(name, alike.length > 1 && kind !== 'TOWN' ? kind : undefined);
    if (isTwin && code !== null) path = writeSegment(code);
    else path = path === '' ? segment : `${path}/${segment}`;
  }
  return path;
}

/** Whom to ask at organisations on a day, where the viewer may know and the operation says what for. */
async function contactsFor(
  desk: Desk,
  ctx: Reading & { signedIn: Actor },
  there: readonly OrganizationType[],
  day: string,
): Promise<Map<string, Line>> {
  if (there.length === 0 || !reachesTown(ctx.signedIn, 'organization:contact', desk.town)) return new Map();
  const keys = there.map(({ townId, uuid }) => ({ townId, uuid }));
  const own = await Promise.all(keys.map((key) => desk.load(ownRecordsOf, key)));
  const subjects = own.flatMap((record) => record?.auditKey ?? []);
  ctx.personalReadings.add(desk.town, 'Town.organizationFile', subjects);
  if (ctx.personalReadings.purpose === undefined) return new Map();
  const contacts = await Promise.all(keys.map((key) => desk.load(contactsOf, key)));
  return new Map(
    keys.map(({ uuid }, index) => {
      const { owner, contact, telephone } = stateOn(contacts[index] ?? [], day) ?? {};
      return [uuid, { owner: owner ?? '', contact: contact ?? '', telephone: telephone ?? '' }];
    }),
  );
}
