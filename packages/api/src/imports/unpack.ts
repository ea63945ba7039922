import { inflateRawSync } from 'node:zlib';
import { limits } from './table.ts';

/** A part of a ZIP file, as its central directory lists it. */
interface Part {
  name: string;
  method: number;
  size: number;
  unpackedSize: number;
  /** Where its own header begins. */
  at: number;
}

const signatures = { part: 0x04034b50, listed: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const methods = { stored: 0, deflated: 8 };
/** Says that a size or a place is told by a field of 64 bits. */
const elsewhere = 0xffff_ffff;

/**
 * Unpacks the parts of a ZIP file whose names are wanted; undefined where there are too many, or where together they would be
 * larger than a workbook may be: by the sizes that its central directory gives, which no part may go beyond while it is inflated.
 * Throws where it is no ZIP file. Source: APPNOTE.TXT of PKWARE, 6.3.10.
 */
export function unpack(zip: Buffer, isWanted: (name: string) => boolean): Record<string, Uint8Array> | undefined {
  const parts = listed(zip).filter(({ name }) => isWanted(name));
  const all = parts.reduce((sum, { unpackedSize }) => sum + unpackedSize, 0);
  if (parts.length > limits.parts || all > limits.unpackedBytes) return undefined;
  const unpacked: Record<string, Uint8Array> = {};
  for (const part of parts) {
    const bytes = inflated(zip, part);
    if (!bytes) return undefined;
    unpacked[part.name] = bytes;
  }
  return unpacked;
}

/** What the central directory lists. */
function listed(zip: Buffer): Part[] {
  const end = zip.lastIndexOf(bytesOf(signatures.end));
  if (end < 0) throw new Error('No ZIP file');
  let [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  if (end >= 20 && zip.readUInt32LE(end - 20) === signatures.locator64) {
    const end64 = number64(zip, end - 12);
    requireSignature(zip, end64, signatures.end64);
    [count, at] = [number64(zip, end64 + 32), number64(zip, end64 + 48)];
  }
  const parts: Part[] = [];
  for (let index = 0; index < count; index++) {
    requireSignature(zip, at, signatures.listed);
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const extra = at + 46 + nameLength;
    const told64 = numbers64(zip.subarray(extra, extra + extraLength));
    const told = (field: number) => {
      const value = zip.readUInt32LE(at + field);
      return value === elsewhere ? (told64.shift() ?? value) : value;
    };
    // In this order, which is that of the fields of 64 bits.
    const [unpackedSize, size, own] = [told(24), told(20), told(42)];
    const name = zip.toString('utf8', at + 46, extra);
    parts.push({ name, method: zip.readUInt16LE(at + 10), size, unpackedSize, at: own });
    at = extra + extraLength + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** A part unpacked; undefined where it is larger than it says. */
function inflated(zip: Buffer, { method, size, unpackedSize, at }: Part): Uint8Array | undefined {
  requireSignature(zip, at, signatures.part);
  const begins = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(begins, begins + size);
  if (method === methods.stored) return packed;
  if (method !== methods.deflated) throw new Error(`Packed by method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(unpackedSize, 1) });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** The numbers of 64 bits in what is told beside the name of a part. */
function numbers64(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    return Array.from({ length: Math.floor(extra.readUInt16LE(at + 2) / 8) }, (_, index) =>
      number64(extra, at + 4 + 8 * index),
    );
  }
  return [];
}

function number64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

function requireSignature(zip: Buffer, at: number, signature: number): void {
  if (zip.readUInt32LE(at) !== signature) throw new Error('No ZIP file');
}

function bytesOf(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
