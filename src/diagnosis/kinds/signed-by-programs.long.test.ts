import { execFileSync, spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { idsOf, inputOf } from "../testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://images.example.net";
const LINK = "https://api.urlbox.com/v1/myApiKey";

/** Signatures made by other programs, with the mistake in them as people write it. `{}` is what the program prints. */
const CASES: readonly [
  tool: string,
  program: string,
  url: string,
  ids: readonly string[],
  secret?: string,
][] = [
  [
    "sh",
    `echo '/a.jpg?width=200' | openssl dgst -sha1 -hmac '${SECRET}' | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signed-with-newline"],
  ],
  [
    "sh",
    `printf %s '/a.jpg?width=200' | openssl dgst -sha1 -hmac "$(printf '${SECRET}\\r')" | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["secret-with-newline"],
  ],
  [
    "sh",
    `printf %s '/a.jpg?width=200' | openssl dgst -sha256 -hmac '${SECRET}' | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["wrong-hash"],
  ],
  [
    "sh",
    `printf %s '/a.jpg?width=200' | openssl dgst -sha224 -hmac '${SECRET}' | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["wrong-hash"],
  ],
  [
    "sh",
    `printf %s '/a.jpg?width=200' | openssl dgst -sha1 -hmac '${SECRET}' -binary | base64`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signature-in-base64"],
  ],
  [
    "sh",
    `printf %s '/a.jpg?width=200' | openssl dgst -sha1 | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["digest-instead-of-hmac"],
  ],
  [
    "sh",
    `S="pa$word9"; printf %s '/a.jpg?width=200' | openssl dgst -sha1 -hmac "$S" | sed 's/.*= //'`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["secret-dollar-expanded"],
    "pa$word9",
  ],
  [
    "sh",
    `printf %s '?src=https://a.example/b.png&width=200' | openssl dgst -sha1 -hmac '${SECRET}' | sed 's/.*= //'`,
    `${HOST}/?src=https://a.example/b.png&width=200&signature={}`,
    ["signed-without-leading-slash"],
  ],
  [
    "python3",
    `import hmac,hashlib;print(hmac.new(b'"${SECRET}"',b'/a.jpg?width=200',hashlib.sha1).hexdigest())`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["secret-with-quotes"],
  ],
  [
    "python3",
    `import hmac,hashlib,urllib.parse as u;q=u.unquote('src=https%3A%2F%2Fa.example%2Fb.png&w=1');print(hmac.new(b'${SECRET}',('/?'+q).encode(),hashlib.sha1).hexdigest())`,
    `${HOST}/?src=https%3A%2F%2Fa.example%2Fb.png&w=1&signature={}`,
    ["signed-decoded-query"],
  ],
  [
    "python3",
    `import hmac,hashlib,base64;print(base64.urlsafe_b64encode(hmac.new(b'${SECRET}',b'/a.jpg?width=200',hashlib.sha1).digest()).decode().rstrip('='))`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signature-in-base64url"],
  ],
  [
    "python3",
    `import hmac,hashlib,urllib.parse as u;q=u.urlencode({'url':'https://a.example/b c','width':3});print(hmac.new(b'${SECRET}',q.encode(),hashlib.sha1).hexdigest())`,
    `${LINK}/{}/png?url=https%3A%2F%2Fa.example%2Fb%20c&width=3`,
    ["signed-with-plus-for-space"],
  ],
  [
    "python3",
    `import hmac,hashlib;print(hmac.new(b'${SECRET}',b'url=a.example&width=3&format=png',hashlib.sha1).hexdigest())`,
    `${LINK}/{}/png?url=a.example&width=3`,
    ["signed-with-format"],
  ],
  [
    "python3",
    `import hmac,hashlib;print(hmac.new(b'${SECRET}',b'/a.jpg?width=200',hashlib.sha1).hexdigest().upper())`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signature-in-uppercase"],
  ],
  [
    "php",
    `echo hash_hmac('sha1', '${SECRET}', '/a.jpg?width=200');`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["key-and-message-swapped"],
  ],
  [
    "php",
    `echo hash_hmac('sha1', htmlspecialchars('/a.jpg?width=200&height=100'), '${SECRET}');`,
    `${HOST}/a.jpg?width=200&height=100&signature={}`,
    ["signed-html-escaped"],
  ],
  [
    "php",
    `echo hash_hmac('sha1', '/a.jpg?width=200&height=100', '${SECRET}');`,
    `${HOST}/a.jpg?width=200&amp;height=100&amp;signature={}`,
    ["url-html-escaped"],
  ],
  [
    "php",
    `echo sha1('${SECRET}' . '/a.jpg?width=200');`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["digest-instead-of-hmac"],
  ],
  [
    "php",
    `echo base64_encode(hash_hmac('sha1', '/a.jpg?width=200', '${SECRET}'));`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signature-base64-of-hex"],
  ],
  [
    "php",
    `echo hash_hmac('sha1', http_build_query(['url'=>"it's (a) ~b",'w'=>1]), '${SECRET}');`,
    `${LINK}/{}/png?url=it's%20(a)%20~b&w=1`,
    ["signed-with-another-encoder"],
  ],
  [
    "php",
    `echo hash_hmac('sha1', '', '${SECRET}') === '' ? '' : hash_hmac('sha1', 'url=a.example&width=3', getenv('NOT_SET_ANYWHERE') ?: '');`,
    `${LINK}/{}/png?url=a.example&width=3`,
    ["secret-empty"],
  ],
  [
    "ruby",
    `require 'openssl';puts OpenSSL::HMAC.hexdigest('SHA1', "${SECRET}\\n", '/a.jpg?width=200')`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["secret-with-newline"],
  ],
  [
    "ruby",
    `require 'openssl';require 'uri';puts OpenSSL::HMAC.hexdigest('SHA1', '${SECRET}', URI('${HOST}/a.jpg?width=200').to_s)`,
    `${HOST}/a.jpg?width=200&signature={}`,
    ["signed-full-url"],
  ],
  [
    "ruby",
    `require 'openssl';puts OpenSSL::HMAC.hexdigest('SHA1', '${SECRET}', '/a.jpg?width=200')`,
    `${HOST}/a.jpg?width=200&signature={}&utm_source=x&utm_medium=y&utm_campaign=z`,
    ["parameter-added-after-signing"],
  ],
  [
    "ruby",
    `require 'openssl';require 'base64';puts OpenSSL::HMAC.hexdigest('SHA1', Base64.encode64('${SECRET}').strip, 'url=a.example&width=3')`,
    `${LINK}/{}/png?url=a.example&width=3`,
    ["secret-base64-encoded"],
  ],
  [
    "ruby",
    `require 'openssl';puts OpenSSL::HMAC.hexdigest('SHA1', "${SECRET}\\n", '?url=a.example&width=3')`,
    `${LINK}/{}/png?url=a.example&width=3`,
    ["secret-with-newline", "signed-with-question-mark"],
  ],
];

const FLAGS: Readonly<Record<string, string>> = { sh: "-c", python3: "-c", php: "-r", ruby: "-e" };
const isHere = (tool: string) =>
  spawnSync(tool, [FLAGS[tool] ?? "-c", ""]).status === 0 &&
  (tool !== "sh" || spawnSync("openssl", ["version"]).status === 0);
const present = new Map(Object.keys(FLAGS).map((tool) => [tool, isHere(tool)]));

for (const [tool, program, url, ids, secret = SECRET] of CASES) {
  it.skipIf(!present.get(tool))(`${tool}: ${program}`, async () => {
    const signature = execFileSync(tool, [FLAGS[tool] ?? "-c", program], { encoding: "utf8" }).trim();
    const schemeId = url.startsWith(LINK) ? "urlbox" : "libpixel";
    expect(await idsOf(url.replace("{}", signature), { schemeId, secret })).toEqual(ids);
  });
}
