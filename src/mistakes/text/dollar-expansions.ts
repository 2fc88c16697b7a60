/** Names and special parameters (POSIX shell, 2.5.2). */
const PARAMETERS = /\$(?:\{[^}]*\}|[A-Za-z_]\w*|[\d@*#?!-])/g;

const SPECIAL = /\$[\d@*#?!-]/;

const VALUES: Readonly<Record<string, string>> = { "$?": "0", "$#": "0", "$-": "hBc" };

const USERS = ["root", "ubuntu", "node", "www-data", "deploy", "ec2-user", "runner", "app", "admin"];

/** What variables that every shell has hold on servers, in containers and in CI. */
const HELD: readonly [name: RegExp, values: readonly string[]][] = [
  [/\$(?:(?:USER|LOGNAME|USERNAME)(?!\w)|\{(?:USER|LOGNAME|USERNAME)\})/g, USERS],
  [
    /\$(?:HOME(?!\w)|\{HOME\})/g,
    ["/root", "/var/www", "/app", ...USERS.slice(1).map((user) => `/home/${user}`)],
  ],
  [/\$(?:PWD(?!\w)|\{PWD\})/g, ["/", "/app", "/root", "/usr/src/app", "/var/www/html", "/var/task"]],
  [/\$(?:SHELL(?!\w)|\{SHELL\})/g, ["/bin/bash", "/bin/sh", "/bin/zsh"]],
];

const REFERENCE = /\$(?:\{[^}]*\}|\w+)/g;

/** What was written so that a `$` stays is the mistake where nothing reads it. */
const ONCE = "Write each “$” once and without a backslash where nothing replaces it.";

/** What becomes of a text with a `$` in a shell, Compose, Make or PHP, each with its cause, and what to do where that is not the usual. */
export function dollarExpansions(text: string): [value: string, detail: string, fix?: string][] {
  const names = "A name after “$” was replaced by nothing.";
  const specials =
    "What follows “$” was taken for a shell’s own variable, such as “$1”, and replaced by nothing.";
  const results: [string, string, string?][] = [
    [text.replace(PARAMETERS, ""), SPECIAL.test(text) ? specials : names],
    [text.replace(/\$(?:\{[^}]*\}|[A-Za-z_]\w*)/g, ""), names],
    [
      text.replace(/\$\$|\$(?:\{[^}]*\}|[A-Za-z_]\w*|\d)/g, (all) => (all === "$$" ? "$" : "")),
      "“$$” became “$”.",
    ],
    [text.replaceAll("$$", "$"), "“$$” became “$”."],
    [
      text.replace(/\$\([^)]*\)|`[^`]*`/g, ""),
      "What stands in “$(…)” or backticks was taken for a command, or by Make for a name, and gave nothing.",
    ],
    [
      text.replace(/\$(?:\([^)]*\)|\{[^}]*\}|.)/g, (all) => (all === "$$" ? "$" : "")),
      "Make took what follows “$” for a name.",
    ],
    [text.replace(REFERENCE, ""), names],
    ...["bash", "sh", "-bash", "zsh"].map((shell): [string, string] => [
      text.replace(PARAMETERS, (all) => VALUES[all] ?? (all === "$0" ? shell : "")),
      "“$” and a character became what a shell keeps there.",
    ]),
    [
      text.replace(/\{?\$[A-Za-z_]\w*(?:\[[^\]]*\]|->\w+)+\}?/g, ""),
      "PHP took an index or a property after “$name” along.",
    ],
    [text.replace(/\$./g, ""), "“$” and the character after it were dropped."],
    [text.replaceAll("$", ""), "Each “$” was dropped."],
    [text.replaceAll("$", "$$$$"), "“$” was doubled, and both were kept.", ONCE],
    [text.replaceAll("$", "\\$"), "A backslash before “$” was kept.", ONCE],
    [text.replaceAll("\\$", "$"), "A backslash before “$” was removed."],
    [text.replace(/\$\{([^}]*)\}/g, "$$$1"), "Braces after “$” were dropped."],
    [text.replace(/\$\{\w+:?-([^}]*)\}/g, "$1"), "A default after “:-” was used."],
  ];
  for (const [name, values] of HELD)
    for (const value of values)
      results.push([
        text.replace(name, value),
        "A name after “$” was replaced by what that variable often holds.",
      ]);
  for (const match of text.matchAll(PARAMETERS))
    results.push([
      text.slice(0, match.index) + text.slice(match.index + match[0].length),
      SPECIAL.test(match[0]) ? specials : "One name after “$” was replaced by nothing.",
    ]);
  return results;
}
