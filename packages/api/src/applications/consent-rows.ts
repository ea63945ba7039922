import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { datedPage } from '../schema/dated-page.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { ApplicationConsentsArgs, ApplicationConsentType } from './application.type.ts';
import { permissionNamesOf } from './application-rows.ts';
import { consentHolds } from './consent-holds.ts';

/** Whether a consent `c` holds today, to an application `a` that is in use. */
const holding = ({ now }: Desk) => sql<boolean>`(a.ended_at is null and ${consentHolds(dayOf(now))})`;

function selectConsents(desk: Desk) {
  return desk.db
    .selectFrom('application_consent as c')
    .innerJoin('application as a', 'a.id', 'c.global_application_id')
    .select(['c.town_id', 'c.id', 'c.global_application_id', 'c.scopes', 'c.granted_at', 'c.granted_by'])
    .select(['c.valid_to', 'c.ended_at', holding(desk).as('holds')]);
}

/** A page of the consents that a town has given, the latest first. Errors: BAD_INPUT on first, last, after or before. */
export async function consentsOfTown(
  desk: Desk,
  townId: number,
  args: ApplicationConsentsArgs,
): Promise<Connection<ApplicationConsentType>> {
  const chosen = selectConsents(desk)
    .where('c.town_id', '=', townId)
    .$if(args.holding != null, (all) => all.where(holding(desk), '=', args.holding === true));
  const keyOf = ({ granted_at: by, id: uuid }: ConsentRow) => ({ by, uuid });
  const page = await datedPage(
    args,
    { by: 'c.granted_at', type: 'timestamptz', id: 'c.id', latestFirst: true, keyOf },
    chosen,
    chosen.clearSelect().select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => consentOf(row));
}

/** Batch of the consents to applications of the desk's account, the latest first, ended ones too. One statement. */
export async function consentsToApplications(
  desk: Desk,
  applications: readonly string[],
): Promise<ApplicationConsentType[][]> {
  const rows = await selectConsents(desk)
    .where('c.global_application_id', 'in', [...new Set(applications)])
    .orderBy('c.granted_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return applications.map((each) =>
    rows.filter(({ global_application_id }) => global_application_id === each).map(consentOf),
  );
}

/** Batch of consents by their keys. One statement. */
export async function consentsById(
  desk: Desk,
  keys: readonly { townId: number; uuid: string }[],
): Promise<(ApplicationConsentType | undefined)[]> {
  const rows = await selectConsents(desk)
    .where('c.town_id', 'in', [...new Set(keys.map(({ townId }) => townId))])
    .where('c.id', 'in', [...new Set(keys.map(({ uuid }) => uuid))])
    .execute();
  return keys.map(({ townId, uuid }) => {
    const row = rows.find(({ town_id, id }) => town_id === townId && id === uuid);
    return row && consentOf(row);
  });
}

type ConsentRow = Awaited<ReturnType<ReturnType<typeof selectConsents>['execute']>>[number];

function consentOf(row: ConsentRow): ApplicationConsentType {
  return {
    typename: 'ApplicationConsent',
    id: globalId('ApplicationConsent', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, applicationUuid: row.global_application_id, grantedById: row.granted_by },
    scopes: permissionNamesOf(row.scopes),
    ...{ grantedAt: row.granted_at, validTo: row.valid_to, endedAt: row.ended_at, holds: row.holds },
  };
}
