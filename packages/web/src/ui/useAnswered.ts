import { useState } from 'react';

/** An answer, and what it was asked for. */
interface Answered<Asked, Data> {
  asked: Asked;
  data: Data;
}

/**
 * The answer to what is asked for, or while that is still being read the answer before with what that was asked for.
 * The two are kept together, as the answer before that the client hands out may be to what is only about to be asked
 * for: React may render once more for the address before, after the answer for the next one has come.
 * `asked` is the same object for as long as the same is asked for.
 */
export function useAnswered<Asked, Data>(asked: Asked, data: Data | undefined): Answered<Asked, Data> | undefined {
  const [before, setBefore] = useState<Answered<Asked, Data>>();
  if (data === undefined || (before?.data === data && before.asked === asked)) return before;
  const answered = { asked, data };
  setBefore(answered);
  return answered;
}
