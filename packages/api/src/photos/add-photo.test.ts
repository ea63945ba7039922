import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { bareJpeg } from './bare-jpeg.ts';
import { endOfImage, frame, jfif, jpeg, scan, segment, startOfImage } from './photo.fixture.ts';

const platform = testPlatform();

describe('a photograph', () => {
  it('is kept without place, time and device, and without what follows the picture', async () => {
    const town = await platform.newTown();
    const content = jpeg('GPS 31.2304', '<script>').toString('base64');
    const { photo } = await town.admin.do('addPhoto', { town: town.code, content }, 'photo { width height content }');
    expect(photo).toMatchObject({ width: 4, height: 3 });
    const kept = Buffer.from(photo.content, 'base64');
    expect(kept.includes('GPS')).toBe(false);
    expect(kept.includes('script')).toBe(false);
    expect(kept.includes('JFIF')).toBe(true);
    expect(bareJpeg(kept)?.bytes).toEqual(kept);
  });

  it('is kept without a second one behind it, small copies, and what stands between its parts', async () => {
    const town = await platform.newTown();
    const exif = segment(0xe1, Buffer.from('Exif\0\0GPS 31.2304'));
    const parts = [frame(4, 3, 0xc2), scan(Buffer.from([1, 0xff, 0, 0xff, 0xd0, 2])), scan(Buffer.from([3]))];
    const small = segment(0xe0, Buffer.from('JFXX\0\x10GPS'));
    for (const file of [
      [startOfImage, jfif, ...parts, endOfImage, jpeg('GPS 31.2304, 121.4737')],
      [startOfImage, jfif, small, ...parts.flatMap((part) => [exif, part]), exif, endOfImage],
      [startOfImage, jfif, ...parts, endOfImage, Buffer.from('<script>GPS</script>'), endOfImage],
    ]) {
      const input = { town: town.code, content: Buffer.concat(file).toString('base64') };
      const { photo } = await town.admin.do('addPhoto', input, 'photo { width height content }');
      const bare = Buffer.concat([startOfImage, jfif, ...parts, endOfImage]).toString('base64');
      expect(photo).toEqual({ width: 4, height: 3, content: bare });
    }
  });

  it('that a client has given an id is added once, and another under that id is refused', async () => {
    const town = await platform.newTown();
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const input = { town: town.code, clientId: randomUUID(), content: jpeg().toString('base64') };
    const sent = await Promise.all([1, 2, 3].map(() => officer.do('addPhoto', input, 'photo { id }')));
    expect(new Set(sent.map(({ photo }) => photo.id)).size).toBe(1);
    const refused = { code: 'CONFLICT', field: 'input.clientId' };
    await changesNothing(platform, town, async () => {
      const other = {
        ...input,
        content: Buffer.concat([jpeg().subarray(0, -4), jpeg().subarray(-3)]).toString('base64'),
      };
      expect(await officer.refused('addPhoto', other)).toEqual(refused);
      expect(await town.admin.refused('addPhoto', input)).toEqual(refused);
    });
  });

  it('is refused where it is none, too large, or from somebody without the permission', async () => {
    const town = await platform.newTown();
    const auditor = await town.account('AUDITOR');
    const content = jpeg().toString('base64');
    await changesNothing(platform, town, async () => {
      for (const [wrong, field] of [
        [{ content: Buffer.from('<svg/>').toString('base64') }, 'input.content'],
        [{ content: `${content} ` }, 'input.content'],
        [{ content: jpeg().subarray(0, 40).toString('base64') }, 'input.content'],
        [{ content: Buffer.alloc(500_000).toString('base64') }, 'input.content'],
        [{ content: sized(12_001, 1) }, 'input.content'],
        [{ content: sized(10_000, 5001) }, 'input.content'],
        [{ content, clientId: 'x' }, 'input.clientId'],
      ] as const) {
        const input = { town: town.code, ...wrong };
        expect(await town.admin.refused('addPhoto', input)).toEqual({ code: 'BAD_INPUT', field });
      }
      expect((await auditor.refused('addPhoto', { town: town.code, content })).code).toBe('FORBIDDEN');
    });
  });
});

/** A JPEG that says that it has so many points. */
function sized(width: number, height: number): string {
  return Buffer.concat([startOfImage, frame(width, height), scan(Buffer.from([7])), endOfImage]).toString('base64');
}
