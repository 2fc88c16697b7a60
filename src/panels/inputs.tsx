import type { ReactNode } from "react";
import type { PlaygroundProps } from "../session/use-playground";
import { Choices } from "./input/choices";
import { RenderLinkFields } from "./input/render-link-fields";
import { SecretField } from "./input/secret-field";
import { UrlField } from "./input/url-field";

/** What the user gives: scheme, URL, secret. */
export function Inputs({ playground, children }: PlaygroundProps & { readonly children: ReactNode }) {
  const { session, state, reading, request, hash, secret } = playground;
  const decided = request?.hash ?? null;
  const hashShown = decided && state.hashChosenFor !== state.pasted ? decided : state.hash;
  return (
    <div className="-m-1 flex min-w-0 flex-col gap-5 self-start p-1 compact:gap-3 compact:min-[45rem]:sticky compact:min-[45rem]:top-3 lg:not-compact:sticky lg:not-compact:top-6 lg:not-compact:max-h-[calc(100dvh-3rem)] lg:not-compact:overflow-y-auto">
      <Choices
        scheme={state.scheme}
        hash={hashShown}
        signs={hash}
        digits={decided ? (request?.found?.text.length ?? 0) : 0}
        onScheme={session.chooseScheme}
        change={session.edit}
      />
      <UrlField
        value={state.pasted}
        parts={reading.pastedParts}
        status={request ? (request.found ? "has a signature" : "not signed yet") : ""}
        session={session}
      />
      {reading.takesSettings && (
        <RenderLinkFields
          value={state.settings}
          formats={state.scheme.formats}
          onChange={(settings) => session.edit({ settings }, { run: "settings" })}
        />
      )}
      <SecretField
        session={session}
        facts={secret}
        name={state.scheme.secretLabel}
        signs={request !== null && !request.found}
      />
      {children}
    </div>
  );
}
