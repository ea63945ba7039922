import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';

const pack = promisify(gzip);
/** Characters of a part before it is packed. */
const partSize = 1_000_000;

/** What a part is written with: its bytes, and where they stand in the file. */
interface Part {
  number: number;
  start: number;
  content: Buffer;
}

/** The file of an export while it is written: parts of about a megabyte, each packed by itself, and a digest of them all. */
export class ExportFile {
  #lines: string[] = [];
  #waiting = 0;
  #parts = 0;
  readonly #digest = createHash('sha256');
  /** Bytes of the parts that were cut off. */
  size = 0;

  add(line: string): void {
    this.#lines.push(line, '\n');
    this.#waiting += line.length + 1;
  }

  /** Whether what waits is enough for a part. */
  get isFull(): boolean {
    return this.#waiting >= partSize;
  }

  /** Cuts off what waits as a part; undefined where nothing does, unless the file would be empty. */
  async cut(): Promise<Part | undefined> {
    if (this.#waiting === 0 && this.#parts > 0) return undefined;
    const content = await pack(this.#lines.join(''));
    const part = { number: ++this.#parts, start: this.size, content };
    this.#lines = [];
    this.#waiting = 0;
    this.size += content.length;
    this.#digest.update(content);
    return part;
  }

  /** The digest of the whole file, once. */
  sha256(): string {
    return this.#digest.digest('hex');
  }
}

/** Keeps a part of an export’s file. */
export async function keepPart({ db, town }: Desk, uuid: string, { number, start, content }: Part): Promise<void> {
  await db
    .insertInto('export_part')
    .values({
      town_id: town,
      id: newId(),
      export_id: uuid,
      number,
      starts: start,
      ends: start + content.length,
      content,
    })
    .execute();
}
