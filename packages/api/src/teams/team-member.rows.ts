import { partnerIn, personIn } from '../people/person.rows.ts';
import { column, globalIdOf, type Relation } from '../related/relations.ts';
import { teamRoles } from './team.entity.ts';

/** Who is in a team on a day, the lead first. */
export const membersOfTeam: Relation = {
  rows: {
    type: 'TeamMember',
    fields: {
      id: globalIdOf('TeamMember'),
      role: column('role'),
      validFrom: column('valid_from'),
      validTo: column('valid_to'),
    },
    relations: { person: personIn('person_id'), partner: partnerIn('partner_id') },
  },
  many: true,
  permission: 'person:read',
  select: (owner, { asOf }) =>
    asOf == null
      ? `select * from team_member m where m.town_id = ${owner}.town_id and m.team_id = ${owner}.id
          and m.valid_from <= ${owner}.day and (m.valid_to is null or m.valid_to > ${owner}.day)
        order by array_position(array[${teamRoles.map((role) => `'${role}'`).join(', ')}], m.role), m.valid_from, m.id`
      : undefined,
};
