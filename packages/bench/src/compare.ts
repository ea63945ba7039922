/** What one side took: in all, and of it in the database, in milliseconds; and in how many statements. */
export interface Took {
  all: number;
  database: number;
  statements: number;
}

/** The medians of two sides that took turns, and how many times longer the second takes. */
export interface Compared {
  base: Took;
  other: Took;
  /** Of the whole time. */
  ratio: number;
}

type Side = () => Promise<Took>;

/**
 * Runs two sides so many times in turn, the first one first every other time, so that what else the machine does falls
 * on both. A few rounds before that are not counted.
 */
export async function compare(base: Side, other: Side, rounds: number): Promise<Compared> {
  const took: { base: Took[]; other: Took[] } = { base: [], other: [] };
  const warming = Math.min(5, rounds);
  for (let round = -warming; round < rounds; round++) {
    const order = round % 2 === 0 ? (['base', 'other'] as const) : (['other', 'base'] as const);
    for (const side of order) {
      const one = await (side === 'base' ? base : other)();
      if (round >= 0) took[side].push(one);
    }
  }
  const [first, second] = [medians(took.base), medians(took.other)];
  return { base: first, other: second, ratio: second.all / first.all };
}

function medians(took: readonly Took[]): Took {
  return {
    all: median(took.map((each) => each.all)),
    database: median(took.map((each) => each.database)),
    statements: median(took.map((each) => each.statements)),
  };
}

/** The middle of some numbers; of an even number of them, the mean of the two in the middle. Throws where there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing');
  return (low + high) / 2;
}
