import { useMemo } from "react";
import { alike, type Fetching, toldFetchings, whoCanFetch } from "../../signing/clients/who-can-fetch";
import type { SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { listed } from "../../signing/wording/listed";
import { Button } from "../../ui/button";
import { FoldMark } from "../../ui/fold-mark";
import { focusVerdict } from "../answer/rewrite-button";
import { Changes } from "../changes";

interface ClientsProps {
  /** The signed URL. */
  readonly url: string;
  readonly request: SigningRequest;
  readonly onUse: (url: string) => void;
}

/** A longer one is no URL that clients send. */
const LONGEST = 8_000;
/** One line on who sends the URL as it was signed; opened, what each client makes of it and how to prevent that. */
export function Clients({ url, request, onUse }: ClientsProps) {
  const fetchings = useMemo(() => (url.length > LONGEST ? [] : whoCanFetch(url)), [url]);
  if (fetchings.length === 0) return null;
  const others = fetchings.filter(({ sent }) => sent.sends !== "same");
  const same = fetchings.filter(({ sent }) => sent.sends === "same");
  return (
    <details className="group">
      <summary className="flex list-none items-baseline px-4 py-2.5 marker:hidden sm:px-5 compact:px-3 compact:py-1.5 pointer-coarse:py-2.75!">
        <FoldMark />
        {toldFetchings(fetchings)}
      </summary>
      <div className="px-4 pb-4 sm:px-5 compact:px-3">
        <ul data-testid="clients" aria-label="Clients" className="flex flex-wrap gap-x-4 gap-y-2">
          {others.map((fetching) => (
            <Otherwise key={fetching.client.name} {...fetching} />
          ))}
          {same.map(({ client: { name, measured } }) => (
            <li key={name} data-client={name} data-sends="same">
              {name} <span className="text-sm text-soft">{measured}</span>{" "}
              <span className="text-sm text-good">as signed</span>
            </li>
          ))}
        </ul>
        {others.length > 0 && <Alike request={request} onUse={onUse} />}
        <p className="mt-3 text-sm text-soft">Recorded with the versions named here; others may differ.</p>
      </div>
    </details>
  );
}

function Otherwise({ client: { name, measured, cure }, sent, changes }: Fetching) {
  return (
    <li data-client={name} data-sends={sent.sends} className="w-full">
      <span className="font-medium">{name}</span> <span className="text-sm text-soft">{measured}</span>{" "}
      {sent.sends === "refused" ? <span className="text-warn">refuses it: {sent.why}.</span> : "sends"}
      {sent.sends === "changed" && <Changes changes={changes} inline />}
      {cure && <p className="text-soft">{cure}</p>}
    </li>
  );
}

/** An address in a value, not escaped. */
const HOLDS_ADDRESS = /=https?:\/\//i;

/** The form that all send alike, which has to be signed anew. */
function Alike({ request, onUse }: Omit<ClientsProps, "url">) {
  const unsigned = joinUrl(request.unsigned);
  const rewritten = useMemo(() => alike(unsigned), [unsigned]);
  const still = whoCanFetch(rewritten).flatMap(({ client, sent }) =>
    sent.sends === "same" ? [] : [client.name],
  );
  if (rewritten === unsigned)
    return <p className="mt-3 text-soft">It has no form that all of them send alike.</p>;
  return (
    <div className="mt-3">
      <Button
        onClick={() => {
          onUse(rewritten);
          focusVerdict();
        }}
      >
        Write it as all send it alike
      </Button>
      <p className="mt-1 text-sm text-soft">
        It means the same and is signed anew.
        {HOLDS_ADDRESS.test(rewritten) &&
          !HOLDS_ADDRESS.test(unsigned) &&
          " The address in it is then no longer escaped, so that none with an “&” or “#” of its own may take its place."}
        {still.length > 0 && ` Only ${listed(still)} would still change it.`}
      </p>
    </div>
  );
}
