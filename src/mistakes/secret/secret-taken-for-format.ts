import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { goSprintf, perlPrintf, shellPrintf } from "../text/print-formats";
import { storedForm } from "../text/stored-forms";
import { LESS_USUAL, USUAL } from "../weights";

export const secretTakenForFormat: Mistake = {
  id: "secret-taken-for-format",
  group: "secret",
  title: "A “%” in the secret was taken for a conversion or a variable.",
  why: 'printf "$SECRET" in a shell, fmt.Sprintf(secret) in Go and printf in Perl read their first argument as a format; configparser, systemd and batch files read “%”, too.',
  fix: 'Print it with “%s” as the format (printf %s "$SECRET"), and double each “%” in a file whose reader halves it.',
  example: signedWithKey("w3%dq9Zr", "w30q9Zr"),
  nearMiss: signedWithKey("w3%dq9Zr", "w3dq9Zr"),
  *keys(key) {
    if (!key.includes("%")) return;
    yield { value: key.replaceAll("%%", "%"), weight: USUAL, ...DOUBLED };
    yield { value: shellPrintf(key), detail: "As a shell’s printf prints it.", weight: USUAL };
    yield { value: goSprintf(key), detail: "As Go’s Sprintf writes it.", weight: LESS_USUAL };
    yield { value: perlPrintf(key), detail: "As Perl’s printf prints it.", weight: LESS_USUAL };
    yield {
      value: key.replace(/%[A-Za-z_]\w*%/g, ""),
      detail: "A name between “%” was replaced by nothing.",
      weight: LESS_USUAL,
    };
  },
};

const DOUBLED = storedForm({
  title: "The secret entered here has “%%” where the one that signed has “%”.",
  shown:
    "In a batch file, a unit file of systemd or a file of configparser a “%” is written “%%”, and what reads it makes one of it.",
  read: "what read it made one “%” of two",
  cure: "double each “%” of it there, and print it with “%s” as the format",
});
