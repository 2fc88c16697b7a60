import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { joined } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SELDOM, USUAL } from "../weights";

/** Names that image services and their clients have for one option. */
const NAMES: readonly (readonly string[])[] = [
  ["width", "w"],
  ["height", "h"],
  ["quality", "q", "qlt"],
  ["format", "fm", "f", "fmt", "output"],
  ["background", "bg", "bg_color", "background_color"],
  ["rotate", "rot", "rotation"],
  ["crop", "rect"],
  ["mode", "fit", "m"],
  ["dpr", "pixel_ratio", "scale"],
  ["src", "url", "u", "source", "image"],
  ["thumb_width", "tw"],
  ["delay", "wait"],
  ["full_page", "fullpage", "full"],
  ["user_agent", "ua"],
];

export const optionNamedOtherwise: Mistake = {
  id: "option-named-otherwise",
  group: "change",
  title: "A parameter was signed under another name than it was sent under.",
  why: "Code that takes short names such as “w” writes the service’s own names into the URL, or the other way round, and did so after signing.",
  fix: "Give every parameter the service’s own name first, then sign that query and send it.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?w=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?wide=200" },
  *alone(url, { rule }) {
    yield* wholesOf(renamed(url), rule);
  },
};

const MOST_PARAMETERS = 24;

/** One renamed, and all those that have a name at the same place of their list. */
function* renamed(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "").slice(0, MOST_PARAMETERS);
  const others = parameters.map(({ name }) => othersOf(name));
  const put = (at: ReadonlyMap<number, string>) => ({
    ...url,
    query: joined(
      cutQuery(url.query ?? "").map((parameter, place) => {
        const name = at.get(place);
        return name === undefined
          ? parameter
          : { ...parameter, text: name + parameter.text.slice(parameter.name.length) };
      }),
    ),
  });
  const first = new Map(others.flatMap(([name], at) => (name === undefined ? [] : [[at, name] as const])));
  if (first.size > 1) yield { value: put(first), detail: words(first, parameters), weight: USUAL };
  for (const [at, names] of others.entries())
    for (const [rank, name] of names.entries()) {
      const one = new Map([[at, name]]);
      yield { value: put(one), detail: words(one, parameters), weight: rank === 0 ? USUAL : SELDOM };
    }
}

const othersOf = (name: string) =>
  (NAMES.find((names) => names.includes(name)) ?? []).filter((other) => other !== name);

function words(
  renamed: ReadonlyMap<number, string>,
  parameters: readonly { readonly name: string }[],
): string {
  const told = Array.from(
    renamed,
    ([at, name]) => `“${name}” was signed, “${parameters[at]?.name}” was sent`,
  );
  return `${told.join("; ")}.`;
}
