import type { JSX } from "preact";
import { useWords } from "../context";
import type { Carried as CarriedWork } from "../types";
import { Outside } from "./basics";

/** What a request would let out, in the words of those who wrote it; nothing where the request does not tell. */
export function Carried({ carried }: { carried: CarriedWork | null }): JSX.Element | null {
  const words = useWords();
  if (carried === null) {
    return null;
  }
  const { pullRequests, tickets, strays, migration } = carried;
  return (
    <>
      {pullRequests.length > 0 && (
        <ul>
          {pullRequests.map((one) => (
            <li key={one.number}>
              <Outside to={one.link}>
                #{one.number} {one.title}
              </Outside>{" "}
              {one.author !== null && <span class="itgc-quiet">{words.byAuthor(one.author)}</span>}
            </li>
          ))}
        </ul>
      )}
      {tickets.length > 0 && (
        <p>
          {words.tickets}:{" "}
          {tickets.map((one, index) => (
            <span key={one.key}>
              {index > 0 && ", "}
              <Outside to={one.link}>{one.key}</Outside> ({one.status})
            </span>
          ))}
        </p>
      )}
      {strays.length > 0 && <p class="itgc-problem">{words.strayCommits(strays.length)}</p>}
      {migration && <p>{words.carriesMigration}</p>}
    </>
  );
}
