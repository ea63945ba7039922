import { Client } from 'pg';
import { consentInSandbox } from '../applications/consent-in-sandbox.ts';
import { changesOf } from '../db/changes.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { sandboxDistrict, sandboxTowns } from '../towns/sandbox.ts';
import { beginAnew, treeVersion } from './begin-anew.ts';

/**
 * Makes the sandbox, which every application has: its towns, each in one transaction, and their consents. Again makes what is missing.
 * `ownerUrl` signs in as the owner of the database, who alone marks towns as those of the sandbox.
 */
export async function makeSandbox(orm: Orm, ownerUrl: string): Promise<void> {
  await listTowns(ownerUrl);
  const now = new Date();
  for (const town of sandboxTowns) {
    await atDesk(orm, { role: 'app_sandbox', town: Number(town.code) }, now, 'write', async (desk) => {
      if ((await treeVersion(desk)) === 0) await beginAnew(desk);
    });
  }
  await atDesk(orm, { role: 'app_signin' }, now, 'write', (desk) => consentInSandbox(desk, 'all'));
}

/** Has every town of the sandbox begin anew, one after the other. Returns how many there are: none where no sandbox was made. */
export async function resetSandbox(orm: Orm): Promise<number> {
  const now = new Date();
  const made = await atDesk(orm, { role: 'app_signin' }, now, 'read', ({ db }) =>
    db.selectFrom('town').select('id').where('sandbox', '=', true).orderBy('id').execute(),
  );
  for (const { id } of made) {
    await atDesk(orm, { role: 'app_sandbox', town: id }, now, 'write', beginAnew);
    changesOf(orm).note(id);
  }
  return made.length;
}

/** Lists the towns beside those of the register, as of the day on which their data begin. */
async function listTowns(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('insert into district (code, name) values ($1, $2) on conflict do nothing', [
      sandboxDistrict.code,
      sandboxDistrict.name,
    ]);
    for (const { code, name } of sandboxTowns) {
      await client.query('insert into town (id, code, sandbox) values ($1::bigint, $2, true) on conflict do nothing', [
        code,
        code,
      ]);
      await client.query(
        `insert into town_version (town_id, valid_from, name, kind, district_code) values ($1, '2023-01-01', $2, 'TOWN', $3)
         on conflict do nothing`,
        [code, name, sandboxDistrict.code],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
