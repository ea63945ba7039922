import { column, globalIdOf, type Relation, type Rows } from '../related/relations.ts';

const person: Rows = { type: 'Person', fields: { id: globalIdOf('Person'), name: column('name') } };
const partner: Rows = { type: 'Partner', fields: { id: globalIdOf('Partner'), name: column('name') } };

/** The person, or the partner organisation, that a column of a row names. */
export const personIn = (name: string): Relation => named(person, 'person', name);
export const partnerIn = (name: string): Relation => named(partner, 'partner', name);

function named(rows: Rows, table: string, name: string): Relation {
  return {
    rows,
    many: false,
    select: (owner) =>
      `select * from ${table} named where named.town_id = ${owner}.town_id and named.id = ${owner}.${name}`,
  };
}
