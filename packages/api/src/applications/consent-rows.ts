import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ApplicationConsentType } from './application.type.ts';
import { permissionNamesOf } from './application-rows.ts';

function selectConsents(desk: Desk) {
  return desk.db
    .selectFrom('application_consent')
    .select(['town_id', 'id', 'global_application_id', 'scopes', 'granted_at', 'granted_by', 'valid_to', 'ended_at']);
}

/** Batch of the consents that towns have given, the latest first, ended ones too. One statement. */
export async function consentsOfTowns(desk: Desk, towns: readonly number[]): Promise<ApplicationConsentType[][]> {
  const rows = await selectConsents(desk)
    .where('town_id', 'in', [...new Set(towns)])
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return towns.map((town) => rows.filter(({ town_id }) => town_id === town).map(consentOf));
}

/** Batch of the consents to applications of the desk's account, the latest first, ended ones too. One statement. */
export async function consentsToApplications(
  desk: Desk,
  applications: readonly string[],
): Promise<ApplicationConsentType[][]> {
  const rows = await selectConsents(desk)
    .where('global_application_id', 'in', [...new Set(applications)])
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
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
    .where('town_id', 'in', [...new Set(keys.map(({ townId }) => townId))])
    .where('id', 'in', [...new Set(keys.map(({ uuid }) => uuid))])
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
    ...{ grantedAt: row.granted_at, validTo: row.valid_to, endedAt: row.ended_at },
  };
}
