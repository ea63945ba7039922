import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Step } from '../enactments/step.ts';
import { restructure } from '../restructurings/restructure.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { timelineOf } from '../units/timeline.ts';
import { settle } from './demo-households.ts';
import { inventedMark } from './invented.ts';

/** A unit that a demo's past opens: the steps name it by its id. */
export interface Opened {
  id: string;
  step: Step;
}

/** A step that opens a unit. */
export function opening(
  kind: 'COMMUNITY' | 'VILLAGE' | 'COMMITTEE' | 'BLOCK',
  name: string,
  parent: string | null,
  overlay: string | null = null,
): Opened {
  const id = newId();
  const step = { verb: 'OPEN' as const, unit: id, ref: id, kind, name, code: null, status: 'ACTIVE' as const };
  return { id, step: { ...step, parent, overlay } };
}

/** Does steps in the desk's town as one restructuring that nobody's account drew up. */
export async function happened(desk: Desk, effectiveOn: string, reason: string, steps: readonly Step[]): Promise<void> {
  const treeVersion = await lockTree(desk);
  const plan = { steps, effectiveOn, origin: 'TOWN' as const, reason, documentNumber: null };
  await restructure(desk, null, treeVersion, plan, ({ message, units }) => `${message} ${units.join()}`);
}

/** The unit of the desk's town that the register knows by a code. */
export async function registered(desk: Desk, code: string): Promise<string> {
  const timeline = await desk.load(timelineOf, desk.town);
  const line = timeline.lines.find(({ versions }) => versions.some((version) => version.state.code === code));
  if (!line) throw new Error(`The register has no ${code}`);
  return line.uuid;
}

/** Places households in blocks of an overlay from a day on. */
export async function place(
  desk: Desk,
  places: readonly { household: string; block: string; head?: string }[],
  from: string,
  overlay: string,
): Promise<void> {
  await desk.db
    .insertInto('household_block')
    .values(
      places.map(({ household, block, head }) => ({
        town_id: desk.town,
        id: newId(),
        household_id: household,
        block_id: block,
        overlay_id: overlay,
        head_id: head ?? null,
        valid_from: from,
        valid_to: null,
        recorded_at: desk.now,
        superseded_at: null,
        restructuring_id: null,
        superseded_by_id: null,
      })),
    )
    .execute();
}

/**
 * Situan 四团镇: the villages 五四 and 七古 became one (published; the day is invented). The register knows 五四 since its
 * edition, the town since long before.
 */
export async function situan(desk: Desk): Promise<void> {
  const wusi = await registered(desk, '310120109231');
  const qigu = opening('VILLAGE', '七古村', null);
  const blocks = ['第1块区', '第2块区'].map((name) => opening('BLOCK', name, qigu.id));
  await happened(desk, '2001-01-01', `五四村、七古村建村${inventedMark}`, [
    { verb: 'BEGIN_EARLIER', unit: wusi },
    qigu.step,
    ...blocks.map((block) => block.step),
  ]);
  await settle(
    desk,
    blocks.map((block) => block.id),
    10,
    '2001-01-01',
  );
  await happened(desk, '2003-07-01', `五四村、七古村合并${inventedMark}`, [
    { verb: 'MERGE', units: [qigu.id], into: wusi, designated: null, officers: 'FOLLOW' },
  ]);
}
