import type { JSX } from "preact";
import { usePage, useWords } from "../context";
import { useLive } from "../live";
import { Badge, Loaded, Section } from "../parts/basics";
import { Story } from "../parts/story";
import type { SharedDeploy } from "../types";

/** What somebody outside sees. */
export function SharedPage(): JSX.Element {
  const page = usePage();
  const words = useWords();
  const live = useLive<SharedDeploy>(page.shared, 30_000);
  if (live.problem?.status === 404) {
    return (
      <p class="itgc-problem" role="alert">
        {words.shareGone}
      </p>
    );
  }
  return (
    <Loaded live={live}>
      {(told) => (
        <Section title={`${told.service} → ${told.environment}`} aside={<Badge kind="result" value={told.result} />}>
          <Story told={told} />
        </Section>
      )}
    </Loaded>
  );
}
