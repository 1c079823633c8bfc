import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { get, Problem } from "./api";

export interface Live<T> {
  value: T | null;
  /** Why the last attempt failed; null when it did not. */
  problem: Problem | null;
  /** When the value was last known to be right, in milliseconds. */
  at: number;
  refresh: () => void;
}

/**
 * Loads an address and asks again and again while the page is looked at. The browser's cache and the answer's tag keep that
 * cheap; nothing is drawn anew while nothing changed.
 *
 * @param every milliseconds; 0 for only once
 */
export function useLive<T>(url: string, every: number): Live<T> {
  const [state, setState] = useState<Omit<Live<T>, "refresh">>({ value: null, problem: null, at: 0 });
  const [round, setRound] = useState(0);
  const tag = useRef<string | null>(null);
  const known = useRef<string>("");

  useEffect(() => {
    const stop = new AbortController();
    if (known.current !== url) {
      known.current = url;
      tag.current = null;
      setState({ value: null, problem: null, at: 0 });
    }
    const load = async (): Promise<void> => {
      try {
        const answer = await get<T>(url, stop.signal);
        const same = answer.tag !== null && answer.tag === tag.current;
        tag.current = answer.tag;
        setState((old) =>
          same && old.value !== null
            ? old.problem === null
              ? old
              : { ...old, problem: null }
            : { value: answer.value, problem: null, at: Date.now() },
        );
      } catch (error) {
        if (!stop.signal.aborted) {
          const problem = error instanceof Problem ? error : new Problem(0, "");
          setState((old) => ({ ...old, problem }));
        }
      }
    };
    void load();
    const timer =
      every > 0
        ? setInterval(() => {
            if (document.visibilityState === "visible") {
              void load();
            }
          }, every)
        : undefined;
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [url, every, round]);

  const refresh = useCallback(() => {
    setRound((n) => n + 1);
  }, []);
  return { ...state, refresh };
}
