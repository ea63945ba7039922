import type { Desk } from '../db/door.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { teamRoles } from '../teams/team.entity.ts';
import type { TeamRole } from '../teams/team.type.ts';
import type { PublicBoardType, PublicNumberType } from './public-board.type.ts';

interface BoardRow {
  name: string;
  town: string;
  above: string[];
  promise: string;
}

interface MemberRow {
  team: string;
  name: string;
  role: TeamRole;
  telephone: string | null;
  photo: string | null;
}

interface NoticeRow {
  team: string;
  title: string;
  text: string;
  from: string;
  to: string | null;
}

/** A board as everybody reads it, at the desk of the public of its town; undefined where there is none. Five statements. */
export async function findPublicBoard(desk: Desk, code: string): Promise<PublicBoardType | undefined> {
  const of = 'where town_id = $1 and code = $2';
  const key = [desk.town, code];
  const [board] = await desk.run<BoardRow>(`select name, town, above, promise from published.board ${of}`, key);
  if (!board) return undefined;
  const [teams, members, notices, numbers] = await Promise.all([
    desk.run<{ id: string; name: string }>(`select team_id as id, name from published.team ${of}`, key),
    desk.run<MemberRow>(
      `select team_id as team, name, role, telephone, photo_id as photo from published.member ${of} order by id`,
      key,
    ),
    desk.run<NoticeRow>(
      `select team_id as team, title, text, valid_from::text as "from", valid_to::text as "to" from published.notice ${of} order by valid_from desc, id desc`,
      key,
    ),
    desk.run<PublicNumberType>(
      `select label, telephone from published.number ${of} order by local desc, position, id`,
      key,
    ),
  ]);
  const shown = ({ name, role, telephone, photo }: MemberRow) => ({
    ...{ name, role, telephone },
    photo: photo === null ? null : `/b/${code}/photos/${photo}`,
  });
  return {
    ...{ code, ...board, numbers },
    teams: teams
      .toSorted((one, other) => byPinyin(one.name, other.name))
      .map(({ id, name }) => ({
        name,
        members: members
          .filter(({ team }) => team === id)
          .toSorted((one, other) => teamRoles.indexOf(one.role) - teamRoles.indexOf(other.role))
          .map(shown),
        notices: notices
          .filter(({ team }) => team === id)
          .map(({ title, text, from, to }) => ({ title, text, validFrom: from, validTo: to })),
      })),
  };
}
