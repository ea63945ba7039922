import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

interface Place {
  now: ReactNode;
  set: (place: ReactNode) => void;
}

const PlaceContext = createContext<Place>({ now: null, set: () => {} });

/** Remembers for the header where the page below it is. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [now, set] = useState<ReactNode>(null);
  const value = useMemo(() => ({ now, set }), [now]);
  return <PlaceContext value={value}>{children}</PlaceContext>;
}

/** Where the page is, for the header. */
export function usePlace(): ReactNode {
  return use(PlaceContext).now;
}

/** Tells the header where this page is, for as long as the page is shown. */
export function useBeing(place: string | null): void {
  const { set } = use(PlaceContext);
  useEffect(() => {
    set(place);
    return () => set(null);
  }, [place, set]);
}
