import { device, type KeyName, type Sealed } from './db.ts';

const algorithm = { name: 'AES-GCM', length: 256 };

/** The key of a name, which is made when it is first asked for. It never leaves the browser: no script can read it. */
async function keyOf(name: KeyName): Promise<CryptoKey> {
  const known = await device.keys.get(name);
  if (known) return known.key;
  const made = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  // Two windows may be first at once.
  return device.transaction('rw', device.keys, async () => {
    const first = await device.keys.get(name);
    if (first) return first.key;
    await device.keys.add({ name, key: made });
    return made;
  });
}

/** Seals bytes. */
export async function sealBytes(name: KeyName, bytes: ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(name), bytes) };
}

/** Opens what `sealBytes` sealed. Rejects where its key has been thrown away since. */
export async function openBytes(name: KeyName, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(name), data);
}

/** Seals a value that JSON can write. */
export function seal(name: KeyName, value: unknown): Promise<Sealed> {
  return sealBytes(name, new TextEncoder().encode(JSON.stringify(value)).buffer);
}

/** Opens what `seal` sealed. Rejects where its key has been thrown away since. */
export async function open<Value>(name: KeyName, sealed: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await openBytes(name, sealed)));
}
