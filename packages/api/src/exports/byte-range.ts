/** Bytes from a place up to another, which is not among them. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The one range of bytes that a header asks of a file for; undefined where it asks for the whole, for several ranges, or for nothing that is a range;
 * `none` where the file has no such bytes (RFC 9110, 14).
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return last === '0' || size === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size };
  const [from, to] = [Number(first), last === '' ? size : Math.min(Number(last) + 1, size)];
  if (last !== '' && Number(last) < from) return undefined;
  return from < size ? { from, to } : 'none';
}
