import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { rightRequestQuery } from "../../session/queries";
import { useSession } from "../../session/use-session";
import { type Shared, sharedSignatures } from "../../signing/clients/two-urls";
import { findUrls } from "../../signing/find/find-url";
import { readPaste } from "../../signing/read-paste";
import { joinUrl } from "../../signing/url-text";
import { listed } from "../../signing/wording/listed";
import type { ClientsPanelProps } from "./props";

type Judge = Pick<ClientsPanelProps, "scheme" | "hash" | "revisions" | "hasSecret">;

interface SharedSignaturesProps extends Judge {
  readonly urls: readonly string[];
  /** Where and when the URLs were pasted. */
  readonly place: string;
}

/** The same of what was pasted as the URL: a srcset, a page's images. */
export function SharedInPaste({ pasted, ...judge }: Judge & { readonly pasted: string }) {
  const urls = useMemo(() => findUrls(pasted, judge.scheme).map(({ url }) => url), [pasted, judge.scheme]);
  return <SharedSignatures {...judge} urls={urls} place="pasted" />;
}

/** URLs that carry one signature over several strings, such as a srcset of which one width was signed. */
export function SharedSignatures({ urls, ...judge }: SharedSignaturesProps) {
  const groups = useMemo(() => sharedSignatures(judge.scheme, urls), [judge.scheme, urls]);
  return (
    <ul data-testid="shared-signatures" className="mt-3 grid gap-2 empty:hidden">
      {groups.map((group) => (
        <Group key={group.signature} {...judge} {...group} />
      ))}
    </ul>
  );
}

function Group({
  urls,
  differ,
  signature,
  scheme,
  hash,
  revisions,
  hasSecret,
  place,
}: Shared & Omit<SharedSignaturesProps, "urls">) {
  const { secret } = useSession();
  const requests = urls.flatMap((url) => {
    const { request } = readPaste(scheme, url);
    return request.ok ? [request.value] : [];
  });
  const { data: right } = useQuery(
    rightRequestQuery(
      secret,
      requests,
      requests[0]?.hash ?? hash,
      revisions,
      `${place} ${signature}`,
      hasSecret,
    ),
  );
  return (
    <li>
      <p className="font-medium">
        {urls.length} URLs carry one signature, and differ in {listed(differ)}: at most one of them is right.
        That is certain without any secret.
      </p>
      {right && (
        <p data-testid="right-one" className="mt-1 break-all">
          Signed with this secret was <code className="specimen">{joinUrl(right.typed)}</code>
        </p>
      )}
      {right === null && <p className="mt-1">None of them was signed with this secret.</p>}
    </li>
  );
}
