import { closeObjects } from './access/closed-objects.ts';
import { closeUnits } from './access/scoped-units.ts';
import { shieldSchema } from './access/shield.ts';
import { buildSchema } from './schema.ts';
import { seeAgain } from './still-seen.ts';

/** The schema as it is served, behind the access table: made once, for all that a process serves and exports. */
export const servedSchema = shieldSchema(closeObjects(closeUnits(seeAgain(buildSchema()))));
