import { column, globalIdOf, momentColumn, type Relation } from '../related/relations.ts';

/** The notices that a team shows on a day, the newest first. */
export const noticesOfTeam: Relation = {
  rows: {
    type: 'Notice',
    fields: {
      id: globalIdOf('Notice'),
      title: column('title'),
      text: column('text'),
      validFrom: column('valid_from'),
      validTo: column('valid_to'),
      postedAt: momentColumn('posted_at'),
    },
  },
  many: true,
  permission: 'notice:read',
  select: (owner, { asOf }) =>
    asOf == null
      ? `select * from notice n where n.town_id = ${owner}.town_id and n.team_id = ${owner}.id
          and n.valid_from <= ${owner}.day and (n.valid_to is null or n.valid_to > ${owner}.day)
        order by n.valid_from desc, n.id desc`
      : undefined,
};
