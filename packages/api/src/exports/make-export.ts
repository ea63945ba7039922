import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';
import type { PersonalField } from '../access/personal-fields.ts';
import type { Purpose } from '../audit/purpose.ts';
import { addReading } from '../audit/write-readings.ts';
import { atDesk, type Desk, type Opening } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Orm } from '../db/orm.ts';
import { globalId } from '../schema/global-id.ts';
import type { CountOfType } from './export.entity.ts';
import { ExportContext } from './export-context.ts';
import { ExportFault } from './export-fault.ts';
import { ExportFile, keepPart } from './export-file.ts';
import { Collected, digestOf, Earlier, keyBytes, keyOf } from './fingerprints.ts';
import { expireOlder } from './forget-exports.ts';
import type { AskedOfRecords } from './read-fragments.ts';
import type { RecordTypeName } from './record-types.ts';
import { type Attempt, noteProgress } from './settle-export.ts';
import { Records, type WalkedRecord } from './walk-records.ts';

/** How often it is noted how far an export has come, and asked whether it is to go on, in milliseconds. */
const every = 2000;
/** The most bytes that a file has. */
const largest = 1024 ** 3;
/** The longest that one reads, in milliseconds: PostgreSQL keeps for it meanwhile what others delete. */
const longest = 60 * 60_000;

/** What an export is made of. */
export interface Making {
  orm: Orm;
  /** Connections for what takes long. */
  lent: Opening;
  town: number;
  attempt: Attempt;
  actor: Actor;
  asked: AskedOfRecords;
  purpose: Purpose | undefined;
  since: string | null;
  stopping: AbortSignal;
}

/**
 * Makes one export, all of one moment, of which it answers as operations do. Rejects with ExportOver where it is to go no further, and with
 * ExportFault where it cannot be made.
 */
export async function makeExport(making: Making): Promise<void> {
  const ctx = new ExportContext(making.orm, making.lent, new Date(), making.actor);
  ctx.personalReadings.begin(`export ${making.attempt.export}`, making.purpose);
  try {
    await new ExportInTheMaking(making, ctx).make();
  } finally {
    await ctx.end();
  }
}

class ExportInTheMaking {
  readonly #making: Making;
  readonly #ctx: ExportContext;
  readonly #records: Records;
  readonly #file = new ExportFile();
  readonly #counts: CountOfType[] = [];
  readonly #fingerprints = new Map<RecordTypeName, Buffer>();
  readonly #read = { fields: new Set<PersonalField>(), subjects: new Set<string>() };
  #noted = performance.now();

  constructor(making: Making, ctx: ExportContext) {
    this.#making = making;
    this.#ctx = ctx;
    this.#records = new Records(ctx, making.asked);
  }

  async make(): Promise<void> {
    const desk = await this.#ctx.readTown(this.#making.town);
    await this.#write((writing) =>
      noteProgress(writing, this.#making.attempt, this.#progress(), { as_of: this.#ctx.now }),
    );
    for (const type of this.#making.asked.types) await this.#makeType(desk, type);
    await this.#keepFile(true);
    await this.#write((writing) => this.#finish(writing));
  }

  async #makeType(desk: Desk, type: RecordTypeName): Promise<void> {
    const count = { type, records: 0, gone: 0 };
    this.#counts.push(count);
    const earlier = new Earlier(await fingerprintsOf(desk, this.#making.since, type));
    const fingerprints = new Collected();
    const isGone = (keys: Iterable<Buffer>) => {
      for (const key of keys) {
        this.#file.add(lineOf(type, globalId(type, desk.town, keyOf(key)), 'null'));
        count.gone++;
      }
    };
    let began = performance.now();
    for await (const records of this.#records.walk(desk, type)) {
      const changed: WalkedRecord[] = [];
      for (const record of records) {
        const [key, digest] = [keyBytes(record.key), digestOf(record.text)];
        fingerprints.add(key, digest);
        isGone(earlier.passTo(key));
        if (earlier.has(key, digest)) continue;
        changed.push(record);
        this.#file.add(lineOf(type, record.id, record.text));
      }
      count.records += changed.length;
      await this.#noteReading(type, records, changed);
      await this.#keepFile();
      // Half of a core at the most, so that whoever else asks this process is answered.
      await pause(performance.now() - began);
      began = performance.now();
    }
    isGone(earlier.passTo());
    this.#fingerprints.set(type, fingerprints.content);
  }

  /** Notes of whom personal data were handed out. Who is as before is not handed out, and whose record changed is found by asking for those alone. */
  async #noteReading(
    type: RecordTypeName,
    all: readonly WalkedRecord[],
    handedOut: readonly WalkedRecord[],
  ): Promise<void> {
    const noted = this.#ctx.personalReadings;
    if (handedOut.length < all.length) {
      noted.take();
      await this.#records.answer(
        type,
        handedOut.map(({ node }) => node),
      );
    }
    for (const { fields, subjects } of noted.take()) {
      for (const field of fields) this.#read.fields.add(field);
      for (const subject of subjects) this.#read.subjects.add(subject);
    }
  }

  /** Keeps what of the file is enough for a part, or all of it, and now and then how far it has come. */
  async #keepFile(isLast = false): Promise<void> {
    if (this.#making.stopping.aborted) throw new Error('The process stops before the export is made');
    if (this.#file.size > largest || performance.now() - this.#began > longest)
      throw new ExportFault('LIMIT_EXCEEDED', null);
    const isDue = performance.now() - this.#noted > every;
    if (!isLast && !isDue && !this.#file.isFull) return;
    const part = isLast || this.#file.isFull ? await this.#file.cut() : undefined;
    await this.#write(async (desk) => {
      await noteProgress(desk, this.#making.attempt, this.#progress());
      if (part) await keepPart(desk, this.#making.attempt.export, part);
    });
    this.#noted = performance.now();
  }

  readonly #began = performance.now();

  #progress() {
    return { counts: this.#counts, size: this.#file.size, points: this.#records.tally.used };
  }

  async #finish(desk: Desk): Promise<void> {
    const { attempt, actor, purpose } = this.#making;
    const ready = { state: 'READY', ended_at: desk.now, sha256: this.#file.sha256() } as const;
    await noteProgress(desk, attempt, this.#progress(), ready);
    for (const [type, content] of this.#fingerprints) {
      await desk.db
        .insertInto('export_fingerprints')
        .values({ town_id: desk.town, id: newId(), export_id: attempt.export, type, content })
        .execute();
    }
    if (this.#read.fields.size > 0) {
      const [fields, subjects] = [[...this.#read.fields].sort(), [...this.#read.subjects].sort()];
      await addReading(desk, {
        operation: this.#ctx.personalReadings.operation,
        purpose,
        accountId: actor.accountId,
        // It acts for itself, and is the account.
        applicationId: null,
        fields,
        subjects,
      });
    }
    await expireOlder(desk, attempt.export);
  }

  #write(work: (desk: Desk) => Promise<void>): Promise<void> {
    const { lent, town } = this.#making;
    return atDesk(lent, { role: 'app_town', town }, new Date(), 'write', work);
  }
}

/** A line of the file: the record, or null where it is there no more. */
function lineOf(type: string, id: string, record: string): string {
  return `{"type":"${type}","id":"${id}","record":${record}}`;
}

async function fingerprintsOf(desk: Desk, since: string | null, type: string): Promise<Buffer | undefined> {
  if (since === null) return undefined;
  const kept = await desk.db
    .selectFrom('export_fingerprints')
    .select('content')
    .where('town_id', '=', desk.town)
    .where('export_id', '=', since)
    .where('type', '=', type)
    .executeTakeFirst();
  // Without them nothing would be told of what is gone.
  if (!kept) throw new ExportFault('NOT_FOUND', 'since');
  return Buffer.from(kept.content);
}
