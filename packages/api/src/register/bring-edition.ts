import { CommandError, onRunningPlatform } from '../signin/running-platform.ts';
import { draftEdition } from './draft-edition.ts';
import { importRegister } from './import-register.ts';

// npm run register -- FOLDER: brings an edition of the register, and draws up drafts for the towns that it touches.
await onRunningPlatform(async (orm, _config, ownerUrl) => {
  const [folder, ...rest] = process.argv.slice(2);
  if (!folder || rest.length > 0) throw new CommandError('Say where the edition lies: npm run register -- FOLDER');
  const { edition, towns, units } = await importRegister(ownerUrl, folder);
  const drafts = await draftEdition(orm, edition, new Date());
  console.log(`Edition of ${edition}: ${towns} towns, ${units} units. Drafts drawn up for ${drafts} towns.`);
});
