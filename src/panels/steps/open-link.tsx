import { Suspense } from "react";
import { isOpenable } from "../../signing/openable";
import { FramedLink, usePanels } from "../lazy-panels";
import { OpenFace } from "./open-face";

/** Opens the final URL in a new tab, once the code for it is there. */
export function OpenLink({ url }: { readonly url: string }) {
  const panels = usePanels();
  const target = isOpenable(url) ? url : "";
  return (
    <span data-screen className={`relative inline-flex ${target ? "" : "invisible"}`}>
      {panels ? (
        <Suspense fallback={<OpenFace />}>
          <FramedLink target={target} />
        </Suspense>
      ) : (
        <OpenFace />
      )}
    </span>
  );
}
