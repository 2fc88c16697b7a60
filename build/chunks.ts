import { existsSync } from "node:fs";

const SOURCE = new URL("../src/", import.meta.url);

/** What comes in one file. All else is as small as its `import()`. */
export const chunks = [
  // What every page loads at first: it is smaller in one file, and what comes late is no part of it.
  { name: "first", tags: ["$initial" as const], minShareCount: 2 },
  // A risk may not wait until the page has come to rest.
  { name: "notes", test: modules("panels/answer/page-notes") },
  // All of these come when the page rests. A request for each would cost the browser more than what is in it.
  {
    name: "late",
    test: modules(
      "app/examples-list",
      "app/footer",
      "app/keys-dialog",
      "panels/answer/beside-verdict",
      "panels/answer/vendor-says",
      "panels/answer/typing-bar",
      "panels/input/options-section",
      "panels/input/other-hash",
      "panels/input/other-secrets-field",
      "panels/input/paint-first",
      "panels/input/scheme-fields",
      "panels/input/secret-paste",
      "panels/input/undo-outside",
      "panels/known/ask-panel",
      "panels/many/file-picker",
      "panels/many/way-back",
      "panels/share/share-dialog",
      "panels/steps/bytes-view",
      "panels/steps/framed-link",
    ),
  },
  {
    name: "find",
    test: modules("diagnosis/edit/edit", "schemes/no-links", "signing/find/find", "signing/find/find-url"),
  },
];

/**
 * @param names paths in `src`, without their endings.
 * @throws where one of them is no module.
 */
function modules(...names: readonly string[]): RegExp {
  for (const name of names)
    if (!["ts", "tsx"].some((ending) => existsSync(new URL(`${name}.${ending}`, SOURCE))))
      throw new Error(`A chunk names a module that is not there: ${name}.`);
  return new RegExp(`src[\\\\/](?:${names.join("|").replaceAll("/", "[\\\\/]")})\\.tsx?$`);
}
