import type { TestTown } from '../../test/platform.ts';
import { contestOf } from '../contests/contest.fixture.ts';
import { enrol, opened } from '../programmes/programme.fixture.ts';
import { applied, campaign, granted, reliefHands } from '../relief/relief.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';

/** A programme of which each comes to one session, open, and a resident who is to come. */
export async function furnishedProgramme(town: TestTown, resident: string, category: string) {
  const { id, sessions } = await opened(town, { oneSession: true, categories: [category] }, [
    '2027-03-01',
    '2027-03-02',
  ]);
  const [made] = await enrol(town.admin, id, [resident], { session: sessions[0] });
  const given = { programme: id, goods: '大米 50 袋' };
  const { programme } = await town.admin.do('recordProgrammeGift', given, 'programme { gifts { id } }');
  return {
    ...{ Programme: id, ProgrammeSession: named(sessions[0]), ProgrammeEnrolment: named(made?.id) },
    ProgrammeGift: named(programme.gifts[0]?.id),
    ...(await furnishedContest(town)),
  };
}

/** A contest between teams that is open, with a team and the final, which is over. */
async function furnishedContest(town: TestTown) {
  const { team, round } = await contestOf(town);
  await town.admin.do('recordContestScores', { round, scores: [{ team, score: 9 }] }, 'programme { id }');
  return { ContestTeam: team, ContestRound: round };
}

/** A fund, an application that waits, and a grant of another one that is not paid. */
export async function furnishedRelief(town: TestTown, household: string) {
  const { id: money } = await fund(town);
  const { id } = await applied(town, household);
  const other = await granted(town, await reliefHands(town), household, [{ fund: money, amount: '1' }]);
  const query = 'query($id: ID!) { reliefApplication(id: $id) { grants { id } } }';
  const [grant] = (await town.admin.ask(query, { id: other })).reliefApplication.grants;
  const ReliefCampaign = (await campaign(town)).id;
  return { ReliefCampaign, ReliefFund: money, ReliefApplication: id, ReliefGrant: grant.id };
}

/** An id that must be there. */
export function named(id: string | undefined): string {
  if (id === undefined) throw new Error('It is not on the list');
  return id;
}
