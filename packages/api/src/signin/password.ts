import { type Argon2Parameters, argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. Memory is in KiB. */
export const costOfProduct = { memory: 19_456, passes: 2, parallelism: 1 };

/** What hashing costs in this process. Tests of anything else make it small: a ninth of their time went into it. */
export const hashing = { cost: costOfProduct };

const saltLength = 16;
const tagLength = 32;

const hashFormat = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Letters and digits that are not taken for each other when read aloud or copied by hand. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

/** Hashes a password for keeping, with a salt of its own, as a PHC string such as `$argon2id$v=19$m=…`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength);
  const tag = await derive({ ...hashing.cost, message: bytesOf(password), nonce, tagLength });
  return `${beginning()}$${base64(nonce)}$${base64(tag)}`;
}

/**
 * Whether a password is the one that was hashed. Without a hash, because there is no such account, it works as long and
 * answers false, so that the time tells nobody which accounts exist. Throws on a text that is no argon2id hash.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = hashFormat.exec(hash ?? ofNobody()) ?? [];
  if (!tag) throw new Error('A stored password hash is not an argon2id PHC string');
  const kept = Buffer.from(tag, 'base64');
  const derived = await derive({
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: bytesOf(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: kept.length,
  });
  return timingSafeEqual(derived, kept) && hash !== undefined;
}

/** A one-time password that can be read aloud: four groups of four, about 79 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** How a hash of today begins. */
function beginning(): string {
  const { memory, passes, parallelism } = hashing.cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}`;
}

/** A hash of nothing with the cost of a real one. */
function ofNobody(): string {
  return `${beginning()}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

/** The same characters typed on different keyboards are the same bytes. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
