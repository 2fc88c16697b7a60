import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { mistakesOf } from "../diagnosis/registry";
import type { Mistake } from "../mistakes/mistake";
import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import { exampleOf, schemeOf } from "../vectors/wrong-url";
import { DocsPage } from "./docs-page";
import { Document } from "./document";
import { IndexPage } from "./index-page";
import { MistakePage } from "./mistake-page";
import { inWords } from "./words";

/** A file of the build, by its path in it. */
export interface BuiltPage {
  readonly fileName: string;
  readonly source: string;
}

interface Frame {
  readonly css: string;
  readonly policy: string;
}

interface Site extends Frame {
  /** Where this copy will stand, where the build knows it; with a slash at its end. */
  readonly site?: string;
}

/** A page for each mistake, the list of them, and one for documentation writers. */
export async function renderPages({ site, ...frame }: Site): Promise<BuiltPage[]> {
  const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];
  const told = all.map((mistake): [Mistake, Scheme] => [mistake, schemeOf(mistake.example)]);
  const title = "Why a URL’s signature does not match.";
  const cases = await Promise.all(all.map(exampleOf));
  return [
    page(
      "index",
      title,
      title,
      <IndexPage mistakes={told} schemes={schemes} live={cases.filter(Boolean).length} />,
      frame,
    ),
    page(
      "for-docs",
      "For documentation.",
      "Links, the embed and vectors.",
      <DocsPage {...(site && { site })} />,
      frame,
    ),
    ...(await Promise.all(told.map(([mistake, scheme]) => mistakePage(mistake, scheme, frame)))),
  ];
}

async function mistakePage(mistake: Mistake, scheme: Scheme, frame: Frame): Promise<BuiltPage> {
  const others = schemes.filter((other) => other !== scheme && mistakesOf(other).includes(mistake));
  const live = (await exampleOf(mistake))?.[1] ?? null;
  const { title, why } = inWords(mistake, scheme);
  const content = <MistakePage mistake={mistake} schemes={[scheme, ...others]} live={live} />;
  return page(mistake.id, title, why, content, frame);
}

function page(name: string, title: string, description: string, content: ReactNode, frame: Frame): BuiltPage {
  const markup = renderToStaticMarkup(
    <Document title={title} description={description} {...frame}>
      {content}
    </Document>,
  );
  return { fileName: `mistakes/${name}.html`, source: `<!doctype html>\n${markup}\n` };
}
