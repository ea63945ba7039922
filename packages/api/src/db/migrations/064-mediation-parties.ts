import { Migration } from '@mikro-orm/migrations';

/** Parties come into a mediation and leave it with a step. Those that there are came with the first. */
export class MediationParties extends Migration {
  override up(): void {
    this.addSql('alter table "mediation_party" add column "joined_seq" int not null default 1');
    this.addSql('alter table "mediation_party" alter column "joined_seq" drop default');
    this.addSql('alter table "mediation_party" add column "left_seq" int null');
    this.addSql('alter table "mediation_event" drop constraint "mediation_event_step_check"');
    this.addSql(
      `alter table "mediation_event" add constraint "mediation_event_step_check" check ("step" in ('BEGIN', 'NAME_MEDIATORS', 'ADD_PARTIES', 'RELEASE_PARTIES', 'TALK', 'AGREE', 'END', 'CHECK', 'RESUME'))`,
    );
    this.addSql('grant update (left_seq) on mediation_party to app_town');
  }
}
