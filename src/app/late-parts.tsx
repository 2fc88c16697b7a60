import { memo, Suspense } from "react";
import { panel } from "../panels/panel";

const [Footer, fetchFooter] = panel(async () => (await import("./footer")).Footer);
const [ExamplesList, fetchExamples] = panel(async () => (await import("./examples-list")).ExamplesList);
const [KeysDialog, fetchKeys] = panel(async () => (await import("./keys-dialog")).KeysDialog);

export { ExamplesList, fetchExamples, fetchFooter, fetchKeys, KeysDialog };

/** The build has written it into the page, where it stands before its code comes: it is links and text. */
export const LateFooter = memo(function LateFooter() {
  return (
    <Suspense>
      <Footer />
    </Suspense>
  );
});
