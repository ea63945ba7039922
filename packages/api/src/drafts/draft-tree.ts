import { stateOn } from '../db/versions.ts';
import type { Enactment } from '../enactments/enactment.ts';
import { globalId } from '../schema/global-id.ts';
import type { TreeNodeType } from '../teams/team.type.ts';
import { treeNodes } from '../teams/tree-nodes.ts';
import { TownTree, unitOf } from '../units/town-tree.ts';

/** The tree on the day of an enactment, with what it has opened. */
export function draftTree(townId: number, { timeline, teams, day }: Enactment): TreeNodeType[] {
  const units = [...timeline.on(day)].map(([id, state]) => {
    const { from, to } = timeline.lifeOf(id) ?? { from: day, to: null };
    const overlay_id = timeline.find(id)?.overlayId ?? null;
    return unitOf({ town_id: townId, id, overlay_id, valid_from: from, valid_to: to, version: 0, ...state }, day);
  });
  const standing = [...teams.values()].flatMap(({ uuid, versions }) => {
    const state = stateOn(versions, day);
    return state ? [{ id: globalId('Team', townId, uuid), name: state.name, blockUuid: state.block_id }] : [];
  });
  return treeNodes(new TownTree(townId, day, units), standing);
}
