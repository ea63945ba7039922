import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { remindAtOnce } from '../reminders/remind.ts';
import { setUpTown } from '../set-up/set-up-town.ts';
import { markDemoAccounts } from '../signin/demo-accounts.ts';
import { dayOf } from '../today.ts';
import { readTowns } from '../towns/read-towns.ts';
import { caojing } from './demo-caojing.ts';
import { deliberateInJiangchuan } from './demo-deliberations.ts';
import { jinqiao } from './demo-jinqiao.ts';
import { liveIn } from './demo-life.ts';
import { malu } from './demo-malu.ts';
import { situan } from './demo-past.ts';
import { type DemoAccount, demoPassword, demoPasswordHash, openDemoAccounts, openDemoOffices } from './demo-people.ts';
import { pujiang, pujiangNow } from './demo-pujiang.ts';
import { type DemoTown, demoTowns } from './demo-towns.ts';
import { begun, type DemoPlaces, growDemoTree } from './demo-tree.ts';

/**
 * Sets up all towns of the register as demo towns, each in one transaction, so that a start that was cut short goes on
 * where it stopped. `small` cuts the towns of demo-towns.ts into blocks, where some households live; `full` also gives every
 * other town a block and a team for each village and committee, and Pujiang 40,000 households with 120,000 visits. Again changes nothing.
 */
export async function makeDemo(orm: Orm, size: 'small' | 'full', progress: (message: string) => void): Promise<void> {
  const now = new Date();
  const towns = await atDesk(orm, { role: 'app_signin' }, now, 'read', (desk) => readTowns(desk, 'all', dayOf(now)));
  const missing = towns.filter((town) => town.status === 'REGISTERED' && !town.sandbox);
  if (missing.length > 0) progress(`Making the demo: ${missing.length} towns …`);
  const passwordHash = await demoPasswordHash();
  await openDemoOffices(orm, passwordHash, now);
  for (const { townId, code, name } of missing) {
    const accounts = await atDesk(orm, { role: 'app_town', town: townId }, now, 'write', async (desk) => {
      await setUpTown(desk, dayOf(now));
      const office = await openDemoAccounts(desk, passwordHash, officeOf(code, name));
      const plan =
        demoTowns.find((each) => each.code === code) ?? (size === 'full' ? await lightly(desk, code) : undefined);
      const places = plan ? await growDemoTree(desk, plan) : {};
      desk.forget();
      const past = await pasts[code]?.(desk, places);
      const households = plan?.households?.[size];
      if (households) {
        if (size === 'full') progress(`  ${name}: ${households} households …`);
        await liveIn(desk, households, begun);
      }
      const staffed = { ...places, ...past };
      const staff = await openDemoAccounts(desk, passwordHash, staffOf(code, name, staffed));
      desk.forget();
      await presents[code]?.(desk, staffed);
      return [...office, ...staff];
    });
    await markDemoAccounts(orm, accounts, now);
  }
  progress(demoNotice);
}

/** Towns whose past the demo tells, by their codes; what it tells may have a worker for an account. */
const pasts: Record<string, (desk: Desk, places: DemoPlaces) => Promise<DemoPlaces>> = {
  '310112114': pujiang,
  '310114106': malu,
  '310115120': only(jinqiao),
  '310116112': only(caojing),
  '310120109': only(situan),
};

/** Towns of whose weeks the demo tells, by their codes, once households live there and accounts are open. */
const presents: Record<string, (desk: Desk, places: DemoPlaces) => Promise<void>> = {
  '310112001': deliberateInJiangchuan,
  '310112114': async (desk, places) => {
    await pujiangNow(desk, places);
    desk.forget();
    await remindAtOnce(desk);
  },
};

function only(tell: (desk: Desk) => Promise<void>): (desk: Desk) => Promise<DemoPlaces> {
  return async (desk) => {
    await tell(desk);
    return {};
  };
}

async function lightly(desk: Desk, code: string): Promise<DemoTown> {
  const { units } = await desk.db
    .selectFrom('unit')
    .select((all) => all.fn.countAll<number>().as('units'))
    .where('town_id', '=', desk.town)
    .executeTakeFirstOrThrow();
  return { code, blocks: units, teams: units, buildings: 0 };
}

const nowhere = { unit_id: null, team_id: null, person_id: null };

/** The accounts that every town has. */
function officeOf(code: string, name: string): DemoAccount[] {
  return [
    { name: `admin-${code}`, displayName: `${name}管理员`, role: 'TOWN_ADMINISTRATOR', ...nowhere },
    {
      ...{ name: `party-${code}`, displayName: `${name}社会党委`, role: 'SOCIAL_PARTY_COMMITTEE' as const },
      ...nowhere,
    },
    { name: `auditor-${code}`, displayName: `${name}审计员`, role: 'AUDITOR', ...nowhere },
  ];
}

/** The accounts of those who work in its units and teams. */
function staffOf(code: string, name: string, { officer, worker, lead, member }: DemoPlaces): DemoAccount[] {
  return [
    ...(officer
      ? [{ ...nowhere, ...officer, name: `officer-${code}`, displayName: `${name}干部`, role: 'UNIT_OFFICER' as const }]
      : []),
    ...(worker
      ? [{ ...nowhere, ...worker, name: `worker-${code}`, displayName: `${name}社工`, role: 'SOCIAL_WORKER' as const }]
      : []),
    ...(lead
      ? [{ ...nowhere, ...lead, name: `lead-${code}`, displayName: `${name}组团牵头人`, role: 'TEAM_LEAD' as const }]
      : []),
    ...(member
      ? [
          {
            ...nowhere,
            ...member,
            name: `member-${code}`,
            displayName: `${name}组团成员`,
            role: 'TEAM_MEMBER' as const,
          },
        ]
      : []),
  ];
}

const demoNotice = `
Demo accounts (all people are invented; password of each: ${demoPassword})
  operator              platform operator
  developer             developer of applications, with no office
  district-310112       district office of Minhang; likewise for each of the 16 districts
  admin-310112114       administrator of Pujiang; likewise for each of the 234 towns
  party-310112114       its Social Party Committee; likewise
  auditor-310112114     its auditor; likewise
  officer-310112114     officer of a committee in Pujiang } likewise for 310112001 310114106
  lead-310112114        lead of a team there              } 310115120 310116112 310120104
  member-310112114      member of a team there            } 310120123
  worker-310112114      social worker at a hotline there; likewise for 310114106
A bearer token for one of them:  npm run --silent token -- admin-310112114`;
