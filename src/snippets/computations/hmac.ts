import type { ComputationInCode } from "./in-code";

/** HMAC with the secret as its key, by hashes that every language has and spells by one rule. */
export function hmac(hash: "SHA-1" | "SHA-256"): ComputationInCode {
  const upper = hash.replace("-", "");
  const lower = upper.toLowerCase();
  return {
    node: { imports: "createHmac", begin: (secret) => `createHmac("${lower}", ${secret})` },
    browser: `  const utf8 = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "${hash}" };
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), algorithm, false, ["sign"]);
  const hmac = await crypto.subtle.sign("HMAC", key, utf8.encode(signingString));
  const signature = Array.from(new Uint8Array(hmac), (byte) => byte.toString(16).padStart(2, "0")).join("");`,
    python: {
      imports: ["hashlib", "hmac"],
      signature: `hmac.new(secret.encode(), signing_string.encode(), hashlib.${lower}).hexdigest()`,
    },
    php: `hash_hmac('${lower}', $signingString, $secret)`,
    ruby: `OpenSSL::HMAC.hexdigest("${upper}", secret, signing_string)`,
    java: {
      imports: ["javax.crypto.Mac", "javax.crypto.spec.SecretKeySpec"],
      lines: `    var mac = Mac.getInstance("Hmac${upper}");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "Hmac${upper}"));
    var signature = HexFormat.of().formatHex(mac.doFinal(signingString.getBytes(UTF_8)));
`,
    },
    csharp: {
      using: `var hmac = new HMAC${upper}(Encoding.UTF8.GetBytes(secret))`,
      bytes: "hmac.ComputeHash(Encoding.UTF8.GetBytes(signingString))",
    },
    go: {
      imports: ["crypto/hmac", `crypto/${lower}`],
      lines: `	mac := hmac.New(${lower}.New, []byte(secret))
	mac.Write([]byte(signingString))
	signature := hex.EncodeToString(mac.Sum(nil))
`,
    },
    shell: (secret) => `signature=$(printf %s "$signing_string" |
  openssl dgst -${lower} -r -hmac "${secret}" |
  cut -d ' ' -f 1)`,
  };
}
