/** What a file was found to be: its rows, those at fault, and how much of what it would bring. */
export type Checked<Effect extends string> = {
  rows: number;
  errorCount: number;
  errors: readonly { row: number; column: string; code: string; message: string }[];
} & Readonly<Record<Effect, number>>;

/** Whether a file would bring something, and no row of it is at fault. */
export function importable<Effect extends string>(
  checked: Pick<Checked<Effect>, 'errorCount' | Effect>,
  effects: readonly Effect[],
): boolean {
  return checked.errorCount === 0 && effects.some((effect) => effect !== 'unchanged' && checked[effect] > 0);
}
