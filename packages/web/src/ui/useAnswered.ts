import { useState } from 'react';

/**
 * What the answer on a page was asked for: `asked`, or while that is still being read and the answer before is shown,
 * what was asked for then. `asked` is the same object for as long as the same is asked for.
 */
export function useAnswered<Asked>(asked: Asked, isAnswered: boolean): Asked {
  const [answered, setAnswered] = useState(asked);
  if (isAnswered && answered !== asked) setAnswered(asked);
  return isAnswered ? asked : answered;
}
