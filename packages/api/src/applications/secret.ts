import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of an application, and what is kept of it. Its beginning tells scanners of leaked secrets what it is. */
export function makeSecret(): { secret: string; hash: string; hint: string } {
  const secret = `lxs_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOf(secret), hint: secret.slice(-4) };
}

/** Whether a secret is one of those of which these are the hashes. */
export function isSecretOf(secret: string, hashes: readonly string[]): boolean {
  const given = Buffer.from(hashOf(secret));
  return hashes
    .map((hash) => Buffer.from(hash))
    .some((hash) => hash.length === given.length && timingSafeEqual(hash, given));
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
