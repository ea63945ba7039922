import { type Config, readConfig } from '../config.ts';
import { runningServerUrl } from '../db/embedded-server.ts';
import { addressOf } from '../db/migrate.ts';
import { connect, type Orm } from '../db/orm.ts';

/** Why a command did nothing, for whoever typed it. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/**
 * Does a command's work on the database of the platform: the one of DATABASE_URL, or the embedded one of a platform that
 * is running. What goes wrong is said on the error output, and the process ends with 1.
 */
export async function onRunningPlatform(
  work: (orm: Orm, config: Config, ownerUrl: string) => Promise<void>,
): Promise<void> {
  try {
    const config = readConfig();
    const ownerUrl = config.databaseUrl ?? (await runningServerUrl(config.dataDir));
    if (!ownerUrl) {
      throw new CommandError(
        `No platform is running on ${config.dataDir}. Start it with npm start, or set DATABASE_URL.`,
      );
    }
    const orm = await connect(addressOf(ownerUrl, 'lianxin_app').url, 2, config.personalKeys);
    try {
      await work(orm, config, ownerUrl);
    } finally {
      await orm.close(true);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
