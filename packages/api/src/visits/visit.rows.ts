import { personIn } from '../people/person.rows.ts';
import { column, globalIdOf, momentColumn, type Relation, type Rows } from '../related/relations.ts';

const visit: Rows = {
  type: 'Visit',
  fields: {
    id: globalIdOf('Visit'),
    visitedOn: column('visited_on'),
    way: column('way'),
    notedAt: momentColumn('noted_at'),
    recordedAt: momentColumn('recorded_at'),
    withdrawnAt: momentColumn('withdrawn_at'),
    withdrawnReason: column('withdrawn_reason'),
    version: column('version'),
  },
  relations: {
    visitors: {
      rows: personIn('person_id').rows,
      many: true,
      select: (
        owner,
      ) => `select person.* from visit_visitor v join person on person.town_id = v.town_id and person.id = v.person_id
        where v.town_id = ${owner}.town_id and v.version_id = (
          select said.id from visit_version said where said.town_id = ${owner}.town_id and said.visit_id = ${owner}.id
          order by said.number desc limit 1)
        order by person.name, person.id`,
    },
  },
};

/** The last visit to a household that still counts. */
export const lastVisit: Relation = {
  rows: visit,
  many: false,
  permission: 'visit:read',
  select: (
    owner,
  ) => `select * from visit where visit.town_id = ${owner}.town_id and visit.household_id = ${owner}.id and withdrawn_at is null
    order by visited_on desc, noted_at desc, visit.id desc limit 1`,
};
