import type { UrlText } from "../../signing/types";
import type { Facts, Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { jointName } from "../text/joints";
import { arrangements, type Pair } from "../text/parameters";

const TWO = `${HOST}/a.jpg?width=200&height=100&signature={}`;

export const parametersJoinedOtherwise: Mistake = {
  id: "parameters-joined-otherwise",
  group: "scope",
  title: "The parameters were put together otherwise than in the URL before they were signed.",
  why: "Other services sign sorted names and values with nothing or a line feed between, and code for them was reused; joining a list without naming a separator does it, too.",
  fix: "Sign the query as it is sent, with “=” inside and “&” between its parameters.",
  example: {
    url: TWO,
    secret: SECRET,
    signed: "/a.jpg?width=200height=100",
  },
  nearMiss: { url: TWO, secret: SECRET, signed: "/a.jpg?height=100&width=200" },
  alone: joinedOtherwise,
};

const FORMS: readonly [form: (pair: Pair) => string, detail: string][] = [
  [({ name, value }) => `${name}=${value}`, "Names and values with “=”"],
  [({ name, value }) => name + value, "Names and values without “=”"],
  [({ value }) => value, "Only the values"],
  [({ name, value }) => `${name}:${value}`, "Names and values with “:”"],
];

const JOINTS = [
  "",
  "\n",
  ",",
  ";",
  "|",
  "&",
  " ",
  ":",
  ".",
  "/",
  "-",
  "_",
  "+",
  "?",
  ", ",
  "\r\n",
  "\t",
  "%26",
];

/** Code that adds the separator after each parameter leaves one at the end. */
const TRAILING = ["\n", "&", ",", ";", "|"];

/** What stood before the parameters; the joint separates it, too, in the last two. */
function heads({ origin, path }: UrlText, joint: string): [head: string, detail: string][] {
  const all: [string, string][] = [
    ["", ""],
    [`${path}?`, "after the path and “?”"],
    [path, "after the path"],
    [`${origin}${path}`, "after the address and the path"],
    [`${origin}${path}?`, "after the address, the path and “?”"],
    ["?", "after “?”"],
    [path + joint, "after the path"],
    [origin + path + joint, "after the address and the path"],
  ];
  return joint === "" ? all.slice(0, -2) : all;
}

/** Perl’s CGI.pm and HTML’s old advice write “;” for “&”. */
function* sentWithSemicolons({ query, ...url }: UrlText, rule: Facts["rule"]): Generator<Variant<string>> {
  if (!query?.includes(";")) return;
  const value = rule({ ...url, query: query.replaceAll(/;(?=[^;&=]+=)/g, "&") });
  yield { value, detail: "“&” was signed where “;” was sent." };
}

function* joinedOtherwise(url: UrlText, { rule }: Facts): Generator<Variant<string>> {
  if (url.query === null || url.query === "") return;
  yield* sentWithSemicolons(url, rule);
  for (const [pairs, words] of arrangements(url))
    for (const [form, name] of FORMS) {
      const texts = pairs.map(form);
      for (const joint of JOINTS)
        for (const [head, place] of heads(url, joint)) {
          const value = head + texts.join(joint);
          const between = `with ${jointName(joint)} between`;
          const detail = `${[name, ...words, place, between].filter(Boolean).join(", ")}.`;
          yield { value, detail };
          if (TRAILING.includes(joint))
            yield { value: value + joint, detail: `${detail.slice(0, -1)} and at the end.` };
        }
    }
}
