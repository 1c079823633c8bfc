import type { JSX } from "preact";
import { usePage, useWords } from "../context";
import { dateTime, duration, list } from "../format";
import type { Result, Ticket } from "../types";
import { Outside } from "./basics";

/** A deploy as it is told to somebody who is no engineer. */
export interface Told {
  service: string;
  environment: string;
  rollback: boolean;
  result: Result;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  startedBy?: string | null;
  undoneBy?: number | null;
  changes: { number: number; title: string | null; url?: string | null; author?: string | null }[];
  tickets: Ticket[];
  approvers: string[];
}

export function Story({ told }: { told: Told }): JSX.Element {
  const { language } = usePage();
  const words = useWords();
  const at = dateTime(told.finishedAt ?? told.startedAt ?? told.requestedAt, language);
  const took =
    told.startedAt !== null && told.finishedAt !== null
      ? new Date(told.finishedAt).getTime() - new Date(told.startedAt).getTime()
      : null;
  return (
    <div class="itgc-story">
      <p class="itgc-story__lead">
        {words.story(told.service, told.environment, told.result, told.rollback, at)}
        {told.undoneBy !== null && told.undoneBy !== undefined && ` ${words.storyUndone}`}
      </p>
      <p>
        {told.startedBy !== null && told.startedBy !== undefined && `${words.storyStarter(told.startedBy)} `}
        {told.approvers.length === 0
          ? words.storyNotApproved
          : words.storyApproved(list(told.approvers, language))}
        {took !== null && ` ${words.storyTook(duration(took, language))}`}
      </p>
      {told.changes.length === 0 ? (
        <p>{words.storyNoChanges}</p>
      ) : (
        <>
          <p>{words.storyChanges(told.changes.length)}</p>
          <ul>
            {told.changes.map((change) => (
              <li key={change.number}>
                <Outside to={change.url ?? null}>{change.title ?? `#${change.number}`}</Outside>
                {change.author !== null && change.author !== undefined && (
                  <span class="itgc-quiet">
                    {" "}
                    {words.by} {change.author}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {told.tickets.length > 0 && (
        <>
          <p>{words.storyTickets}</p>
          <ul>
            {told.tickets.map((ticket) => (
              <li key={ticket.key}>
                <Outside to={ticket.url}>{ticket.key}</Outside> {ticket.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
