import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { teamVersionRow } from '../teams/form-team.ts';
import { timelineOf } from '../units/timeline.ts';
import { settle } from './demo-households.ts';
import { mediateNeighbours } from './demo-mediations.ts';
import { happened, opening } from './demo-past.ts';
import { petitionBaiyin, receivePetitions } from './demo-petitions.ts';
import type { DemoPlaces } from './demo-tree.ts';
import { visitHouseholds } from './demo-visits.ts';
import { answerYulan } from './demo-yulan.ts';
import { inventedMark } from './invented.ts';

/** The day on which the demo's Malu begins, and the day of its communities (published: the end of 2013). */
const begun = '2005-01-01';
const communitiesDay = '2013-12-31';

/** Households in each block of before. */
const householdsEach = 20;

/** Malu's communities: four whose names are published, two invented, each with what the register's names say of it. */
const communities = [
  { name: '白银社区', of: /白银|云谷|云屏|康丰/ },
  { name: '育兰社区', of: /育兰|育苑|天马|沥苑/ },
  { name: '马陆社区', of: /马陆|彭赵|樊家|李家|陈村/ },
  { name: '希望社区', of: /希望|合作|北管|包桥/ },
  { name: `仓新社区${inventedMark}`, of: /仓|崇|嘉新|立新|大裕/ },
  { name: `戬浜社区${inventedMark}`, of: /./ },
] as const;

/** Which of the four villages and six committees of before went into which community. */
const predecessors = [
  ['COMMITTEE', '白银居委', 0],
  ['COMMITTEE', '双丁居委', 0],
  ['COMMITTEE', '育兰居委', 1],
  ['COMMITTEE', '天马居委', 1],
  ['VILLAGE', '马陆村', 2],
  ['COMMITTEE', '马陆居委', 2],
  ['VILLAGE', '希望村', 3],
  ['VILLAGE', '仓场村', 4],
  ['COMMITTEE', '嘉新居委', 4],
  ['VILLAGE', '戬浜村', 5],
] as const;

/**
 * Malu 马陆镇: 4 villages and 6 committees became 6 communities at the end of 2013 (published; which they were is
 * invented), with their blocks, teams, households and visits; the villages and committees of the register's edition
 * stand under them.
 */
export async function malu(desk: Desk): Promise<DemoPlaces> {
  const timeline = await desk.load(timelineOf, desk.town);
  const listed = timeline.lines.filter(({ versions }) => versions[0]?.state.code);
  const edition = listed[0]?.versions[0]?.from ?? '';

  const old = predecessors.map(([kind, name]) => opening(kind, `${name}${inventedMark}`, null));
  const blocks = old.flatMap((unit) => ['东块', '西块'].map((name) => opening('BLOCK', name, unit.id)));
  await happened(
    desk,
    begun,
    `示例数据${inventedMark}`,
    [...old, ...blocks].map((unit) => unit.step),
  );
  await formTeams(
    desk,
    blocks.map((block) => block.id),
  );
  const households = await settle(
    desk,
    blocks.map((block) => block.id),
    householdsEach,
    begun,
  );
  await visitHouseholds(
    desk,
    visitsIn(
      households,
      blocks.map((block) => block.id),
    ),
  );

  const opened = communities.map(({ name }) => opening('COMMUNITY', name, null));
  await happened(desk, communitiesDay, '镇管社区：4个村、6个居委会组成6个社区', [
    ...opened.map((community) => community.step),
    ...opened.map(({ id }, index) => ({
      verb: 'MERGE' as const,
      units: old.filter((_, each) => predecessors[each]?.[2] === index).map((unit) => unit.id),
      into: id,
      designated: null,
      officers: 'FOLLOW' as const,
    })),
  ]);
  const placed = listed.map(({ uuid, versions }) => ({
    uuid,
    community: communities.findIndex(({ of }) => of.test(versions[0]?.state.name ?? '')),
  }));
  await happened(
    desk,
    edition,
    '区划代码版所列村、居委会归入各社区',
    opened.map(({ id }, index) => ({
      verb: 'MOVE' as const,
      units: placed.filter(({ community }) => community === index).map(({ uuid }) => uuid),
      parent: id,
    })),
  );
  // The hotline is Yulan's; what it was called about before belonged to its predecessor.
  const yulan = predecessors.findIndex(([, name]) => name === '育兰居委');
  const called = blocks.slice(yulan * 2, yulan * 2 + 2).map(({ id }) => id);
  desk.forget();
  const communityOf = (name: string) => opened[communities.findIndex((each) => each.name === name)]?.id ?? '';
  const worker = await answerYulan(
    desk,
    { before: old[yulan]?.id ?? '', community: communityOf('育兰社区'), begun },
    households
      .map((household, index) => ({ household, block: blocks[Math.floor(index / householdsEach)]?.id ?? '' }))
      .filter(({ block }) => called.includes(block)),
  );
  await mediateNeighbours(desk, communityOf('白银社区'));
  const holder = await petitionBaiyin(desk, communityOf('白银社区'));
  await receivePetitions(desk, holder, [
    { subject: '违法建筑', unit: null, matter: '屋顶加建挡光，多次反映未拆', received: 90, accepted: 80 },
    { subject: '噪声', unit: communityOf('白银社区'), matter: '底楼商铺早市噪声扰民', received: 40, accepted: 33 },
    { subject: '停车', unit: communityOf('育兰社区'), matter: '夜间消防通道被占，请划线管理', received: 4 },
  ]);
  return { worker };
}

async function formTeams(desk: Desk, blocks: readonly string[]): Promise<void> {
  const teams = blocks.map((block) => ({ id: newId(), block }));
  await desk.db
    .insertInto('team')
    .values(teams.map(({ id }) => ({ town_id: desk.town, id, valid_from: begun, valid_to: null, version: 1 })))
    .execute();
  await desk.db
    .insertInto('team_version')
    .values(teams.map(({ id, block }) => teamVersionRow(desk, id, block, '组团', begun, null)))
    .execute();
}

/** Two visits to every household in 2013, before the communities, and one in 2014. */
function visitsIn(households: readonly string[], blocks: readonly string[]): Parameters<typeof visitHouseholds>[1] {
  return households.flatMap((household, index) => {
    const block = blocks[Math.floor(index / (households.length / blocks.length))];
    const month = String((index % 12) + 1).padStart(2, '0');
    const days = [`2013-${month}-10`, `2013-${month}-20`, `2014-${month}-15`];
    return block === undefined ? [] : days.map((visitedOn) => ({ household, block, visitedOn }));
  });
}
