import { useSearchParams } from 'react-router';

/** Says something else in the address of a page; what is null or undefined is taken out. */
export type Choose = (change: Readonly<Record<string, string | null | undefined>>) => void;

/** What the address of the page chooses, and how to choose something else. */
export function useAddress(): [URLSearchParams, Choose] {
  const [params, setParams] = useSearchParams();
  const choose: Choose = (change) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(change)) {
        if (value == null) after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  return [params, choose];
}
