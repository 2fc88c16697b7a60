import { Code, Section } from "./document";

const PARAMETERS: readonly (readonly [name: string, meaning: string])[] = [
  ["v=1", "The format of the address."],
  ["scheme=", "“libpixel” or “urlbox”."],
  ["url=", "The URL to sign or to check, percent-encoded."],
  ["hash=", "“SHA-1” or “SHA-256”."],
  ["example=", "An example or a mistake by its id, with its published secret."],
  ["lang=", "The language of the code: node, python, php, ruby, java, csharp, go, shell, browser."],
  ["view=bytes", "The strings as bytes."],
];

const QUERY: readonly (readonly [name: string, meaning: string])[] = [
  ["theme=", "“light”, “dark” or “auto”."],
  ["scheme=", "“libpixel” or “urlbox”: no other can be chosen."],
  [
    "show=",
    "Any of inputs,steps,options,code: what it shows beside the verdict. The first two where it says nothing.",
  ],
  ["accent=", "A colour in six hexadecimal digits, such as 0a55a5."],
];

/** Stands for an address that the build does not know. */
const SOMEWHERE = "https://YOUR-COPY/";

const MESSAGES = `// Posted while no secret of a reader’s own is in it; the same for GitBook and Iframely:
{ source: "countersign", version: 1, type: "ready" }
{ source: "countersign", version: 1, type: "resize", height }

// Taken; a state has the fields of an address:
{ source: "countersign", type: "setState", state: { example: "…" } }
{ source: "countersign", type: "setTheme", theme: "dark" }`;

/** For those who write documentation, and for vendors. `site` is where this copy stands, with a slash at its end. */
export function DocsPage({ site = SOMEWHERE }: { readonly site?: string }) {
  return (
    <>
      <h1 className="text-2xl/snug font-bold tracking-tight">For documentation and for vendors</h1>
      <Section title="Link a case">
        <p>
          Everything after “#” stays in the browser. A secret is never read from an address: your readers
          enter their own.{site === SOMEWHERE && " “YOUR-COPY” stands for the address of this copy."}
        </p>
        <div className="mt-2">
          <Code>
            {`${site}#v=1&scheme=libpixel&url=https%3A%2F%2Fexample.libpx.com%2Fcat.jpg%3Fwidth%3D200`}
          </Code>
        </div>
        <Names of={PARAMETERS} />
      </Section>
      <Section title="Show it in a page">
        <p>
          The embed takes the same address, and before its “#” a query. Use examples with their published
          secrets: what a reader types stays in the frame, but a reader cannot tell a frame from a copy of it.
        </p>
        <div className="mt-2">
          <Code>{`<iframe src="${site}embed.html?theme=auto#v=1&example=libpixel-options" title="Signing, live" width="100%" height="420" allow="clipboard-write"></iframe>`}</Code>
        </div>
        <Names of={QUERY} />
        <p className="mt-3">
          <em>Share</em> on the page, <em>For a page</em>, writes the code for a case, with a height that fits
          320, 640 or 1000 px. The frame and the page around it talk by <code>postMessage</code>:
        </p>
        <div className="mt-2">
          <Code>{MESSAGES}</Code>
        </div>
      </Section>
      <Section title="Answer an error with a link">
        <p>
          A vendor that refuses a signature can name the page where its cause is found, in the response itself
          (RFC 8288):
        </p>
        <div className="mt-2">
          <Code>{`Link: <${site}#v=1&scheme=urlbox&url=PERCENT-ENCODED-REQUEST>; rel="help"`}</Code>
        </div>
      </Section>
      <Section title="Test a client">
        <p>
          <a className="underline" href="../vectors/libpixel.json">
            vectors/libpixel.json
          </a>{" "}
          and{" "}
          <a className="underline" href="../vectors/urlbox.json">
            vectors/urlbox.json
          </a>{" "}
          hold URLs with their secret, hash, signing string, signature and signed URL; wrong ones say which
          mistake is in them.
        </p>
      </Section>
    </>
  );
}

function Names({ of }: { readonly of: typeof PARAMETERS }) {
  return (
    <dl className="mt-3 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-y-1">
      {of.map(([name, meaning]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-sm/6">{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
