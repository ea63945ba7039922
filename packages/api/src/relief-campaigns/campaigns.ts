import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { ReliefCampaignType } from './relief-campaign.type.ts';

/** How many campaigns a town has at most. */
const most = 300;

/** What is said of a campaign. */
interface Said {
  name: string;
  firstDay: string;
  lastDay: string;
}

/** Batch of the campaigns of towns, the latest one first. One statement. */
export async function campaignsOf(desk: Desk, towns: readonly number[]): Promise<ReliefCampaignType[][]> {
  const rows = await desk.db
    .selectFrom('relief_campaign')
    .select(['town_id', 'id', 'name', 'first_day', 'last_day', 'version'])
    .where('town_id', 'in', [...towns])
    .orderBy('first_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map(({ id: uuid, name, first_day, last_day, version }) => ({
      ...{ id: globalId('ReliefCampaign', town, uuid), townId: town, uuid, name },
      ...{ firstDay: first_day, lastDay: last_day, version },
    })),
  );
}

/** The campaign that an input or filter names. Errors: NOT_FOUND on `field`. */
export async function getCampaign(desk: Desk, townId: number, id: string, field: string): Promise<ReliefCampaignType> {
  const uuid = requireIdIn(townId, id, 'ReliefCampaign', field);
  const campaign = (await desk.load(campaignsOf, townId)).find((each) => each.uuid === uuid);
  if (!campaign) throw notFound(field);
  return campaign;
}

/** Opens a campaign. Errors: BAD_INPUT or CONFLICT on input.name; BAD_INPUT on input.firstDay or input.lastDay. */
export async function openReliefCampaign(desk: Desk, input: Said): Promise<ReliefCampaignType> {
  await lockSettings(desk);
  const all = await desk.load(campaignsOf, desk.town);
  if (all.length >= most) throw badInput('input.name', 'tooMany', { most });
  const said = read(desk, all, input);
  const uuid = newId();
  await desk.db
    .insertInto('relief_campaign')
    .values({
      town_id: desk.town,
      id: uuid,
      name: said.name,
      first_day: said.firstDay,
      last_day: said.lastDay,
      version: 1,
    })
    .execute();
  return { id: globalId('ReliefCampaign', desk.town, uuid), townId: desk.town, uuid, ...said, version: 1 };
}

/**
 * Says anew what a campaign is called and its days.
 * Errors: NOT_FOUND on input.campaign; CONFLICT on input.expectedVersion, on input.name, or on input.firstDay or input.lastDay where
 * an application would fall out of it; BAD_INPUT on a field.
 */
export async function reviseReliefCampaign(
  desk: Desk,
  input: Said & { campaign: string; expectedVersion?: number | null },
): Promise<ReliefCampaignType> {
  await lockSettings(desk);
  const campaign = await getCampaign(desk, desk.town, input.campaign, 'input.campaign');
  requireVersion(campaign, input.expectedVersion);
  const others = (await desk.load(campaignsOf, desk.town)).filter(({ uuid }) => uuid !== campaign.uuid);
  const said = read(desk, others, input);
  const { first, last } = await desk.db
    .selectFrom('relief_application')
    .select(({ fn }) => [fn.min('applied_on').as('first'), fn.max('applied_on').as('last')])
    .where('town_id', '=', desk.town)
    .where('campaign_id', '=', campaign.uuid)
    .executeTakeFirstOrThrow();
  if (first !== null && said.firstDay > first) throw conflict('reliefCampaignHolds', 'input.firstDay', { first, last });
  if (last !== null && said.lastDay < last) throw conflict('reliefCampaignHolds', 'input.lastDay', { first, last });
  const version = campaign.version + 1;
  await desk.db
    .updateTable('relief_campaign')
    .set({ name: said.name, first_day: said.firstDay, last_day: said.lastDay, version })
    .where('town_id', '=', desk.town)
    .where('id', '=', campaign.uuid)
    .execute();
  return { ...campaign, ...said, version };
}

function read(desk: Desk, others: readonly ReliefCampaignType[], { name: given, firstDay, lastDay }: Said): Said {
  const name = oneLine(given, 'input.name');
  if (others.some((each) => each.name === name)) throw conflict('nameTaken', 'input.name');
  dayOfChange(firstDay, dayOf(desk.now), 'input.firstDay');
  const latest = Temporal.PlainDate.from(firstDay).add({ years: 1 }).toString();
  if (lastDay < firstDay || lastDay > latest) throw badInput('input.lastDay', 'reliefCampaignDays');
  return { name, firstDay, lastDay };
}
