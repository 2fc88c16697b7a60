import { describe, expect, it } from "vitest";
import { readPaste } from "../../signing/read-paste";
import { initialState } from "../state";
import { besideNote } from "./secret-beside";

const { scheme, settings } = initialState();
const url = "https://a.test/1.jpg?width=3";
const told = (pasted: string) => besideNote(pasted, readPaste(scheme, pasted, settings));

describe("a secret beside the URL", () => {
  it.each([
    `LIBPIXEL_SECRET=k7Qm2vX9dRt4\nURL=${url}`,
    `export LIBPIXEL_SECRET_PROD='k7Qm2vX9dRt4'\ncurl ${url}`,
    `{"url": "${url}", "apiSecret": "k7Qm2vX9dRt4"}`,
    `const secret = "k7Qm2vX9+/Rt4==";\nconst url = "${url}";`,
    `secret = b"k7Qm2vX9dRt4"\nurl = "${url}"`,
    `secret := "k7Qm2vX9dRt4"\nurl := "${url}"`,
    `$secretKey => 'k7Qm2vX9dRt4', 'url' => '${url}'`,
    `secret: k7Qm2vX9dRt4 url: ${url}`,
    `The secret: k7Qm2vX9dRt4. The URL: ${url}`,
    `secret: 'k7Qm$2vX%9dRt4' ${url}`,
    `secret: 0f3a9c71d2e84b65 ${url}`,
    `secret = getenv("LIBPIXEL_SECRET") or "k7Qm2vX9dRt4"\nold_secret = "k7Qm2vX9dRt4"\n${url}`,
  ])("is told, and not shown: %s", (pasted) => {
    const [note] = told(pasted);
    expect(note?.risk).toBe(true);
    expect(note?.sentence).not.toContain("k7Qm");
  });

  it.each([
    url,
    `${url}&secret=abcdefgh1`,
    `My secret is wrong for ${url}`,
    `token: abcdefgh1 ${url}`,
    // Where it is read from.
    `secret = os.environ["LIBPIXEL_SECRET_1"]\nurl = "${url}"`,
    `const secret = process.env.LIBPIXEL_SECRET2;\nconst url = "${url}"`,
    `$secret = getenv('LIBPIXEL_SECRET');\n$url = '${url}'`,
    `secret = ENV.fetch("LIBPIXEL_SECRET")\n${url}`,
    `secret: config.media2.secret, url: ${url}`,
    `function sign(url: string, secret: string) {}\nsign("${url}")`,
    `secret: "LIBPIXEL_S2_KEY", url: ${url}`,
    `LIBPIXEL_SECRET=$V2_FROM_VAULT curl ${url}`,
    `LIBPIXEL_SECRET="\${V2_FROM_VAULT}" curl ${url}`,
    `LIBPIXEL_SECRET=$(cat key2.txt) curl ${url}`,
    // Its name, and where it is kept.
    `secretName: libpixel-auth2 ${url}`,
    `AWS_SECRET_ID=arn:aws:secretsmanager:eu-1:1234:a ${url}`,
    `secret: op://vault2/item/field ${url}`,
    `client_secret: vault/path/x1 ${url}`,
    `secret: /prod/shop-1/libpixel ${url}`,
    `secret_hash: 0a1b2c3d4e5f ${url}`,
    // Hidden, or never filled in.
    `secret: <redacted-1> ${url}`,
    `secret: ******** ${url}`,
    `secret: ****dRt4 ${url}`,
    `secret: k7Qm…dRt4 ${url}`,
    `secret: "k7Qm...dRt4" ${url}`,
    `secret: XXXXXXXX1 ${url}`,
    `secret: your-key-123 ${url}`,
    `secret: rotated2024 ${url}`,
    `secret: sha1-of-it ${url}`,
    `secretKey: base64-encoded-32-bytes ${url}`,
    `SECRET_KEY=prod/app1key ${url}`,
    `secret: {{ secret_2 }} ${url}`,
    // Words.
    `the secret: company policy forbids it. ${url}`,
    `Secret: undefined ${url}`,
  ])("is none in %s", (pasted) => expect(told(pasted)).toEqual([]));
});
