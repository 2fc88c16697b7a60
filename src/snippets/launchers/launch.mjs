// Runs programs one after the other, without a start of Node for each.
// usage: launch.mjs FILE FOLDER...
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , name, ...folders] = process.argv;

function setVariables(folder) {
  for (const pair of readFileSync(join(folder, "variables"), "utf8").split("\0").filter(Boolean)) {
    const at = pair.indexOf("=");
    process.env[pair.slice(0, at)] = pair.slice(at + 1);
  }
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
