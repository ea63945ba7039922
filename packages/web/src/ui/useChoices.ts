import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useFailureText } from './failure.ts';
import { PAUSE_MS } from './usePaused.ts';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** What a field finds for the words typed into it, asked again after each pause in typing. */
export function useChoices(typed: string, find: (words: string) => Promise<Choice[]>) {
  const { message } = App.useApp();
  const textOf = useFailureText();
  const [choices, setChoices] = useState<Choice[]>([]);
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `find` is new at every render, what it asks is not.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      setBusy(true);
      find(typed)
        .then((found) => current && setChoices(found))
        .catch((error: unknown) => current && void message.error(textOf(error)))
        .finally(() => current && setBusy(false));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);

  return { choices, busy };
}
