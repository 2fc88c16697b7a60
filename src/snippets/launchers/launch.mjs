// Runs programs one after the other, without a start of Node for each.
// usage: launch.mjs FILE FOLDER...
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , name, ...folders] = process.argv;

const own = { ...process.env };

/** No program finds what another was given. */
function setVariables(folder) {
  const pairs = readFileSync(join(folder, "variables"), "utf8").split("\0").filter(Boolean);
  const cut = (pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  process.env = { ...own, ...Object.fromEntries(pairs.map(cut)) };
}

const write = process.stdout.write;
for (const folder of folders) {
  let printed = "";
  let said = "";
  setVariables(folder);
  process.stdout.write = (text) => {
    printed += text;
    return true;
  };
  await import(pathToFileURL(join(folder, name)).href).catch((error) => {
    said = error.stack;
  });
  process.stdout.write = write;
  writeFileSync(join(folder, "printed"), printed);
  writeFileSync(join(folder, "said"), said);
  writeFileSync(join(folder, "status"), said ? "1" : "0");
}
