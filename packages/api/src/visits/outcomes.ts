/** Which visits count, in SQL: effective contacts 有效联系, visits of any way that were not withdrawn, one a household, day and way. */
export const counted = 'withdrawn_at is null and not again';

/** Those of them whose records are in order, in SQL. */
export const inOrder = `${counted} and record_faults = '{}'`;
