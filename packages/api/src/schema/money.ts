import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { badInput } from '../errors.ts';

/** How much one amount of money is at the most, in fen: a thousand million yuan. */
const mostFen = 100_000_000_000;

/** An amount in fen, hundredths of a yuan, as it is written: 123450 is 1234.50. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function fenFrom(value: unknown): number {
  const [, sign, whole = '', part = ''] =
    (typeof value === 'string' && /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(value)) || [];
  if (whole === '') throw new GraphQLError('Not an amount of money in yuan, such as 1234.50.');
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' && fen > 0 ? -fen : fen;
}

/** Money in yuan, as text; within the platform a whole number of fen, so that nothing is ever rounded. */
export const MoneyScalar = new GraphQLScalarType<number, string>({
  name: 'Money',
  description:
    'An amount of money 金额 in yuan with two places, such as `"1234.50"`: as text, so that nothing is rounded. In what is asked the places may be left out.',
  serialize: (fen) => {
    if (typeof fen !== 'number' || !Number.isSafeInteger(fen)) throw new GraphQLError('Not an amount in fen.');
    return yuan(fen);
  },
  parseValue: fenFrom,
  parseLiteral: (node) => fenFrom(node.kind === Kind.STRING ? node.value : undefined),
});

/** What amounts come to, in fen. */
export function sumOf(each: readonly { amount: number }[]): number {
  return each.reduce((sum, { amount }) => sum + amount, 0);
}

/** Checks an amount that is given or paid, and answers it. Errors: BAD_INPUT on `field` for nothing, less, or more than a thousand million yuan. */
export function requireAmount(fen: number, field: string): number {
  if (fen < 1 || fen > mostFen) throw badInput(field, 'moneyBetween', { least: yuan(1), most: yuan(mostFen) });
  return fen;
}

/** Checks by how much an amount becomes more or, below nothing, less. Errors: BAD_INPUT on `field` where it stays or is beyond a thousand million yuan. */
export function requireChange(fen: number, field: string): number {
  requireAmount(Math.abs(fen), field);
  return fen;
}
