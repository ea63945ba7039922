import { useSearchParams } from 'react-router';

/** What to say else in the address of a page; what is null or undefined is taken out. */
type Change = Readonly<Record<string, string | null | undefined>>;

/** Says something else in the address of a page. */
export type Choose = (change: Change) => void;

/** What the address of the page chooses, and how to choose something else. */
export function useAddress(): [URLSearchParams, Choose] {
  const [params, setParams] = useSearchParams();
  return [params, (change) => setParams((before) => withChange(before, change))];
}

/** Gives where a link leads that chooses something else on this page. */
export function useLinkWith(): (change: Change) => { search: string } {
  const [params] = useSearchParams();
  return (change) => ({ search: `?${withChange(params, change)}` });
}

/** What an address says, with something changed in it. */
export function withChange(params: URLSearchParams, change: Change): URLSearchParams {
  const after = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value == null) after.delete(name);
    else after.set(name, value);
  }
  return after;
}
