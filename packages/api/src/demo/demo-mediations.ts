import type { Desk } from '../db/door.ts';
import { agreeMediation, checkAgreement } from '../mediations/agree-mediation.ts';
import { beginMediation } from '../mediations/begin-mediation.ts';
import { allPartiesOf } from '../mediations/mediation-parts.ts';
import { recordMediationTalk } from '../mediations/record-mediation-talk.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

const disputes = [
  { matter: '装修噪声影响老人休息', begun: 150, agreed: 140, kept: 100 },
  { matter: '共用走道堆物，邻居通行不便', begun: 60, agreed: 45, kept: null },
  { matter: '楼上空调滴水，楼下衣物受损', begun: 12, agreed: null, kept: null },
] as const;

/** Invented quarrels of neighbours in one unit, by days ago: one that is over, one to be looked at, one under way. */
export async function mediateNeighbours(desk: Desk, unit: string): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 4);
  const ago = (days: number) => dayAgo(desk, days);
  const mediators = [await inventPerson(desk, next), await inventPerson(desk, next)];
  for (const { matter, begun, agreed, kept } of disputes) {
    const uuid = await beginMediation(desk, actor, {
      ...{ subject: await subjectNamed(desk, '邻里纠纷'), unit: globalId('Unit', desk.town, unit) },
      ...{ matter: `${matter}${inventedMark}`, mediators, on: ago(begun) },
      parties: [{ otherName: personName(next) }, { otherName: personName(next) }],
    });
    const mediation = globalId('Mediation', desk.town, uuid);
    const parties = await desk.load(allPartiesOf, { townId: desk.town, uuid });
    const ids = parties.map(({ id }) => id);
    for (const party of ids) {
      const talk = { mediation, parties: [party], said: '听取一方意见，愿意协商', on: ago(begun - 1) };
      await recordMediationTalk(desk, actor, talk);
    }
    if (agreed === null) continue;
    await recordMediationTalk(desk, actor, { mediation, parties: ids, said: '双方各让一步', on: ago(agreed) });
    const agreement = { mediation, agreement: '限期整改，互不追究', checkOn: ago(agreed - 30), on: ago(agreed) };
    await agreeMediation(desk, actor, agreement);
    if (kept !== null) {
      await checkAgreement(desk, actor, { mediation, keeping: 'KEPT', note: '上门看过，已整改', on: ago(kept) });
    }
  }
}
