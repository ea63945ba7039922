import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';

const built = join(import.meta.dirname, '../../web/dist');

/**
 * Serves the built web. A board has a page of its own at /b/CODE, for everybody; every other path that is no file is a page of the
 * application, which routes it itself. Files under /assets have their hash in their name and are kept for a year. What keeps the web on a
 * device (sw.js) is asked for each time, so that a new version is found at once.
 */
export function mountPages(app: Express): void {
  if (!existsSync(join(built, 'index.html'))) return;
  app.use('/assets', express.static(join(built, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  app.get('/sw.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(built, 'sw.js'));
  });
  app.use(express.static(built, { index: false, maxAge: '5m' }));
  app.get('/b/:code', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(built, 'board.html'));
  });
  app.get('/{*page}', (request, response, next) => {
    if (!request.accepts('html')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(join(built, 'index.html'));
  });
}
