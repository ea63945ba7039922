import { fewestJoint } from '../coverage/coverage-rules.ts';
import { linksOfTowns } from '../coverage/link-rows.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, stateOn } from '../db/versions.ts';
import { organizationOf, organizationsOfTowns } from '../organizations/organization-rows.ts';
import { secretaryOn } from '../party-organizations/holders.ts';
import { inTreeOrder } from '../party-organizations/party-organization-rows.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { establishing } from '../standings/standing-of.ts';
import type { TreeKey } from '../units/town-tree.ts';
import type { PartyFindingRule, PartyFindingType } from './party-finding.type.ts';

/** Members of the Party with whom a branch can be set up. Source: 中国共产党章程, art. 30. */
const enoughMembers = 3;

/**
 * What is incomplete in the Party's organisations of a town on a day, in the order of their tree, then organisations without a branch, by
 * name. A number of statements that does not grow with them.
 */
export async function findInParty(desk: Desk, { townId, asOf }: TreeKey): Promise<PartyFindingType[]> {
  const [tree, all] = await Promise.all([desk.load(partyTreesOf, townId), desk.load(linksOfTowns, townId)]);
  const links = all.filter((link) => holdsOn(link, asOf));
  const joint = Map.groupBy(
    links.filter(({ way }) => way === 'JOINT'),
    ({ party }) => party,
  );
  const parties = inTreeOrder(tree, townId, asOf);
  const secretaries = await Promise.all(parties.map(({ uuid }) => secretaryOn(desk, { townId, uuid, asOf })));
  const standing = (await desk.load(organizationsOfTowns, townId)).filter(({ versions }) => stateOn(versions, asOf));
  const there = new Set(standing.map(({ uuid }) => uuid));
  const ofParties = parties.flatMap((partyOrganization, index): PartyFindingType[] => {
    const { uuid, form, kind, organizationUuid: seat } = partyOrganization;
    const rules: PartyFindingRule[] = [];
    if (form === 'JOINT' && (joint.get(uuid)?.length ?? 0) < fewestJoint) rules.push('JOINT_COVERS_TOO_FEW');
    if (seat !== null && !there.has(seat)) rules.push('SEAT_CLOSED');
    if (kind !== 'GROUP' && !secretaries[index]) rules.push('WITHOUT_SECRETARY');
    return rules.map((rule) => ({ rule, partyOrganization, organization: null }));
  });
  const established = new Set(links.filter(({ way }) => establishing.has(way)).map((link) => link.organization));
  const ofOrganizations = standing
    .map((line) => organizationOf(line, asOf))
    .filter(({ uuid, partyMembers }) => partyMembers >= enoughMembers && !established.has(uuid))
    .sort((a, b) => byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1))
    .map(
      (organization): PartyFindingType => ({
        rule: 'MEMBERS_WITHOUT_BRANCH',
        partyOrganization: null,
        organization,
      }),
    );
  return [...ofParties, ...ofOrganizations];
}
