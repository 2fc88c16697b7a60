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

/** For those who write documentation, and for vendors. */
export function DocsPage() {
  return (
    <>
      <h1 className="text-2xl/snug font-bold tracking-tight">For documentation and for vendors</h1>
      <Section title="Link a case">
        <p>
          Everything after “#” stays in the browser. A secret is never read from an address: your readers
          enter their own.
        </p>
        <div className="mt-2">
          <Code>
            {
              "https://YOUR-COPY/#v=1&scheme=libpixel&url=https%3A%2F%2Fexample.libpx.com%2Fcat.jpg%3Fwidth%3D200"
            }
          </Code>
        </div>
        <dl className="mt-3 grid grid-cols-[8rem_minmax(0,1fr)] gap-y-1">
          {PARAMETERS.map(([name, meaning]) => (
            <div key={name} className="contents">
              <dt className="font-mono text-sm/6">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Show it in a page">
        <p>
          The embed takes the same address, and “?theme=light”, “dark” or “auto”. Use examples with their
          published secrets: what a reader types stays in the frame, but a reader cannot tell a frame from a
          copy of it.
        </p>
        <div className="mt-2">
          <Code>{`<iframe src="https://YOUR-COPY/embed.html?theme=auto#v=1&example=libpixel-options" title="Signing, live" width="100%" height="420" allow="clipboard-write"></iframe>`}</Code>
        </div>
        <p className="mt-3">
          Beside the theme its query takes <code>scheme=libpixel</code> (or <code>urlbox</code>: no other can
          be chosen), <code>show=inputs,steps,options,code</code> (what it shows beside the verdict; the first
          two where it says nothing), and <code>accent=0a55a5</code> (six digits). <em>Share</em> on the page,{" "}
          <em>For a page</em>, writes the code for a case with a height that fits 320, 640 or 1000 px.
        </p>
        <p className="mt-3">
          It posts <code>{'{source: "countersign", type: "resize", height}'}</code> while no secret of a
          reader’s own is in it, and takes <code>{'{type: "setState", state: {example: "…"}}'}</code> and{" "}
          <code>{'{type: "setTheme", theme: "dark"}'}</code>.
        </p>
      </Section>
      <Section title="Answer an error with a link">
        <p>
          A vendor that refuses a signature can name the page where its cause is found, in the response itself
          (RFC 8288):
        </p>
        <div className="mt-2">
          <Code>
            {'Link: <https://YOUR-COPY/#v=1&scheme=urlbox&url=PERCENT-ENCODED-REQUEST>; rel="help"'}
          </Code>
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
