import { randomUUID } from 'node:crypto';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { globalId, readGlobalId } from '../schema/global-id.ts';

let count = 0;

/** Stores an organisation with three Party members, by default at the town’s first unit from the beginning of 2022 on. Returns its id. */
export async function storedOrganization(
  { database: { sql } }: TestPlatform,
  { code, unit }: TestTown,
  { from = '2022-01-01', to = null, at = unit(0), name = `企业${++count}` }: Partial<Stored> = {},
): Promise<string> {
  const [kind, id] = [randomUUID(), randomUUID()];
  await sql(`insert into organization_kind values ($1, $2, $3, 'ENTERPRISE_BELOW_SCALE', 1, '2000-01-01', null, 1)`, [
    ...[code, kind, kind],
  ]);
  const organization = [code, id, from, to, randomUUID()];
  await sql(
    'insert into organization (town_id, id, valid_from, valid_to, audit_key) values ($1, $2, $3, $4, $5)',
    organization,
  );
  const version = [code, randomUUID(), id, from, to, name, kind, readGlobalId(at)?.key];
  await sql('insert into organization_version values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, 3)', version);
  return globalId('Organization', Number(code), id);
}

interface Stored {
  from: string;
  to: string | null;
  at: string;
  name: string;
}

/** Stores an industry. Returns its id. */
export async function storedIndustry({ database: { sql } }: TestPlatform, { code }: TestTown): Promise<string> {
  const id = randomUUID();
  await sql(`insert into industry values ($1, $2, $3, 1, '2000-01-01', null, 1)`, [code, id, `行业${++count}`]);
  return globalId('Industry', Number(code), id);
}
