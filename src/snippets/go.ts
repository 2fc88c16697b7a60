import { quoted } from "./grammar";
import type { Language } from "./language";
import { escapeLiteral, utf32Escape } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** Go, as `gofmt` writes it. */
export const go: Language = {
  id: "go",
  label: "Go",
  fileName: "sign.go",
  write,
  grammar: {
    comment: /\/\/.*/,
    string: quoted('"'),
    keywords: "byte func if import nil package",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf32Escape)}"`;
}

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  return `package main

import (
	"crypto/hmac"
	"crypto/${plan.algorithm}"
	"encoding/hex"
	"fmt"
	"log"
	"os"
)

func main() {
	secret, ok := os.LookupEnv("${plan.secretVariable}")
	if !ok {
		log.Fatal("${plan.secretVariable} is not set")
	}

	signingString := ${quote(plan.signingString)}
	mac := hmac.New(${plan.algorithm}.New, []byte(secret))
	mac.Write([]byte(signingString))
	signature := hex.EncodeToString(mac.Sum(nil))

	fmt.Println(${url.join(" + ")})
}
`;
}
