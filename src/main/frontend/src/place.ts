/** What the page around the application says about it. */
export interface Page {
  /** Path of the controller, without a slash at the end. */
  root: string;
  /** Where the one deploy of a share link comes from; empty for the whole dashboard. */
  shared: string;
  /** The only service and environment to begin with; empty for all. */
  service: string;
  environment: string;
  rights: ReadonlySet<string>;
  language: "en" | "ja";
}

export function readPage(element: HTMLElement): Page {
  const data = element.dataset;
  return {
    root: data.root ?? "",
    shared: data.shared ?? "",
    service: data.service ?? "",
    environment: data.environment ?? "",
    rights: new Set((data.rights ?? "").split(" ").filter((right) => right !== "")),
    language: element.lang === "ja" ? "ja" : "en",
  };
}
