import type { Language } from "./language";

/**
 * A few lines for the place in the reader's own code where the string is signed. They print one line,
 * `countersign1 LENGTH FINGERPRINT STRING`:
 * the secret's length in bytes, the first 4 hex digits of its SHA-256, and the signed string's bytes in hex.
 *
 * Sixteen bits tell a wrong secret from the right one but for one time in 65,536. They also let whoever reads the line discard guesses of a
 * secret that can be guessed, as any URL that it signed does in full.
 */
const PROBES: Readonly<Record<string, string>> = {
  node: `// import { createHash } from "node:crypto";
const fingerprint = createHash("sha256").update(secret).digest("hex").slice(0, 4);
const hex = Buffer.from(signingString).toString("hex");
console.log("countersign1", Buffer.byteLength(secret), fingerprint, hex);
`,
  python: `import hashlib
fingerprint = hashlib.sha256(secret.encode()).hexdigest()[:4]
print("countersign1", len(secret.encode()), fingerprint, signing_string.encode().hex())
`,
  php: `$fingerprint = substr(hash('sha256', $secret), 0, 4);
printf("countersign1 %d %s %s\\n", strlen($secret), $fingerprint, bin2hex($signingString));
`,
  ruby: `require "openssl"
fingerprint = OpenSSL::Digest.hexdigest("SHA256", secret)[0, 4]
puts "countersign1 #{secret.bytesize} #{fingerprint} #{signing_string.unpack("H*")[0]}"
`,
  java: `var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var key = secret.getBytes(utf8);
var sum = java.security.MessageDigest.getInstance("SHA-256").digest(key);
var hex = java.util.HexFormat.of().formatHex(signingString.getBytes(utf8));
System.out.printf("countersign1 %d %02x%02x %s%n", key.length, sum[0], sum[1], hex);
`,
  csharp: `var utf8 = System.Text.Encoding.UTF8;
var key = utf8.GetBytes(secret);
var sum = System.Security.Cryptography.SHA256.Create().ComputeHash(key);
var hex = System.BitConverter.ToString(utf8.GetBytes(signingString)).Replace("-", "").ToLowerInvariant();
System.Console.WriteLine("countersign1 {0} {1:x2}{2:x2} {3}", key.Length, sum[0], sum[1], hex);
`,
  go: `// import "crypto/sha256" and "fmt"
sum := sha256.Sum256([]byte(secret))
fmt.Printf("countersign1 %d %x %x\\n", len(secret), sum[:2], signingString)
`,
  shell: `fingerprint=$(printf %s "$secret" | openssl dgst -sha256 -r | cut -c 1-4)
length=$(printf %s "$secret" | wc -c | tr -d ' ')
hex=$(printf %s "$signing_string" | od -An -v -tx1 | tr -d ' \\n')
echo "countersign1 $length $fingerprint $hex"
`,
  browser: `const bytes = [secret, signingString].map((text) => new TextEncoder().encode(text));
const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes[0]));
const hex = (some) => Array.from(some, (byte) => byte.toString(16).padStart(2, "0")).join("");
console.log("countersign1", bytes[0].length, hex(sum.slice(0, 2)), hex(bytes[1]));
`,
};

/** The probe in this language, for variables that are named as in our own code: `secret` and `signingString` or `signing_string`. */
export function probeFor({ id }: Language): string {
  const probe = PROBES[id];
  if (probe === undefined) throw new Error(`no probe is written in ${id}`);
  return probe;
}
