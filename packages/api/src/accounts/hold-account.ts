import type { Desk } from '../db/door.ts';

/** Holds an account for this change, at the desk of sign-in: others that hold it wait, so that what is counted of it stays so meanwhile. */
export async function holdAccount({ db }: Desk, id: string): Promise<void> {
  await db.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
}
