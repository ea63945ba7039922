import type { Desk } from '../db/door.ts';
import { beginPairing } from '../pairings/begin-pairing.ts';
import { householdsCalledFor } from '../pairings/called-for.ts';
import { endPairing, revisePairing } from '../pairings/change-pairing.ts';
import { kindNear, pairingKindsOf } from '../pairings/kind-rows.ts';
import { recordPairingContact } from '../pairings/record-contact.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, repeatable } from './invented.ts';

/** An invented pairing: for which kind, what is agreed, since how many days, and the contacts, by days ago. */
interface DemoPairing {
  kind: string;
  service: string;
  every: number;
  ago: number;
  contacts: readonly (readonly [number, VisitWay, string])[];
  /** What was agreed later, and since when. */
  revised?: readonly [number, string];
  ended?: number;
}

/** Of each of the six kinds; the second is overdue, and one is over. */
const pairings: readonly DemoPairing[] = [
  {
    ...{
      kind: '独居',
      service: '每周上门一次，代买米油',
      every: 7,
      ago: 28,
      revised: [14, '每周上门两次，代买米油、理发'],
    },
    contacts: [
      [21, 'AT_HOME', '送去米油，检查了煤气'],
      [13, 'TELEPHONE', '天冷，提醒添衣'],
      [3, 'AT_HOME', '理发，修好水龙头'],
    ],
  },
  {
    kind: '高龄',
    service: '每两周陪聊，陪同办事',
    every: 14,
    ago: 27,
    contacts: [[25, 'AT_HOME', '认门，留下联系卡']],
  },
  {
    ...{ kind: '贫病', service: '陪同就医，代配药', every: 14, ago: 26 },
    contacts: [
      [20, 'APPOINTMENT', '陪同去医院'],
      [7, 'AT_HOME', '送药上门'],
    ],
  },
  { kind: '残疾', service: '代办手续，陪同外出', every: 30, ago: 22, contacts: [[12, 'AT_HOME', '代办了补贴申请']] },
  {
    ...{ kind: '下岗失业', service: '介绍岗位，陪同面试', every: 14, ago: 25, ended: 5 },
    contacts: [[9, 'TELEPHONE', '推荐了物业岗位，已录用']],
  },
  { kind: '突遭不幸', service: '联系救助，上门疏导', every: 7, ago: 18, contacts: [[4, 'AT_HOME', '送去慰问品']] },
];

/**
 * Invented pairings of these weeks with some of the households of a block, those first that ought to have one: of Party members, and of the lead
 * of its team, who is so paired as an officer.
 */
export async function pairInDemo(desk: Desk, households: readonly string[], lead: string): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 83);
  const kinds = await desk.load(pairingKindsOf, desk.town);
  const called = await desk.load(householdsCalledFor, { townId: desk.town, on: dayAgo(desk, 0) });
  for (const [index, { kind: name, service, every, ago, contacts, revised, ended }] of pairings.entries()) {
    const kind = kinds.find((each) => kindNear(each, dayOf(desk.now)).name === name);
    if (!kind) throw new Error(`Pujiang has no kind of pairing ${name}`);
    const fits = called.find(({ household, kinds: asked }) => households.includes(household) && asked.has(kind.uuid));
    const household = fits?.household ?? households[index % households.length] ?? '';
    const partner =
      index === 0
        ? ({ person: globalId('Person', desk.town, lead), capacity: 'OFFICER' } as const)
        : ({ person: await inventPerson(desk, next), capacity: 'PARTY_MEMBER' } as const);
    const agreed = { service: `${service}${inventedMark}`, contactEveryDays: every, telephone: '021-50800000' };
    const uuid = await beginPairing(desk, actor, {
      ...{ household: globalId('Household', desk.town, household), pairingKind: kind.id, ...partner },
      ...{ agreesToBeNamed: true, ...agreed, from: dayAgo(desk, ago) },
    });
    const pairing = globalId('Pairing', desk.town, uuid);
    for (const [day, way, done] of contacts) {
      await recordPairingContact(desk, actor, { pairing, on: dayAgo(desk, day), way, done: `${done}${inventedMark}` });
    }
    if (revised) {
      const [day, later] = revised;
      const from = dayAgo(desk, day);
      await revisePairing(desk, actor, { pairing, ...agreed, service: `${later}${inventedMark}`, from });
    }
    if (ended !== undefined)
      await endPairing(desk, actor, { pairing, reason: 'NO_LONGER_NEEDED', on: dayAgo(desk, ended) });
  }
}
