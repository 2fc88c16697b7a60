import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretShellQuoted: Mistake = {
  id: "secret-shell-quoted",
  group: "secret",
  answerTells: "name",
  title: "The secret kept or lost what a shell or another program reads as an escape or a quote.",
  enteredTitle: "The secret entered here has backslashes that the one that signed has not.",
  why: "It went through “printf %q” or shlex.quote, or “\\!” was written inside double quotes, where bash keeps the backslash; or it was written for a batch file, a unit file or a template and read elsewhere.",
  fix: "Give the program the secret’s own characters, and quote only what a shell reads.",
  example: signedWithKey("ab!cd(9)", "ab\\!cd(9)"),
  nearMiss: signedWithKey("ab!cd(9)", "ab!cd9"),
  *keys(key) {
    const escaped = "Backslashes stood before its special characters.";
    yield { value: key.replaceAll("!", "\\!"), detail: "A backslash stood before “!”." };
    yield {
      value: key.replaceAll("\\!", "!"),
      detail: "The secret entered here has a backslash before “!”.",
      entered: true,
    };
    yield { value: key.replace(/[^\w@%+=:,./-]/g, "\\$&"), detail: escaped };
    yield { value: key.replace(/[^\w.,:/@%+-]/g, "\\$&"), detail: escaped };
    yield { value: key.replace(/[^A-Za-z0-9,._+:@%/\n-]/g, "\\$&"), detail: escaped };
    yield { value: key.replace(/[^A-Za-z0-9_]/g, "\\$&"), detail: escaped };
    yield { value: key.replace(/[$`"\\!]/g, "\\$&"), detail: escaped };
    yield { value: key.replace(/[$`"\\]/g, "\\$&"), detail: escaped };
    yield {
      value: key.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"),
      detail: "It was escaped for a regular expression.",
    };
    yield {
      value: key.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
      detail: "It was escaped for a regular expression.",
    };
    const inner = key.replaceAll("'", "'\\''");
    yield { value: inner, detail: "Each single quote was written as a shell writes it." };
    yield { value: `'${inner}'`, detail: "It stood in a shell’s quotes.", before: ["'"], after: ["'"] };
    yield { value: `'${key.replaceAll("'", `'"'"'`)}'`, detail: "It stood in a shell’s quotes." };
    yield { value: `$'${key.replace(/['\\]/g, "\\$&")}'`, detail: "It stood in a shell’s “$'…'”." };
    yield { value: key.replace(/\\([^\n])/g, "$1"), detail: "A shell removed the backslashes inside it." };
    yield { value: key.replace(/[&|<>^]/g, "^$&"), detail: "“^” stood before its special characters." };
    yield { value: key.replace(/\^(.)/g, "$1"), detail: "Windows’ command line removed each “^”." };
    yield { value: key.replaceAll("%", "%%"), detail: "Each “%” was doubled." };
    yield { value: key.replaceAll("!", ""), detail: "Each “!” was removed." };
    yield {
      value: key.replace(/![^ !]*!?/g, ""),
      detail: "What follows “!” was taken for a variable or a command of the history.",
    };
    yield { value: key.replaceAll("{", "{{").replaceAll("}", "}}"), detail: "Each brace was doubled." };
    yield {
      value: key.replaceAll("{{", "{").replaceAll("}}", "}"),
      detail: "Each doubled brace became one.",
    };
  },
};
