import type { Kysely } from 'kysely';
import type { Orm } from './orm.ts';

/** Typed SQL on the tables as the entities define them. */
export type Db = Kysely<Tables>;

type Inferred = ReturnType<typeof inferred> extends Kysely<infer Schema> ? Schema : never;
/**
 * Kysely is told of a relation to a tenant's row as a pair (town, id) with a column for each. Here the town's is the
 * row's own `town_id`, and the other holds the id alone.
 */
export type Tables = {
  [Table in keyof Inferred]: {
    [Name in keyof Inferred[Table] as Name extends `${Related}_town_id` ? never : Name]: Column<Inferred[Table][Name]>;
  };
};
type Related =
  | 'about'
  | 'account'
  | 'activity'
  | 'answered_by'
  | 'application'
  | 'begun_visit'
  | 'block'
  | 'board'
  | 'call'
  | 'campaign'
  | 'category'
  | 'check'
  | 'consent'
  | 'export'
  | 'deliberation'
  | 'ended_visit'
  | 'enrolment'
  | 'finding'
  | 'fund'
  | 'head'
  | 'holder'
  | 'hotline'
  | 'household'
  | 'industry'
  | 'item'
  | 'kind'
  | 'led_by'
  | 'mediation'
  | 'meeting'
  | 'objection'
  | 'organization'
  | 'other'
  | 'overlay'
  | 'pairing'
  | 'parent'
  | 'partner'
  | 'party'
  | 'party_organization'
  | 'patrol'
  | 'person'
  | 'petition'
  | 'petitioner'
  | 'photo'
  | 'place'
  | 'predecessor'
  | 'programme'
  | 'project'
  | 'reported_figure'
  | 'redemption'
  | 'request'
  | 'resident'
  | 'restructuring'
  | 'round'
  | 'reverses'
  | 'reward'
  | 'route'
  | 'rule'
  | 'rule_version'
  | 'secretary_at'
  | 'secretary_of'
  | 'series'
  | 'session'
  | 'sign_up'
  | 'since'
  | 'snapshot'
  | 'station'
  | 'squad'
  | 'stop'
  | 'subject'
  | 'successor'
  | 'superseded_by'
  | 'talk'
  | 'team'
  | 'unit'
  | 'version'
  | 'visit'
  | 'voids'
  | 'volunteer'
  | 'vote'
  | 'voter';

type Column<Type> = Extract<Type, readonly unknown[]> extends never ? Type : Listed<Type>;
/** A pair with the town's number is a relation; a list of texts is a column of an array. */
type Listed<Type> = number extends Extract<Type, readonly unknown[]>[number] ? string | Extract<Type, null> : Type;

function inferred(em: Orm['em']) {
  return em.getKysely();
}
