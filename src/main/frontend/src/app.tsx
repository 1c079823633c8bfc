import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "./context";
import { AuditPage } from "./pages/audit";
import { CalendarPage } from "./pages/calendar";
import { DeployPage } from "./pages/deploy";
import { HistoryPage } from "./pages/history";
import { MetricsPage } from "./pages/metrics";
import { NowPage } from "./pages/now";
import { formatRoute, type PageName, parseRoute, type Route } from "./route";

const TABS = ["now", "history", "metrics", "calendar", "audit"] as const satisfies PageName[];

function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = (): void => {
      setHash(location.hash);
    };
    addEventListener("hashchange", changed);
    return () => {
      removeEventListener("hashchange", changed);
    };
  }, []);
  return parseRoute(hash);
}

function Shown({ route }: { route: Route }): JSX.Element {
  switch (route.page) {
    case "now":
      return <NowPage />;
    case "history":
      return <HistoryPage query={route.query} />;
    case "deploy":
      return <DeployPage id={route.id ?? 0} />;
    case "metrics":
      return <MetricsPage query={route.query} />;
    case "calendar":
      return <CalendarPage query={route.query} />;
    case "audit":
      return <AuditPage />;
  }
}

export function App(): JSX.Element {
  const words = useWords();
  const route = useRoute();
  const content = useRef<HTMLDivElement>(null);
  const where = `${route.page}/${route.id ?? ""}`;
  const before = useRef(where);

  // Who works with a keyboard or a screen reader goes on where the new page begins.
  useEffect(() => {
    if (before.current !== where) {
      before.current = where;
      content.current?.focus();
    }
  }, [where]);

  const current = route.page === "deploy" ? "history" : route.page;
  return (
    <>
      <nav class="itgc-tabs" aria-label={words.pages}>
        <ul>
          {TABS.map((tab) => (
            <li key={tab}>
              <a href={formatRoute(tab)} {...(tab === current ? { "aria-current": "page" } : {})}>
                {words[tab]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div ref={content} class="itgc-content" tabIndex={-1}>
        <Shown route={route} />
      </div>
    </>
  );
}
