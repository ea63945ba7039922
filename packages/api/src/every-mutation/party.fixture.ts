import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { close } from '../figure-snapshots/figure-snapshot.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization, partyPost } from '../party-organizations/party-organization.fixture.ts';
import { assign, guidanceStation } from '../party-work/party-work.fixture.ts';
import { corrected, report } from '../reported-figures/reported-figure.fixture.ts';

/** Keeps organisations and the Party organisations that cover them. */
export async function keepParty(town: FurnishedTown): Promise<void> {
  const { admin, ids, unit } = town;
  const revising = { organization: ids.Organization, name: '新名', telephone: '13900000000' };
  await admin.do('reviseOrganization', revising, 'organization { id }');
  const [into, other, dissolving] = [
    (await partyOrganization(town, { seat: { unit: unit(0) } })).id,
    (await partyOrganization(town)).id,
    (await partyOrganization(town)).id,
  ];
  const renaming = { partyOrganization: into, name: '甲总支', kind: 'GENERAL_BRANCH' };
  await admin.do('changePartyOrganization', renaming, 'partyOrganization { id }');
  const link = await cover(town, into, ids.Organization, { way: 'BY_AREA' });
  await admin.do('endCoverage', { link, because: '迁出' }, 'link { id }');
  const post = await partyPost(town, into, { person: ids.Person });
  await admin.do('endPartyPost', { post }, 'post { id }');
  const merging = { into, others: [other], because: '合并' };
  await admin.do('mergePartyOrganizations', merging, 'partyOrganization { id }');
  const ending = { partyOrganization: dissolving, because: '无党员' };
  await admin.do('dissolvePartyOrganization', ending, 'partyOrganization { id }');
  const managed = { partyOrganization: into, because: '规模大' };
  const answer = 'organization { id } partyOrganization { id }';
  await admin.do('takeIntoDirectManagement', managed, answer);
  await admin.do('returnToTerritory', managed, answer);
  const { id: closing } = await registerOrganization(town);
  await admin.do('closeOrganization', { organization: closing, because: '注销' }, 'organization { id }');
  const assignment = await assign(town, { unit: unit(0) });
  await admin.do('endWorkAssignment', { assignment }, 'assignment { id }');
  const station = await guidanceStation(town, { name: '社会事务指导站' });
  await admin.do('changeGuidanceStation', { station, host: '社会事务中心' }, 'station { id }');
  await admin.do('closeGuidanceStation', { station }, 'station { id }');
  const snapshot = (await close(town, { length: 'MONTH' })).id;
  await admin.do('reopenPeriod', { snapshot, because: '补录' }, 'snapshot { id }');
  const reported = (await report(town, { page: '第3页' })).id;
  await admin.do('correctReportedFigure', { reportedFigure: reported, ...corrected }, 'reportedFigure { id }');
  await admin.do('withdrawReportedFigure', { reportedFigure: reported, because: '重复' }, 'reportedFigure { id }');
  const alone = (await registerOrganization(town, { partyMembers: 3 })).id;
  const remedies = [{ organization: alone, kind: 'FOUND_BRANCH' }];
  await admin.do('takeRemedies', { town: town.code, remedies }, 'on');
}
