/** What an amount of money looks like where it is typed: yuan, with at most two places. */
export const amountPattern = /^\d{1,10}(\.\d{1,2})?$/;
/** The same where it may be less than nothing. */
export const signedAmountPattern = /^-?\d{1,10}(\.\d{1,2})?$/;

/** An amount as the platform answers it, with its digits in threes: 1,234.50. */
export function grouped(amount: string): string {
  const [whole = '', part] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`;
}
