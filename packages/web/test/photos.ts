import type { Page } from 'playwright-core';

/** A photograph as a camera writes it: a JPEG that says beside the picture where it was taken. */
export async function cameraPhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const picture = await page.evaluate(
    async ([wide, high]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [wide, high];
      const pen = canvas.getContext('2d');
      for (let at = 0; pen && at < wide; at += 1) {
        pen.fillStyle = `hsl(${(at * 47) % 360} 70% ${30 + (at % 50)}%)`;
        pen.fillRect((at * 7919) % wide, (at * 104_729) % high, 96, 64);
      }
      return canvas.toDataURL('image/jpeg', 0.95);
    },
    [width, height] as const,
  );
  const bare = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
  const exif = Buffer.from('Exif\0\0GPS 31.2304, 121.4737');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([bare.subarray(0, 2), head, exif, bare.subarray(2)]);
}

/** The photographs that a page sends from now on, as they go over the network. */
export function photosSent(page: Page): Buffer[] {
  const sent: Buffer[] = [];
  page.on('request', (request) => {
    const body: { operationName?: string; variables?: { input: { content: string } } } = request.postDataJSON() ?? {};
    if (body.operationName === 'AddPhoto') sent.push(Buffer.from(body.variables?.input.content ?? '', 'base64'));
  });
  return sent;
}
