import type { Page } from "./place";

/** An answer that is no success; its message is a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface Answer<T> {
  value: T;
  tag: string | null;
}

function messageOf(body: unknown): string {
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
    ? body.message
    : "";
}

async function read(response: Response): Promise<unknown> {
  const json = response.headers.get("Content-Type")?.startsWith("application/json") === true;
  const body: unknown = json ? await response.json() : null;
  if (!response.ok) {
    throw new Problem(response.status, messageOf(body));
  }
  return body;
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  const response = await fetch(url, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  return { value: (await read(response)) as T, tag: response.headers.get("ETag") };
}

/** Posts a form with the crumb that Jenkins writes at the head of each page. */
export async function post<T>(page: Page, path: string, values: Record<string, string>): Promise<T> {
  const { crumbHeader, crumbValue } = document.head.dataset;
  const headers: Record<string, string> = { Accept: "application/json" };
  if (crumbHeader !== undefined && crumbValue !== undefined) {
    headers[crumbHeader] = crumbValue;
  }
  const response = await fetch(apiUrl(page, path), { method: "POST", headers, body: new URLSearchParams(values) });
  return (await read(response)) as T;
}

export function apiUrl(page: Page, path: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
  return `${page.root}/deploys/api/${path}${search === "" ? "" : `?${search}`}`;
}
