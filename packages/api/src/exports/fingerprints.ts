import { createHash } from 'node:crypto';

/** Bytes of a key, which is a UUID, and of a digest. */
const [keySize, digestSize] = [16, 16];
const size = keySize + digestSize;

/** The bytes of a key. They are in the order in which PostgreSQL has keys. */
export function keyBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

/** The key of some bytes. */
export function keyOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What a record is known again by: of what it answered, as much of SHA-256 as keeps 10^12 records apart. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, digestSize);
}

/** The fingerprints of the records of a type, as they are collected, in the order of their keys. */
export class Collected {
  #bytes = Buffer.allocUnsafe(64 * size);
  #length = 0;

  add(key: Buffer, digest: Buffer): void {
    // In one piece: each by itself would take several times as much.
    if (this.#length === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(this.#length)]);
    this.#length += key.copy(this.#bytes, this.#length);
    this.#length += digest.copy(this.#bytes, this.#length);
  }

  get content(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}

/**
 * The fingerprints of the records of a type in an earlier export, gone through along with those of today in the order of their keys: 32 bytes
 * a record, so that those of a full-size town are a few megabytes.
 */
export class Earlier {
  #at = 0;

  constructor(readonly content: Buffer = Buffer.alloc(0)) {}

  /** Passes by the records whose keys come before one, or all that are left, and answers their keys: they are not there any more. */
  *passTo(key?: Buffer): Generator<Buffer> {
    for (; this.#at < this.content.length; this.#at += size) {
      const next = this.content.subarray(this.#at, this.#at + keySize);
      if (key && next.compare(key) >= 0) return;
      yield next;
    }
  }

  /** Whether the record of a key is here with this digest; it is passed by. */
  has(key: Buffer, digest: Buffer): boolean {
    const next = this.content.subarray(this.#at, this.#at + keySize);
    if (!next.equals(key)) return false;
    const known = this.content.subarray(this.#at + keySize, this.#at + size);
    this.#at += size;
    return known.equals(digest);
  }
}
