import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { goSprintf, perlPrintf, shellPrintf } from "../text/print-formats";
import { LESS_USUAL, USUAL } from "../weights";

export const secretTakenForFormat: Mistake = {
  id: "secret-taken-for-format",
  group: "secret",
  title: "The percent signs of the secret were taken for conversions of a format.",
  why: 'printf "$SECRET" in a shell, fmt.Sprintf(secret) in Go and printf in Perl read their first argument as a format.',
  fix: 'Print it with “%s” as the format: printf %s "$SECRET".',
  example: signedWithKey("w3%dq9Zr", "w30q9Zr"),
  nearMiss: signedWithKey("w3%dq9Zr", "w3dq9Zr"),
  *keys(key) {
    if (!key.includes("%")) return;
    yield { value: shellPrintf(key), detail: "As a shell’s printf prints it.", weight: USUAL };
    yield { value: goSprintf(key), detail: "As Go’s Sprintf writes it.", weight: LESS_USUAL };
    yield { value: perlPrintf(key), detail: "As Perl’s printf prints it.", weight: LESS_USUAL };
    yield { value: key.replaceAll("%%", "%"), detail: "Each “%%” became “%”.", weight: LESS_USUAL };
    yield { value: key.replaceAll("%", "%%"), detail: "Each “%” was doubled.", weight: LESS_USUAL };
  },
};
