import { Migration } from '@mikro-orm/migrations';

/** Requests are given photographs and further households, as steps; photographs that nothing shows can go. */
export class RequestAdditions extends Migration {
  override up(): void {
    this.addSql('alter table "request_event" add column "added" int null');
    this.addSql('alter table "request_event" drop constraint "request_event_step_check"');
    this.addSql(
      `alter table "request_event" add constraint "request_event_step_check" check ("step" in ('RAISE', 'ACCEPT', 'CLASSIFY', 'ESCALATE', 'RETURN', 'REFER', 'NOTE_ANSWER', 'ADD_EVIDENCE', 'ADD_PHOTOS', 'ADD_HOUSEHOLDS', 'HANDLE', 'FOLLOW_UP', 'WITHDRAW'))`,
    );
    // They were told apart by their ids, which are in no order within a millisecond.
    this.addSql('alter table "request_photo" add column "position" int not null default 0');
    this.addSql('alter table "request_photo" alter column "position" drop default');
    this.addSql('create index "request_photo_town_id_photo_id_index" on "request_photo" ("town_id", "photo_id")');
    this.addSql('grant delete on photo to app_town');
  }
}
