import { memo, useSyncExternalStore } from "react";
import { schemes } from "../schemes";
import { TextLink, textLinkClass } from "../ui/text-link";

/** What the page promises, what vendors answer to a wrong signature, and the keys. */
export const Footer = memo(function Footer() {
  return (
    <footer data-screen className="still border-t border-line">
      <div className="mx-auto grid max-w-7xl gap-x-12 gap-y-6 px-4 py-8 text-soft sm:px-8 lg:grid-cols-2">
        <section aria-labelledby="privacy">
          <h2 id="privacy" className="mb-1 font-semibold text-ink">
            Privacy
          </h2>
          <p>
            The secret stays in this tab’s memory. It is never stored, sent, logged or put into an address,
            and the page’s security policy stops even injected code from sending it, as far as the browser
            knows how (Chromium does best). Forget clears it; so do leaving the page and 15 idle minutes. What
            no page can rule out: the browser’s own memory, extensions, clipboard history and screenshots.
            Within another site’s page, use the examples: Countersign tells that page nothing of your secret,
            but what you see there could be a copy.
          </p>
          <p className="mt-3 flex flex-wrap gap-x-5 pointer-coarse:my-1 pointer-coarse:*:py-2.75 pointer-coarse:*:min-w-11">
            <TextLink href="./promises.txt">Each promise is a test</TextLink>
            <TextLink href="./mistakes/index.html">All mistakes</TextLink>
            <button type="button" popoverTarget="shortcuts" className={textLinkClass}>
              Keys
            </button>
          </p>
          <CopyName />
        </section>
        <section aria-labelledby="vendor-errors">
          <h2 id="vendor-errors" className="mb-1 font-semibold text-ink">
            When the vendor says no
          </h2>
          <dl>
            {schemes.flatMap((scheme) =>
              scheme.vendorErrors.map(({ says, means, toDo }) => (
                <div key={says} className="mb-1.5">
                  <dt className="font-mono text-sm text-ink">{says}</dt>
                  <dd>
                    {means} {toDo}
                  </dd>
                </div>
              )),
            )}
          </dl>
        </section>
      </div>
    </footer>
  );
});

/** Which copy of the tool this is. Anyone can compute its name from the checksums, and who has the source the checksums. */
function CopyName() {
  // The build writes it into the page, once what stands there is known.
  const copy = useSyncExternalStore(
    () => () => {},
    () => document.documentElement.dataset.copy ?? "",
    () => "",
  );
  if (copy === "") return null;
  return (
    <p className="mt-3">
      This is copy <span className="font-mono text-sm text-ink">{copy}</span>.{" "}
      <TextLink href="./SHA256SUMS">The checksums of all its files</TextLink> tell it from any other.
    </p>
  );
}
