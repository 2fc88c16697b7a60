import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
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
  ["full_page", "full"],
  ["user_agent", "ua"],
];

export const optionNamedOtherwise: Mistake = {
  id: "option-named-otherwise",
  group: "change",
  title: "A parameter was signed under another name than it was sent under.",
  why: "Code often takes short names such as “w” and writes the service’s own into the URL, or the other way round; the string was made before that, or by other code.",
  fix: "Give every parameter the service’s own name first, then sign that query and send it.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?w=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "/photos/cat.jpg?wide=200" },
  *alone(url, { rule }) {
    yield* wholesOf(renamed(url), rule);
  },
};

const MOST_PARAMETERS = 24;
/** Of so many at most every set is renamed. */
const MOST_TOGETHER = 6;

/** Every set of parameters that have a short or a long name, each with that; and one alone with its further names. */
function* renamed(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const put = (names: ReadonlyMap<number, string>) => {
    const texts = parameters.map(({ name, text }, at) => (names.get(at) ?? name) + text.slice(name.length));
    return { ...url, query: texts.join("&") };
  };
  const others = parameters.slice(0, MOST_PARAMETERS).map(({ name }) => othersOf(name));
  const first = others.flatMap(([name], at) => (name === undefined ? [] : [[at, name] as const]));
  for (const some of subsets(first.slice(0, MOST_TOGETHER))) {
    const names = new Map(some);
    yield { value: put(names), detail: words(names, parameters), weight: USUAL };
  }
  for (const [at, names] of others.entries())
    for (const name of names.slice(1)) {
      const one = new Map([[at, name]]);
      yield { value: put(one), detail: words(one, parameters), weight: SELDOM };
    }
}

/** Every set of them but the empty one. */
function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, set) =>
    all.filter((_, at) => ((set + 1) >> at) & 1),
  );
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
