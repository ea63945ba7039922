import { holdsIn, reaches } from '../access/reach.ts';
import { noticesOfTeam } from '../notices/notice.rows.ts';
import type { TeamType } from '../teams/team.type.ts';
import { membersOfTeam } from '../teams/team-member.rows.ts';
import { placeOf } from '../units/find-unit.ts';
import type { Related } from './relations.ts';

/** What is read at once of a list of teams as they are today. */
export const relatedOfTeams: Related<TeamType> = {
  relations: { members: membersOfTeam, notices: noticesOfTeam },
  holds: (object): object is TeamType => 'typename' in object && object.typename === 'Team',
  keyOf: ({ uuid, asOf }) => ({ id: uuid, day: asOf }),
  reachOf: async (context, teams) => {
    const [first] = teams;
    if (!first) return undefined;
    const { townId } = first;
    // Teams of another day may stand elsewhere today, and that is where they are within reach.
    if (teams.some((each) => each.townId !== townId || each.asOf !== context.today || each.validTo !== null))
      return undefined;
    const desk = await context.readTown(townId);
    const places = await Promise.all(
      teams.map(({ blockUuid, uuid }) => placeOf(desk, { townId, uuid: blockUuid }, [uuid])),
    );
    return {
      townId,
      reaches: (permission) => {
        if (permission === 'notice:read') return holdsIn(context.signedIn, permission, townId);
        const reached = places.filter((place) => reaches(context.signedIn, permission, place));
        return reached.length === places.length ? true : reached.length === 0 ? false : undefined;
      },
    };
  },
};
