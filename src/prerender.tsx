import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./app/app";
import { fetchExamples, fetchFooter } from "./app/late-parts";
import { EmbedApp } from "./embed/embed-app";
import { createQueryClient } from "./session/queries";
import { Session } from "./session/session";
import { initialState } from "./session/state";
import { SessionContext } from "./session/use-session";
import { sign } from "./signing/computations";
import { readPaste } from "./signing/read-paste";

/** The first screen as HTML, with the first example signed by the same code that will sign in the page. */
export async function prerender(path: string): Promise<{ markup: string; firstSignature: string }> {
  // What comes late to the page is a part of its first screen all the same.
  await Promise.all([fetchFooter(), fetchExamples()]);
  const { scheme, pasted, settings, hash } = initialState();
  const { request } = readPaste(scheme, pasted, settings);
  if (!request.ok) throw new Error(`the first example cannot be signed: ${request.problem.sentence}`);
  const { secret } = scheme.examples[0];
  const firstSignature = await sign(hash, secret, request.value.signingString);
  const session = new Session(initialState(), createQueryClient(), { prerendered: firstSignature });
  const markup = renderToString(
    <SessionContext value={session}>
      <QueryClientProvider client={session.client}>
        <Suspense>{path.endsWith("/embed.html") ? <EmbedApp /> : <App />}</Suspense>
      </QueryClientProvider>
    </SessionContext>,
  );
  // React leaves out what has thrown, and says so in the markup alone.
  if (markup.includes("<!--$!-->")) throw new Error(`the first screen of ${path} cannot be rendered`);
  return { markup, firstSignature };
}
