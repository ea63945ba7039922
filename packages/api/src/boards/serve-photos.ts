import type { Express } from 'express';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { readBoardCode } from './board-code.ts';

/**
 * Serves the photographs of boards at /b/CODE/photos/ID, for everybody: as JPEG and nothing else, for five minutes, so that what somebody takes
 * back is soon gone. 404 where nobody on the board shows it any more.
 */
export function mountBoardPhotos(app: Express, orm: Orm, now: () => Date): void {
  app.get('/b/:code/photos/:photo', async (request, response) => {
    const read = readBoardCode(request.params.code);
    const { photo } = request.params;
    const [row] =
      read && uuidPattern.test(photo)
        ? await atDesk(orm, { role: 'app_public', town: read.townId }, now(), 'read', (desk) =>
            desk.run<{ jpeg: Buffer }>(
              'select jpeg from published.photo where town_id = $1 and code = $2 and photo_id = $3',
              [read.townId, read.code, photo],
            ),
          )
        : [];
    if (!row)
      return void response.status(404).json({ errors: [{ message: 'Not found', extensions: { code: 'NOT_FOUND' } }] });
    response.set({ 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=300' }).send(row.jpeg);
  });
}
