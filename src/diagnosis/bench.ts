import { hmacBytes, importHmacKey } from "../signing/hmac";
import { search } from "./search";

/** How fast the search is beside WebCrypto alone, measured in one run. */
export interface Rates {
  /** HMACs a second of a search that explains nothing. */
  readonly search: number;
  /** HMACs a second of bare `crypto.subtle.sign`, as many at once and with one key. */
  readonly bare: number;
  readonly ratio: number;
}

const MESSAGE = "/photos/my%20cat.jpg?src=https%3A%2F%2Fa.example%2Fb.png&width=200&height=100";

/** Runs both, one after the other. @param milliseconds how long bare WebCrypto is measured. */
export async function measureRates(milliseconds = 1500): Promise<Rates> {
  await bareRate(200);
  const bare = await bareRate(milliseconds);
  const diagnosis = await search({
    schemeId: "libpixel",
    pasted: `https://images.example.net${MESSAGE}&signature=${"0123456789".repeat(4)}`,
    settings: { apiKey: "", format: "png" },
    hash: "SHA-1",
    secret: "benchmark-secret-0123456789",
    otherSecrets: [],
  });
  const rate = diagnosis.tried / (diagnosis.milliseconds / 1000);
  return { search: Math.round(rate), bare: Math.round(bare), ratio: rate / bare };
}

async function bareRate(milliseconds: number): Promise<number> {
  const key = await importHmacKey("benchmark-secret", "SHA-1");
  const message = new TextEncoder().encode(MESSAGE);
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < milliseconds) {
    await Promise.all(Array.from({ length: 512 }, () => hmacBytes(key, message)));
    done += 512;
  }
  return done / ((performance.now() - started) / 1000);
}
