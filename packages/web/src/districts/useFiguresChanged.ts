import { useEffect, useRef } from 'react';
import { renew, session } from '../signin/session.ts';

/** How long to wait after a change before asking anew, in milliseconds: others follow, and everybody who looks asks. */
const settle = 3000;
/** How long to wait before listening again, in milliseconds, the longer the more often it failed. */
const again = (failures: number) => Math.min(60_000, 2000 * 2 ** failures) * (0.5 + Math.random());

const query = 'subscription FiguresChanged($district: RegisterCode) { figuresChanged(district: $district) { towns } }';

/**
 * Asks anew when something has changed in a district, or with null in any, for as long as the page is seen. What changed while nothing
 * was heard, before it began, as the page was hidden or without a network, is made good by asking once it is heard.
 */
export function useFiguresChanged(district: string | null, ask: () => void): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  }, [ask]);
  useEffect(() => {
    let listening: AbortController | undefined;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        latest.current();
      }, settle);
    };
    const seen = () => {
      listening?.abort();
      listening = new AbortController();
      if (!document.hidden) void listen(district, changed, listening.signal);
    };
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(soon);
      document.removeEventListener('visibilitychange', seen);
      listening?.abort();
    };
  }, [district]);
}

/** Listens until it is to end: again and again, with a new token where one has run out. */
async function listen(district: string | null, changed: () => void, signal: AbortSignal): Promise<void> {
  // A script of its own, for who looks at figures that move.
  const { createClient, NetworkError } = await import('graphql-sse');
  for (let failures = 0; !signal.aborted; failures++) {
    const headers = { authorization: `Bearer ${session.token() ?? ''}` };
    const client = createClient({ url: '/graphql/stream', headers, retryAttempts: 0 });
    const close = () => client.dispose();
    signal.addEventListener('abort', close, { once: true });
    let tokenEnded = true;
    try {
      for await (const { errors } of client.iterate({ query, variables: { district } }, { connected: changed })) {
        if (errors) tokenEnded = false;
        else {
          failures = 0;
          changed();
        }
      }
    } catch (fault) {
      tokenEnded = fault instanceof NetworkError && fault.response?.status === 401;
    }
    signal.removeEventListener('abort', close);
    close();
    await new Promise((wait) => setTimeout(wait, again(failures)));
    if (tokenEnded && !signal.aborted) await renew();
  }
}
