import { useEffect, useState } from 'react';

/** How long typing rests before it is searched for: long enough that a Chinese input method does not ask at every letter. */
export const PAUSE_MS = 250;

/** What a value was when it last stood still for a while. */
export function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
