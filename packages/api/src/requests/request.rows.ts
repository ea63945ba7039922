import { openStates } from '../handling/transitions.ts';
import { personIn } from '../people/person.rows.ts';
import { column, globalIdOf, momentColumn, type Relation, type Rows } from '../related/relations.ts';

const subject: Rows = {
  type: 'RequestSubject',
  fields: { id: globalIdOf('RequestSubject'), name: column('name'), endedOn: column('ended_on') },
};

const isOpen = (row: string) => `${row}.state in (${openStates.map((state) => `'${state}'`).join(', ')})`;

const request: Rows = {
  type: 'Request',
  fields: {
    id: globalIdOf('Request'),
    number: (row) => `'R' || ${row}.year || '-' || repeat('0', 6 - length(${row}.number::text)) || ${row}.number`,
    source: column('source'),
    handlingClass: column('handling_class'),
    state: column('state'),
    level: column('level'),
    raisedOn: column('raised_on'),
    recordedAt: momentColumn('recorded_at'),
    reportedInTime: column('reported_in_time'),
    dueOn: column('due_on'),
    handledOn: column('handled_on'),
    satisfaction: column('satisfaction'),
    version: column('version'),
    overdue: (row) => `(${isOpen(row)} and ${row}.due_on < owner.today)`,
  },
  relations: {
    subject: {
      rows: subject,
      many: false,
      select: (owner) =>
        `select * from request_subject s where s.town_id = ${owner}.town_id and s.id = ${owner}.subject_id`,
    },
    holder: personIn('holder_id'),
  },
};

/**
 * The requests that concern a household. Its own, and those about a place, are seen where it stands; one of another household
 * only where that stands, which is for the resolvers to find out.
 */
export const requestsOfHousehold: Relation = {
  rows: request,
  many: true,
  permission: 'request:read',
  select: (
    owner,
    { open },
  ) => `select r.* from request_household c join request r on r.town_id = c.town_id and r.id = c.request_id
    where c.town_id = ${owner}.town_id and c.household_id = ${owner}.id
      ${open === true ? `and ${isOpen('r')}` : open === false ? `and not ${isOpen('r')}` : ''}
    order by r.raised_on desc, r.id desc`,
  isInDoubt: (
    owner,
  ) => `exists (select from request_household c join request r on r.town_id = c.town_id and r.id = c.request_id
    where c.town_id = ${owner}.town_id and c.household_id = ${owner}.id and r.household_id <> ${owner}.id)`,
};
