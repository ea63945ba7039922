import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** What is stored of a sealed text. */
export interface Sealed {
  /** The nonce, the encrypted text and its tag. */
  sealed: Uint8Array;
  keyId: string;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals texts that the database itself must not tell, with AES-256-GCM. Each is bound to the row that holds it, so that
 * it cannot be put into another. The first key seals; the others still open what they sealed.
 */
export class Sealing {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #present: string;

  /** `keys` are of 32 bytes each, the present one first. */
  constructor(keys: readonly Buffer[]) {
    const [present] = keys;
    if (!present || keys.some((key) => key.length !== 32)) throw new Error('A key that seals has 32 bytes');
    this.#keys = new Map(keys.map((key) => [idOf(key), key]));
    this.#present = idOf(present);
  }

  /** The id of the key that seals. */
  get presentKeyId(): string {
    return this.#present;
  }

  /** Whether it opens what the key of an id sealed. */
  knows(keyId: string): boolean {
    return this.#keys.has(keyId);
  }

  /** Seals a text for the row that `bound` names. */
  seal(text: string, bound: string): Sealed {
    const nonce = randomBytes(nonceBytes);
    const sealer = createCipheriv(cipher, this.#keyOf(this.#present), nonce).setAAD(Buffer.from(bound));
    const sealed = Buffer.concat([nonce, sealer.update(text, 'utf8'), sealer.final(), sealer.getAuthTag()]);
    return { sealed, keyId: this.#present };
  }

  /** Opens what was sealed for that row. Throws where the key is not known here, or it is not what was sealed. */
  open({ sealed, keyId }: Sealed, bound: string): string {
    const opener = createDecipheriv(cipher, this.#keyOf(keyId), sealed.subarray(0, nonceBytes))
      .setAAD(Buffer.from(bound))
      .setAuthTag(sealed.subarray(-tagBytes));
    const text = opener.update(sealed.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, opener.final()]).toString('utf8');
  }

  /** A digest of a text that nobody without the key can try guesses on. */
  digest(text: string): string {
    return createHmac('sha256', this.#keyOf(this.#present)).update('lianxin digest').update(text).digest('hex');
  }

  #keyOf(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new Error(`Something is sealed with the key ${id}, which PERSONAL_KEY does not hold`);
    return key;
  }
}

/** The key that seals where none is set: it follows from the password of the application, and so of the owner. */
export function keyFrom(password: string): Buffer {
  return createHmac('sha256', password).update('lianxin personal').digest();
}

function idOf(key: Buffer): string {
  return createHash('sha256').update('lianxin key').update(key).digest('hex').slice(0, 16);
}
