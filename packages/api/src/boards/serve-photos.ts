import { Semaphore } from 'async-mutex';
import type { Express } from 'express';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { readBoardCode } from './board-code.ts';

/** How many photographs are read at once, each with a connection of the pool that all share, and how many wait for it. */
const [mostAtOnce, mostWaiting] = [2, 50];

/** What the server answers as a path that leads nowhere. */
const notThere = { status: 404 };

/**
 * Serves the photographs of boards at /b/CODE/photos/ID, for everybody: as JPEG and nothing else, for five minutes, so that what somebody takes
 * back is soon gone. 404 where nobody on the board shows it any more; 503 where too many ask at once.
 */
export function mountBoardPhotos(app: Express, orm: Orm, now: () => Date): void {
  const turns = new Semaphore(mostAtOnce);
  let waiting = 0;
  app.get('/b/:code/photos/:photo', async (request, response, next) => {
    const read = readBoardCode(request.params.code);
    const { photo } = request.params;
    if (!read || !uuidPattern.test(photo)) return next(notThere);
    if (waiting >= mostWaiting) {
      const errors = [{ message: 'Unavailable', extensions: { code: 'UNAVAILABLE' } }];
      return void response.status(503).set('Retry-After', '1').json({ errors });
    }
    waiting++;
    const [row] = await turns
      .runExclusive(() =>
        atDesk(orm, { role: 'app_public', town: read.townId }, now(), 'read', (desk) =>
          desk.run<{ jpeg: Buffer }>(
            'select jpeg from published.photo where town_id = $1 and code = $2 and photo_id = $3',
            [read.townId, read.code, photo],
          ),
        ),
      )
      .finally(() => waiting--);
    if (!row) return next(notThere);
    response.set({ 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=300' }).send(row.jpeg);
  });
}
