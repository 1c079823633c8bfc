import type { Deploy } from "./types";

/** Whose turn it is in each service and environment: 0 runs, 1 is next. */
export function queued(deploys: Deploy[]): { deploy: Deploy; position: number }[] {
  const waiting = new Map<string, number>();
  return [...deploys]
    .sort((a, b) => a.id - b.id)
    .map((deploy) => {
      if (deploy.result === "started") {
        return { deploy, position: 0 };
      }
      const place = `${deploy.service}\n${deploy.environment}`;
      const position = (waiting.get(place) ?? 0) + 1;
      waiting.set(place, position);
      return { deploy, position };
    });
}
