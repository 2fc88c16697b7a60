import { Suspense, useCallback } from "react";
import { replaceUrl } from "../signing/sign";
import { joinUrl } from "../signing/url-text";
import { OptionsPanel } from "./lazy-panels";
import type { PlaygroundProps } from "./playground";

/** The options of the link that is sent: the typed one, or the one that was built. */
export function QueryOptions({ playground: { state, change, reading, request } }: PlaygroundProps) {
  const text = request?.built ? request.unsigned : reading.text;
  const onQuery = useCallback(
    (query: string | null) => {
      const url = joinUrl({ ...text, query });
      change({ pasted: request?.built ? url : replaceUrl(state.pasted, reading, url) });
    },
    [text, change, request, state.pasted, reading],
  );
  if (text.origin === "" || (reading.takesSettings && !request)) return null;
  const count = text.query?.split("&").length ?? 0;
  const signedLast =
    request?.found?.misplaced === null && /&?signature=[^&]*$/.test((text.query ?? "").slice(-200));
  return (
    <Suspense>
      <OptionsPanel
        query={text.query}
        known={state.scheme.options}
        insertAt={signedLast ? count - 1 : count}
        onChange={onQuery}
      />
    </Suspense>
  );
}
