type Value = string | number | null;

/** What some fields of something hold. */
export type Values<Field extends string> = Readonly<Partial<Record<Field, Value>>>;

/** A field that two people gave different values since both saw the same. */
export interface AtOdds<Field extends string> {
  field: Field;
  yours: Value;
  theirs: Value;
}

/**
 * Brings a change together with what others changed since its author looked. `base` is what the author saw, `current`
 * what holds now; `yours` has what the author sends, be it changed or not.
 * Returns what is to be changed of `fields`, and what is at odds, of which nothing can be.
 */
export function threeWay<Field extends string>(
  fields: readonly Field[],
  yours: Values<Field>,
  base: Values<Field>,
  current: Values<Field>,
): { change: { field: Field; before: Value; after: Value }[]; atOdds: AtOdds<Field>[] } {
  const change: { field: Field; before: Value; after: Value }[] = [];
  const atOdds: AtOdds<Field>[] = [];
  for (const field of fields) {
    const wanted = yours[field];
    const [seen = null, theirs = null] = [base[field], current[field]];
    if (wanted === undefined || wanted === seen || wanted === theirs) continue;
    if (theirs === seen) change.push({ field, before: theirs, after: wanted });
    else atOdds.push({ field, yours: wanted, theirs });
  }
  return { change, atOdds };
}
