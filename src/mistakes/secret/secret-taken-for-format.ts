import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { storedForm } from "../text/stored-forms";
import { goSprintf, perlPrintf, shellPrintf } from "../text/values/print-formats";
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
    const [cut, printed] = [key.slice(0, key.indexOf("%")), shellPrintf(key)];
    if (cut === printed) yield { value: cut, ...CUT, detail: "It ended at its first “%”." };
    else {
      yield { value: printed, detail: "As a shell’s printf prints it.", weight: USUAL };
      yield { value: cut, ...BY_CRON, detail: "It ended at its first “%”." };
    }
    yield { value: goSprintf(key), detail: "As Go’s Sprintf writes it.", weight: LESS_USUAL };
    yield { value: perlPrintf(key), detail: "As Perl’s printf prints it.", weight: LESS_USUAL };
    yield {
      value: key.replace(/%[A-Za-z_]\w*%/g, ""),
      detail: "A name between “%” was replaced by nothing.",
      weight: LESS_USUAL,
    };
  },
};

const BY_CRON = {
  fix: "Write “\\%” for each “%” in a crontab, or have the command read the secret from a file.",
  telling: { why: "In a crontab the command ends at its first “%”." },
};

const CUT = {
  fix: 'Write “\\%” for each “%” in a crontab, and print the secret with “%s” as the format (printf %s "$SECRET").',
  telling: {
    why: 'A line of a crontab ends at its first “%”, and printf "$SECRET" in a shell stops where no conversion follows one.',
  },
};

const DOUBLED = storedForm({
  title: "The secret entered here has “%%” where the one that signed has “%”.",
  shown:
    "In a batch file, a unit file of systemd or a file of configparser a “%” is written “%%”, and what reads it makes one of it.",
  read: "what read it made one “%” of two",
  cure: "double each “%” of it there, and print it with “%s” as the format",
});
