import type { JSX } from "preact";
import { useWords } from "../context";
import type { ExceptionRecord } from "../types";
import { wordFor } from "../words";
import { Empty, Outside, Sentence, Time } from "./basics";

/** What went another way than the gates. */
export function Exceptions({ exceptions }: { exceptions: ExceptionRecord[] }): JSX.Element {
  const words = useWords();
  if (exceptions.length === 0) {
    return <Empty>{words.noExceptions}</Empty>;
  }
  return (
    <ul class="itgc-list">
      {exceptions.map((one) => (
        <li key={one.sequence}>
          <div class="itgc-row">
            <strong>
              <Outside to={one.link}>{wordFor(words, "kind", one.kind)}</Outside>
            </strong>
            <span class="itgc-quiet">
              {[one.service ?? one.repository, one.environment].filter((part) => part !== null).join(" → ")}
            </span>
            <span class="itgc-quiet">
              <Time at={one.at} relative />
            </span>
          </div>
          <p>
            {one.what !== null && <Sentence text={one.what} />}
            {one.person !== null && ` — ${one.person}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
