import { useState } from 'react';
import { useViewer } from '../accounts/viewer.ts';
import { useTown } from '../towns/town.ts';
import { Today, type Writing } from './Today.tsx';

/** The day's list of a town, as one of its pages. */
export function Component() {
  const town = useTown();
  const { account } = useViewer();
  const [writing, setWriting] = useState<Writing | null>(null);
  return <Today of={{ account, town }} online writing={writing} onWrite={setWriting} />;
}
