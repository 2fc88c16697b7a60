import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretDollarExpanded: Mistake = {
  id: "secret-dollar-expanded",
  group: "secret",
  title: "A “$” in the secret was taken for a variable.",
  why: "A shell, Docker Compose, Make or PHP’s double quotes replace “$name” by the variable’s value, which is mostly empty.",
  fix: "Put the secret into single quotes, or double each “$” in a Compose file.",
  example: signedWithKey("pa$word9", "pa"),
  nearMiss: signedWithKey("pa#word9", "pa"),
  *keys(key) {
    for (const [value, detail] of dollarExpansions(key)) yield { value, detail };
  },
};

/** Names and special parameters (POSIX shell, 2.5.2). */
const PARAMETERS = /\$(?:\{[^}]*\}|[A-Za-z_]\w*|[\d@*#?!-])/g;

const VALUES: Readonly<Record<string, string>> = { "$?": "0", "$#": "0", "$-": "hBc" };

const REFERENCE = /\$(?:\{[^}]*\}|\w+)/g;

/** What becomes of a secret with a `$` (or `%NAME%`) in a shell, Compose, Make, PHP or cmd, each with its cause. */
function dollarExpansions(key: string): [value: string, detail: string][] {
  const names = "A name after “$” was replaced by nothing.";
  const results: [string, string][] = [
    [key.replace(PARAMETERS, ""), names],
    [key.replace(/\$(?:\{[^}]*\}|[A-Za-z_]\w*)/g, ""), names],
    [
      key.replace(/\$\$|\$(?:\{[^}]*\}|[A-Za-z_]\w*|\d)/g, (all) => (all === "$$" ? "$" : "")),
      "“$$” became “$”.",
    ],
    [key.replaceAll("$$", "$"), "“$$” became “$”."],
    [
      key.replace(/\$(?:\([^)]*\)|\{[^}]*\}|.)/g, (all) => (all === "$$" ? "$" : "")),
      "Make took one character after “$” for a name.",
    ],
    [key.replace(REFERENCE, ""), names],
    ...["bash", "sh", "-bash", "zsh"].map((shell): [string, string] => [
      key.replace(PARAMETERS, (all) => VALUES[all] ?? (all === "$0" ? shell : "")),
      "“$” and a character became what a shell keeps there.",
    ]),
    [
      key.replace(/\{?\$[A-Za-z_]\w*(?:\[[^\]]*\]|->\w+)+\}?/g, ""),
      "PHP took an index or a property after “$name” along.",
    ],
    [key.replace(/\$./g, ""), "“$” and the character after it were dropped."],
    [key.replaceAll("$", ""), "Each “$” was dropped."],
    [key.replaceAll("$", "$$$$"), "“$” was doubled, and both were kept."],
    [key.replaceAll("$", "\\$"), "A backslash before “$” was kept."],
    [key.replaceAll("\\$", "$"), "A backslash before “$” was removed."],
    [key.replace(/%[A-Za-z_]\w*%/g, ""), "A name between “%” was replaced by nothing."],
    [key.replaceAll("%%", "%"), "“%%” became “%”."],
    [key.replace(/\$\([^)]*\)|`[^`]*`/g, ""), "A command was run and gave nothing."],
    [key.replace(/\$\{([^}]*)\}/g, "$$$1"), "Braces after “$” were dropped."],
    [key.replace(/\$\{\w+:?-([^}]*)\}/g, "$1"), "A default after “:-” was used."],
  ];
  for (const match of key.matchAll(PARAMETERS))
    results.push([
      key.slice(0, match.index) + key.slice(match.index + match[0].length),
      "One name after “$” was replaced by nothing.",
    ]);
  return results;
}
