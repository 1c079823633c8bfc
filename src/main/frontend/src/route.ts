/** Addresses inside the dashboard stand behind the #, so that they last wherever the dashboard stands. */
export type PageName = "now" | "history" | "deploy" | "metrics" | "calendar" | "audit";

export interface Route {
  page: PageName;
  /** The deploy, on its page. */
  id: number | null;
  query: Record<string, string>;
}

const PAGES: readonly string[] = ["now", "history", "deploy", "metrics", "calendar", "audit"];

/** Everything that is no address leads to the first page. */
export function parseRoute(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [name = "", id = ""] = path.split("/");
  const query = Object.fromEntries(new URLSearchParams(search));
  if (name === "deploy") {
    return /^[0-9]{1,15}$/.test(id)
      ? { page: "deploy", id: Number(id), query }
      : { page: "history", id: null, query: {} };
  }
  return { page: PAGES.includes(name) ? (name as PageName) : "now", id: null, query };
}

export function formatRoute(page: PageName, query: Record<string, string> = {}, id?: number): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
  return `#/${page}${id === undefined ? "" : `/${id}`}${search === "" ? "" : `?${search}`}`;
}
