import { expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { find } from "./find";

const D = "ac0a4dbd10a8769e46bf1632435069f774aab854";
const URL = "https://img.example/a.jpg";
const WHOLE = `${URL}?width=960&mode=crop&signature=${D}`;

test.each([
  [`curl -G '${URL}' -d width=960 -d mode=crop -d signature=${D}`, WHOLE],
  [`curl -sG ${URL} \\\n  -d 'width=960&mode=crop' \\\n  --data-urlencode 'signature=${D}' -o x`, WHOLE],
  [`curl --get --data width=960 --data-raw=mode=crop -dsignature=${D} ${URL}`, WHOLE],
  [`curl "${URL}?width=960" --url-query mode=crop --url-query '+signature=${D}'`, WHOLE],
  [`curl -G ${URL} --data-urlencode 'title=a b&c' -d x=1`, `${URL}?title=a%20b%26c&x=1`],
  [`curl -G '${URL}#top' -d x=1`, `${URL}?x=1#top`],
])("curl adds its data to the query: %s", (command, url) => {
  expect(find(command, libpixel).found).toMatchObject({ url, start: null });
});

test.each([
  `curl '${WHOLE}' -d width=960`,
  `curl -X POST '${WHOLE}' --data-urlencode x=1`,
  `curl -G '${WHOLE}' -d @query.txt -H 'G: -d x=1'`,
  `curl '${WHOLE}' -H 'x: y'`,
  `curl -XGET -d 'width=200' '${WHOLE}'`,
  `curl -oG -d 'width=200' '${WHOLE}'`,
])("a body, a file and a header are no part of it: %s", (command) => {
  expect(find(command, libpixel).found?.url).toBe(WHOLE);
});

test.each([
  `http GET ${URL} width==960 signature==${D}`,
  `requests.get("${URL}", params={"width": 960, "signature": "${D}"})`,
  `const u = new URL("${URL}"); u.searchParams.set("signature", "${D}");`,
  `$url = '${URL}'; $params = ['width' => 960, 'signature' => '${D}'];`,
])("a signature beside the URL is told: %s", (text) => {
  const { found, notes } = find(text, libpixel);
  expect(found?.url).toBe(URL);
  expect(notes.map(({ kind }) => kind)).toEqual(["signature-beside"]);
});

test.each([
  `${URL} and ${WHOLE}`,
  `see ${URL} (signature: unknown)`,
  `${URL} x-signature=${D}`,
  `<img src="${URL}"> <img src="${WHOLE}">`,
])("no other URL’s signature is: %s", (text) => {
  expect(find(text, libpixel).notes).toEqual([]);
});
