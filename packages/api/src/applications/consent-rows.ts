import { sql } from 'kysely';
import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { globalId } from '../schema/global-id.ts';
import { orderedPage, type PageOrder } from '../schema/ordered-page.ts';
import { orderedPageTogether } from '../schema/pages-together.ts';
import { dayOf } from '../today.ts';
import type { ApplicationConsentsArgs, ApplicationConsentType, ConsentEnd } from './application.type.ts';
import { permissionNamesOf } from './application-rows.ts';
import { consentHolds } from './consent-holds.ts';

/** Whether a consent `c` holds today, to an application `a` that is in use. */
const holding = ({ now }: Desk) => sql<boolean>`(a.ended_at is null and ${consentHolds(dayOf(now))})`;

/** Whether a consent `c` ended as the town gave another one: the two have the same moment. */
const replaced = sql<boolean>`exists (select from application_consent next where next.town_id = c.town_id
  and next.global_application_id = c.global_application_id and next.granted_at = c.ended_at)`;

function selectConsents(desk: Desk) {
  return desk.db
    .selectFrom('application_consent as c')
    .innerJoin('application as a', 'a.id', 'c.global_application_id')
    .select(['c.town_id', 'c.id', 'c.global_application_id', 'c.scopes', 'c.granted_at', 'c.granted_by'])
    .select(['c.application_name', 'c.application_description'])
    .select([
      'c.valid_to',
      'c.ended_at',
      holding(desk).as('holds'),
      'a.ended_at as retired_at',
      replaced.as('replaced'),
    ]);
}

const latestFirst: PageOrder<ConsentRow> = {
  ...{ by: 'c.granted_at', type: 'timestamptz', id: 'c.id', latestFirst: true },
  keyOf: ({ granted_at: by, id: uuid }) => ({ by, uuid }),
};

/** Consents of which all hold today, or none do, or any. */
function chosenBy(desk: Desk, { holding: holds }: ApplicationConsentsArgs) {
  return selectConsents(desk).$if(holds != null, (all) => all.where(holding(desk), '=', holds === true));
}

/** A page of the consents that a town has given, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function consentsOfTown(
  desk: Desk,
  townId: number,
  args: ApplicationConsentsArgs,
): Promise<Connection<ApplicationConsentType>> {
  const chosen = chosenBy(desk, args).where('c.town_id', '=', townId);
  const counted = chosen.clearSelect().select(({ fn }) => fn.countAll<number>().as('total'));
  return fillPage(await orderedPage(args, latestFirst, chosen, counted), async (row) => consentOf(desk, row));
}

/**
 * A page of the consents to an application of the desk’s account, the latest first, ended ones too. Two statements for all applications of
 * which the same page is asked. Errors: BAD_INPUT on first, last, after or before.
 */
export async function consentsToApplication(
  desk: Desk,
  application: string,
  args: ApplicationConsentsArgs,
): Promise<Connection<ApplicationConsentType>> {
  const rows = chosenBy(desk, args).where('c.global_application_id', '=', application);
  const counted = rows.clearSelect().select(({ fn }) => fn.countAll<number>().as('total'));
  const page = await orderedPageTogether(desk, ['consents', args], args, latestFirst, { rows, counted });
  return fillPage(page, async (row) => consentOf(desk, row));
}

/** Batch of consents by their keys. One statement. */
export async function consentsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(ApplicationConsentType | undefined)[]> {
  const rows = await selectConsents(desk)
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => consentOf(desk, row));
}

type ConsentRow = Awaited<ReturnType<ReturnType<typeof selectConsents>['execute']>>[number];

/** Why a consent holds no more; null while it does. What had run out was neither withdrawn nor replaced after that. */
function endOf({ now }: Desk, row: ConsentRow): ConsentEnd | null {
  if (row.holds) return null;
  if (row.valid_to !== null && row.valid_to <= dayOf(row.ended_at ?? row.retired_at ?? now)) return 'RUN_OUT';
  if (row.ended_at === null) return 'RETIRED';
  return row.replaced ? 'REPLACED' : 'WITHDRAWN';
}

function consentOf(desk: Desk, row: ConsentRow): ApplicationConsentType {
  return {
    typename: 'ApplicationConsent',
    id: globalId('ApplicationConsent', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, applicationUuid: row.global_application_id, grantedById: row.granted_by },
    scopes: permissionNamesOf(row.scopes),
    ...{ applicationName: row.application_name, applicationDescription: row.application_description },
    ...{ grantedAt: row.granted_at, validTo: row.valid_to, endedAt: row.ended_at, holds: row.holds },
    endedBecause: endOf(desk, row),
  };
}
