import type { Desk } from '../db/door.ts';
import { beginTown } from '../towns/begin-town.ts';
import { standards } from './standards.ts';

/**
 * Makes a town of the register a tenant, with the units that the register lists and the rows that every noun starts
 * with there. Errors: CONFLICT on input.code where it is set up already.
 */
export async function setUpTown(desk: Desk, today: string): Promise<void> {
  await beginTown(desk, today);
  for (const seed of standards) await seed(desk, today);
}
