import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { raiseInspectionFinding } from '../inspections/finding-steps.ts';
import { findingsOfChecks } from '../inspections/inspection-finding-rows.ts';
import type { FindingKind } from '../inspections/inspection-terms.ts';
import { openInspectionPlace } from '../inspections/keep-places.ts';
import { formInspectionSquad } from '../inspections/keep-squads.ts';
import { recordInspectionRound } from '../inspections/record-round.ts';
import { saidOfVersions } from '../inspections/round-parts.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, repeatable } from './invented.ts';

/** An invented round: which squad, how many days ago, at which places, and what was found at the first of them. */
interface DemoRound {
  squad: 0 | 1;
  ago: number;
  at: readonly number[];
  found?: { kind: FindingKind; text: string; mended?: string; requestAbout?: string };
}

/** The last is checked by nobody yet. */
const cafes = ['蓝天网吧', '飞跃网吧', '星河网吧', '新时空网吧', '小鱼游戏厅', '远航网吧'];

const rounds: readonly DemoRound[] = [
  { squad: 0, ago: 40, at: [0, 1, 2] },
  {
    ...{ squad: 1, ago: 36, at: [3, 4] },
    found: { kind: 'IDENTITY', text: '前台未核对身份证', mended: '当场补登记' },
  },
  { squad: 0, ago: 26, at: [0, 1, 2], found: { kind: 'MINORS', text: '有未成年人上网', mended: '当场劝离' } },
  {
    ...{ squad: 1, ago: 22, at: [4, 3] },
    found: { kind: 'FIRE_SAFETY', text: '安全出口上锁', requestAbout: '治安' },
  },
  { squad: 0, ago: 12, at: [2, 0, 1], found: { kind: 'HOURS', text: '零点后仍有顾客' } },
  { squad: 1, ago: 5, at: [3, 4] },
];

/**
 * Squads of invented supervisors that inspect the internet cafes of a unit, as Yuepu 月浦镇 has them do all summer, with their rounds of
 * the last weeks.
 */
export async function inspectDemoCafes(desk: Desk, unit: string): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 71);
  const from = dayAgo(desk, 60);
  const squads: { id: string; people: string[] }[] = [];
  for (const name of ['网吧督查一组', '网吧督查二组']) {
    const people = [await inventPerson(desk, next), await inventPerson(desk, next), await inventPerson(desk, next)];
    const [head = '', ...members] = people;
    const forming = { town: '', name: `${name}${inventedMark}`, head, members, from };
    const uuid = await formInspectionSquad(desk, actor, forming);
    squads.push({ id: globalId('InspectionSquad', desk.town, uuid), people });
  }
  const places: string[] = [];
  for (const [index, name] of cafes.entries()) {
    const kind = name.endsWith('网吧') ? ('INTERNET_CAFE' as const) : ('GAME_ARCADE' as const);
    const opening = {
      unit: globalId('Unit', desk.town, unit),
      kind,
      name,
      address: `浦星公路 ${index * 20 + 1} 号`,
      from,
    };
    places.push(globalId('InspectionPlace', desk.town, await openInspectionPlace(desk, actor, opening)));
  }
  for (const { squad, ago, at, found } of rounds) {
    const { id, people } = squads[squad] ?? { id: '', people: [] };
    const checks = at.map((index, position) => ({
      place: places[index] ?? '',
      ...(found && position === 0
        ? { findings: [{ kind: found.kind, text: `${found.text}${inventedMark}`, mended: found.mended ?? null }] }
        : { nothingFound: true }),
    }));
    const round = await recordInspectionRound(desk, actor, { squad: id, on: dayAgo(desk, ago), people, checks });
    if (found?.requestAbout !== undefined) await raiseFrom(desk, actor, round.versionUuid, found.requestAbout);
  }
}

/** Raises what a round found as a request, on its day. */
async function raiseFrom(desk: Desk, actor: Actor, version: string, about: string): Promise<void> {
  const [said] = await desk.load(saidOfVersions, { townId: desk.town, uuid: version });
  const [finding] = said ? await desk.load(findingsOfChecks, { townId: desk.town, uuid: said.check.uuid }) : [];
  if (!finding) throw new Error('The round found nothing');
  const subject = await subjectNamed(desk, about);
  await raiseInspectionFinding(desk, actor, { finding: finding.id, request: { subject }, on: finding.inspectedOn });
}
