import { express } from "../expression";
import { snakeName } from "../plan";
import { operators } from "../python";
import { assigned } from "./assigned";
import { grouped, lowerHash } from "./names";
import type { Phrases } from "./phrases";

const mac = (hash: string, key: string) => `hmac.new(${key}, signing_string.encode(), hashlib.${hash})`;
const ours = (hash: string) => `signature = ${mac(hash, "secret.encode()")}.hexdigest()`;
const assign = (text: string) => `signing_string = ${text}`;
const { quote } = operators;

export const python: Phrases = {
  signingString: "signing_string",
  secret: "secret",
  variable: (name) => name,
  ...assigned(operators, assign),
  asKey: (text) => `${grouped(text)}.encode()`,
  hash: (hash) => ours(lowerHash(hash)),
  key: (hash, key) => `signature = ${mac(lowerHash(hash), key)}.hexdigest()`,
  plain: (hash) => ({
    removed: `signature = hashlib.${lowerHash(hash)}((secret + signing_string).encode()).hexdigest()`,
    added: ours(lowerHash(hash)),
  }),
  digits: (hash, written) => {
    const bytes = mac(lowerHash(hash), "secret.encode()");
    const hex = `${bytes}.hexdigest()`;
    const wrong = {
      base64: `base64.b64encode(${bytes}.digest()).decode()`,
      base64url: `base64.urlsafe_b64encode(${bytes}.digest()).decode()`,
      base64OfHex: `base64.b64encode(${hex}.encode()).decode()`,
      hexOfHex: `${hex}.encode().hex()`,
      upper: `${hex}.upper()`,
      prefix: `"${lowerHash(hash)}=" + ${hex}`,
    };
    return { removed: `signature = ${wrong[written]}`, added: ours(lowerHash(hash)) };
  },
  result: (pieces) => `return ${express(pieces, operators)}`,
  environment: (name, otherwise) =>
    otherwise === undefined
      ? `os.environ[${quote(name)}]`
      : `os.environ.get(${quote(name)}, ${quote(otherwise)})`,
  unset: (name, text) => (text === "None" ? `str(os.environ.get(${quote(name)}))` : null),
  setSecret: (text) => `secret = ${text}`,
  demandSecret: (name) => `secret = os.environ.get(${quote(name)}) or sys.exit("${name} is not set")`,
  file: {
    removed: 'secret = open("secret.txt").read()',
    added: 'secret = open("secret.txt").read().rstrip("\\r\\n")',
  },
  call: (vendor, url, secret) => `${snakeName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) => `${grouped(text)}.replace(${quote(from)}, ${quote(to)})`,
  told: { percentEncode: /^Encoded as Python’s quote does, which leaves “\/”/ },
  wraps: {
    decodeBase64: (text) => `base64.b64decode(${text})`,
    decodeHex: (text) => `bytes.fromhex(${text})`,
    hash: (text) => `hashlib.sha256(${text}.encode()).digest()`,
    latin1: (text) => `${text}.encode("latin-1")`,
    utf16: (text) => `${text}.encode("utf-16-le")`,
    encodeBase64: (text) => `base64.b64encode(${grouped(text)}.encode()).decode()`,
    encodeHex: (text) => `${grouped(text)}.encode().hex()`,
    percentEncode: (text) => `quote(${text})`,
    percentDecode: (text) => `unquote(${text})`,
    reencode: (text) => `urlencode(parse_qsl(${text}))`,
    escapeHtml: (text) => `html.escape(${text})`,
    sort: (text) => `"&".join(sorted(${text}.split("&")))`,
    dropFirst: (text) => `${text}[1:]`,
  },
};
