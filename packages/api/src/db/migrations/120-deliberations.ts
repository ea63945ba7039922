import { Migration } from '@mikro-orm/migrations';
import { keepSums } from './keep-sums.ts';
import { makeTables, ofDistrict, protectTables } from './tables-of-towns.ts';

const counted = [
  {
    table: 'deliberation',
    day: 'decided_on',
    measures: { 'deliberation-decided': 'decided_on is not null', 'deliberation-passed': 'passed' },
  },
  {
    table: 'deliberation_objection',
    day: 'raised_on',
    measures: {
      'deliberation-objection': 'not withdrawn',
      'deliberation-objection-answered': 'not withdrawn and answered',
    },
  },
];

const step =
  '"seq" int not null, "step" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "text" text null';
const recorded = '"recorded_at" timestamptz not null, "recorded_by" uuid not null';

/** The tables with their columns beside the town and the id. */
const tables: Readonly<Record<string, string>> = {
  deliberation_rule: '"position" int not null, "version" int not null default 1',
  deliberation_rule_version:
    '"rule_id" uuid not null, "name" text not null, "numerator" int not null, "denominator" int not null, "more_than" boolean not null, "base" text not null, "turnout_numerator" int null, "turnout_denominator" int null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz not null, "recorded_by" uuid null',
  deliberation: `"question" text not null, "description" text not null, "block_id" uuid not null, "electorate" text not null, "rule_id" uuid not null, "rule_version_id" uuid null, "state" text not null, "proposed_on" date not null, "opened_at" timestamptz null, "closes_at" timestamptz null, "decided_on" date null, "passed" boolean null, ${recorded}, "version" int not null default 1`,
  deliberation_request: '"deliberation_id" uuid not null, "request_id" uuid not null',
  deliberation_exception:
    '"deliberation_id" uuid not null, "seq" int not null, "household_id" uuid null, "person_id" uuid null, "votes" boolean not null',
  deliberation_meeting: `"deliberation_id" uuid not null, "kind" text not null, "held_on" date not null, "place" text not null, "present" int not null, "minutes" text not null, ${recorded}`,
  deliberation_evidence: '"meeting_id" uuid not null, "request_id" uuid not null',
  deliberation_event: `"deliberation_id" uuid not null, ${step}, "happened_on" date not null, "voters" int null`,
  deliberation_voter:
    '"deliberation_id" uuid not null, "household_id" uuid null, "person_id" uuid null, "audit_key" uuid not null default gen_random_uuid()',
  deliberation_vote: `"deliberation_id" uuid not null, "voter_id" uuid not null, "choice" text not null, ${recorded}, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_because" text null`,
  deliberation_objection: `"deliberation_id" uuid not null, "vote_id" uuid not null, "text" text not null, "raised_on" date not null, "block_id" uuid not null, "withdrawn" boolean not null, "answered" boolean not null, ${recorded}`,
  deliberation_answer: `"objection_id" uuid not null, "text" text not null, "person_id" uuid not null, "way" text not null, "answered_on" date not null, "reply" text null, "replied_on" date null, ${recorded}`,
};

/** From which table to which the columns of a new one lead. */
const leading: readonly [string, string, string][] = [
  ['deliberation_rule_version', 'rule_id', 'deliberation_rule'],
  ['deliberation', 'block_id', 'unit'],
  ['deliberation', 'rule_id', 'deliberation_rule'],
  ['deliberation', 'rule_version_id', 'deliberation_rule_version'],
  ['deliberation_request', 'deliberation_id', 'deliberation'],
  ['deliberation_request', 'request_id', 'request'],
  ['deliberation_exception', 'deliberation_id', 'deliberation'],
  ['deliberation_exception', 'household_id', 'household'],
  ['deliberation_exception', 'person_id', 'person'],
  ['deliberation_meeting', 'deliberation_id', 'deliberation'],
  ['deliberation_evidence', 'meeting_id', 'deliberation_meeting'],
  ['deliberation_evidence', 'request_id', 'request'],
  ['deliberation_event', 'deliberation_id', 'deliberation'],
  ['deliberation_voter', 'deliberation_id', 'deliberation'],
  ['deliberation_voter', 'household_id', 'household'],
  ['deliberation_voter', 'person_id', 'person'],
  ['deliberation_vote', 'deliberation_id', 'deliberation'],
  ['deliberation_vote', 'voter_id', 'deliberation_voter'],
  ['deliberation_objection', 'deliberation_id', 'deliberation'],
  ['deliberation_objection', 'vote_id', 'deliberation_vote'],
  ['deliberation_objection', 'block_id', 'unit'],
  ['deliberation_answer', 'objection_id', 'deliberation_objection'],
  ['deliberation_answer', 'person_id', 'person'],
];

/** The columns of indexes, and for which rows. */
const indexes: readonly [string, string[], string?][] = [
  ['deliberation', ['proposed_on']],
  ['deliberation', ['block_id']],
  ['deliberation', ['rule_id']],
  ['deliberation', ['rule_version_id']],
  ['deliberation_request', ['request_id']],
  ['deliberation_exception', ['deliberation_id']],
  ['deliberation_exception', ['household_id']],
  ['deliberation_exception', ['person_id']],
  ['deliberation_meeting', ['deliberation_id']],
  ['deliberation_evidence', ['request_id']],
  ['deliberation_voter', ['household_id']],
  ['deliberation_voter', ['person_id']],
  ['deliberation_vote', ['deliberation_id']],
  ['deliberation_vote', ['voter_id']],
  ['deliberation_objection', ['deliberation_id']],
  ['deliberation_objection', ['vote_id']],
  ['deliberation_objection', ['raised_on', 'block_id'], 'not withdrawn'],
  ['deliberation_answer', ['objection_id']],
  ['deliberation_answer', ['person_id']],
];

const uniques: readonly [string, string[]][] = [
  ['deliberation_request', ['deliberation_id', 'request_id']],
  ['deliberation_evidence', ['meeting_id', 'request_id']],
  ['deliberation_event', ['deliberation_id', 'seq']],
];

const state = `"state" in ('PREPARED', 'VOTING', 'CLOSED', 'PASSED', 'REJECTED', 'IN_WORK', 'DONE', 'CALLED_OFF')`;
const onceWhile = (column: string) =>
  `EXCLUDE USING gist (town_id WITH =, ${column} WITH =, daterange(valid_from, valid_to) WITH &&)`;

const constraints: readonly [string, string, string][] = [
  ['deliberation_rule_version', 'forward', 'check (valid_to is null or valid_to >= valid_from)'],
  ['deliberation_rule_version', 'once', onceWhile('rule_id')],
  ['deliberation_rule_version', 'name', onceWhile('name')],
  ['deliberation_rule_version', 'part', 'check (numerator > 0 and numerator <= denominator)'],
  [
    'deliberation_rule_version',
    'turnout',
    'check (num_nonnulls(turnout_numerator, turnout_denominator) in (0, 2) and turnout_numerator > 0 and turnout_numerator <= turnout_denominator)',
  ],
  ['deliberation_rule_version', 'base_check', `check ("base" in ('ALL', 'VOTING'))`],
  ['deliberation', 'electorate_check', `check ("electorate" in ('HOUSEHOLDS', 'PEOPLE'))`],
  ['deliberation', 'state_check', `check (${state})`],
  ['deliberation', 'opened', 'check (num_nonnulls(opened_at, closes_at, rule_version_id) in (0, 3))'],
  ['deliberation', 'forward', 'check (closes_at > opened_at)'],
  ['deliberation', 'decided', 'check (num_nonnulls(decided_on, passed) in (0, 2))'],
  ['deliberation_exception', 'one', 'check (num_nonnulls(household_id, person_id) = 1)'],
  ['deliberation_meeting', 'kind_check', `check ("kind" in ('RESIDENTS', 'PARTY'))`],
  ['deliberation_meeting', 'present', 'check (present > 0)'],
  ['deliberation_event', 'state_check', `check (${state})`],
  [
    'deliberation_event',
    'step_check',
    `check ("step" in ('PROPOSE', 'REVISE', 'ADD_VOTERS', 'LEAVE_OUT', 'MEET', 'OPEN', 'DECIDE', 'BEGIN_WORK', 'REPORT', 'FINISH', 'CHECK', 'CALL_OFF'))`,
  ],
  ['deliberation_voter', 'one', 'check (num_nonnulls(household_id, person_id) = 1)'],
  [
    'deliberation_voter',
    'once',
    'EXCLUDE USING gist (town_id WITH =, deliberation_id WITH =, COALESCE(household_id, person_id) WITH =)',
  ],
  ['deliberation_vote', 'choice_check', `check ("choice" in ('FOR', 'AGAINST', 'ABSTAINED'))`],
  ['deliberation_vote', 'once', 'EXCLUDE USING gist (town_id WITH =, voter_id WITH =) WHERE (withdrawn_at IS NULL)'],
  ['deliberation_vote', 'withdrawn', 'check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3))'],
  ['deliberation_answer', 'way_check', `check ("way" in ('AT_HOME', 'TELEPHONE', 'MEETING', 'IN_WRITING'))`],
  ['deliberation_answer', 'reply_check', `check ("reply" in ('SATISFIED', 'MAINTAINED', 'WITHDRAWN'))`],
  ['deliberation_answer', 'reply', 'check (num_nonnulls(reply, replied_on) in (0, 2))'],
];

/**
 * Deliberations: rules with their versions, who may vote, votes, objections with their answers, meetings and steps. District offices get what
 * counts deliberations and objections.
 */
export class Deliberations extends Migration {
  override up(): void {
    for (const statement of makeTables({ tables, indexes, uniques, constraints, leading })) this.addSql(statement);
    for (const statement of protectTables(Object.keys(tables))) this.addSql(statement);
    for (const { table } of counted) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql('grant update (version) on deliberation_rule to app_town');
    this.addSql('grant update (valid_to) on deliberation_rule_version to app_town');
    this.addSql(
      'grant update (question, description, rule_id, rule_version_id, state, opened_at, closes_at, decided_on, passed, version) on deliberation to app_town',
    );
    this.addSql('grant update (withdrawn_at, withdrawn_by, withdrawn_because) on deliberation_vote to app_town');
    this.addSql('grant update (withdrawn, answered) on deliberation_objection to app_town');
    this.addSql('grant update (reply, replied_on) on deliberation_answer to app_town');
    for (const statement of counted.flatMap(keepSums)) this.addSql(statement);
    this.addSql('grant select (town_id, block_id, decided_on, passed) on deliberation to app_district');
    this.addSql(
      'grant select (town_id, block_id, raised_on, withdrawn, answered) on deliberation_objection to app_district',
    );
  }
}
