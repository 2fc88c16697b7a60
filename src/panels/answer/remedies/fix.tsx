import type { Explained } from "../../../diagnosis/diagnosis";
import type { Where } from "../../../diagnosis/where/where";
import type { PlaygroundProps } from "../../../session/use-playground";
import { joinUrl } from "../../../signing/url-text";
import { Button } from "../../../ui/button";
import { CopyButton } from "../../../ui/copy-button";
import { ChangedLines } from "../changed-lines";
import { madeIn, mistakesInCode } from "../in-code";
import { focusVerdict } from "../rewrite-button";
import { remediesOf } from "./remedies";
import type { Remedy } from "./remedy";

interface FixProps extends PlaygroundProps {
  readonly diagnosis: Explained;
  readonly where: Where;
  /** `null` where the URL on show is to stay. */
  readonly onUse: ((url: string) => void) | null;
}

/** What to do now: the right URL to take along, what to change, and the line of code where it is one of code. */
export function Fix({ playground, diagnosis, where, onUse }: FixProps) {
  const { state, hash, secret, signedUrl, request } = playground;
  const { mistakes } = diagnosis;
  const remedies = remediesOf(diagnosis, signedUrl).filter(({ url }) => url !== "");
  // What was valid before it was edited here was signed by code that is right.
  const inCode = playground.before || playground.edited ? [] : mistakesInCode(diagnosis);
  return (
    <section
      aria-label="Fix"
      className="border-t border-line px-4 py-4 max-lg:order-1 max-sm:pt-3 sm:px-5 compact:px-3 compact:py-3"
    >
      <h3 className="font-semibold text-good">
        Fix
        {remedies.length > 1 && <span className="ml-2 font-normal text-soft">choose one</span>}
      </h3>
      <ul className="mt-1.5 grid gap-3 sm:gap-2">
        {remedies.map((remedy, index) => (
          <Way key={remedy.words} remedy={remedy} isFirst={index === 0} demo={secret.demo} onUse={onUse} />
        ))}
      </ul>
      {playground.edited && remedies.length > 1 ? null : mistakes.length === 1 ? (
        <p className="mt-3 text-pretty">{mistakes[0]?.fix}</p>
      ) : (
        <ol className="mt-3 list-decimal space-y-0.5 pl-5">
          {mistakes.map((mistake) => (
            <li key={mistake.id}>{mistake.fix}</li>
          ))}
        </ol>
      )}
      <ChangedLines
        scheme={state.scheme}
        hash={diagnosis.resigned?.hash ?? hash}
        language={state.language}
        mistakes={inCode}
        made={madeIn(
          diagnosis,
          where,
          diagnosis.resigned?.url ?? signedUrl,
          request ? joinUrl(request.typed) : "",
        )}
        unsignedUrl={request ? joinUrl(request.unsigned) : ""}
      />
    </section>
  );
}

interface WayProps {
  readonly remedy: Remedy;
  readonly isFirst: boolean;
  /** True while a published secret signs: no account has that secret. */
  readonly demo: boolean;
  readonly onUse: ((url: string) => void) | null;
}

const SHORT = 13;

function Way({ remedy: { words, hint, url, use, what, isDoubtful }, isFirst, demo, onUse }: WayProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p className="min-w-0 grow text-pretty sm:basis-60">
        <span className="font-semibold">{words}</span>{" "}
        <span className="text-soft max-sm:hidden compact:hidden">{hint}</span>
      </p>
      <span className="flex gap-1.5 max-sm:w-full max-sm:justify-between">
        {onUse && (
          <Button
            look="bare"
            className="max-sm:-ml-2.5 compact:-ml-3"
            aria-label={use}
            onClick={() => {
              onUse(url);
              focusVerdict();
            }}
          >
            {use.length > SHORT ? use.split(" ")[0] : use}
          </Button>
        )}
        <CopyButton
          what={what ?? (isFirst ? "corrected URL" : "URL as signed")}
          text={url}
          look={isFirst && !demo && !isDoubtful ? "strong" : "plain"}
          inFull
        />
      </span>
    </li>
  );
}
