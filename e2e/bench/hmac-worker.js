// What WebCrypto can do: batches of short messages with keys that are imported once.
const BATCH = 512;
const KEYS = 16;
const utf8 = new TextEncoder();

self.onmessage = async ({ data: milliseconds }) => {
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const keys = await Promise.all(
    Array.from({ length: KEYS }, (_, at) =>
      crypto.subtle.importKey("raw", utf8.encode(`a secret of the bench ${at}`), algorithm, false, ["sign"]),
    ),
  );
  let done = 0;
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    await Promise.all(
      Array.from({ length: BATCH }, (_, at) =>
        crypto.subtle.sign(
          "HMAC",
          keys[at % KEYS],
          utf8.encode(`/images/photo.jpg?width=400&height=300&n=${done + at}`),
        ),
      ),
    );
    done += BATCH;
  }
  postMessage({ done, perSecond: (done / (performance.now() - start)) * 1000 });
};
