/** What an amount of money looks like where it is typed: yuan, with at most two places. */
export const amountPattern = /^\d{1,10}(\.\d{1,2})?$/;
/** The same where it may be less than nothing. */
export const signedAmountPattern = /^-?\d{1,10}(\.\d{1,2})?$/;

/** An amount as the platform answers it, with its digits in threes: 1,234.50. */
export function grouped(amount: string): string {
  const [whole = '', part] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`;
}

/** What amounts as the platform answers them come to, as it would answer it. Counted in fen, so that nothing is rounded. */
export function totalOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
  return `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;
}
