import type { UrlText } from "../../signing/types";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { LIKELY, SELDOM, USUAL } from "../weights";

const NAMES = [
  "img",
  "images",
  "image",
  "cdn",
  "assets",
  "media",
  "static",
  "files",
  "uploads",
  "upload",
  "photos",
  "public",
  "content",
  "i",
  "api",
  "v1",
  "v2",
  "storage",
  "proxy",
  "pictures",
  "pics",
  "library",
  "wp-content/uploads",
  "sites/default/files",
  "cdn-cgi/image",
  "api/v1",
  "static/images",
  "assets/images",
  "public/images",
  "render",
  "_next/image",
  "libpixel",
  "prod",
  "production",
  "staging",
  "dev",
  "stage",
  "www",
  "src",
  "original",
  "originals",
  "en",
  "de",
  "resize",
  "thumb",
  "thumbs",
  "index.php",
];

export const pathPrefix: Mistake = {
  id: "path-prefix",
  group: "change",
  title: "The path began otherwise when it was signed: a folder was put before it or taken away.",
  why: "A proxy, a CDN or a router serves the images under a folder that the signer does not know, or the signer adds one that the proxy takes away.",
  fix: "Sign the path that the vendor’s server receives, and send that.",
  example: {
    url: `${HOST}/img/photos/cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/img/photos/cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/pictures/cat.jpg?width=200",
  },
  *alone(url, { rule }) {
    for (const { value: path, ...how } of [
      ...inAnother(url.path),
      ...otherPaths(url.path),
      ...withHostsName(url),
    ])
      yield { weight: USUAL, ...how, value: rule({ ...url, path }) };
  },
};

/** A proxy’s URL, which has the whole of another one in its path. */
function inAnother(path: string): Variant<string>[] {
  const [, scheme, host, rest] = /\/(https?):\/{1,2}([\w-]+(?:\.[\w-]+)+(?::\d+)?)(\/.*)$/i.exec(path) ?? [];
  if (!scheme || !host || !rest) return [];
  const telling: Telling = {
    title: "The URL of another host stands whole in the path, and that one was signed.",
    why: "Proxies, readers and caches have the URL that they fetch in the path of their own.",
    fix: "Check and send the URL inside. What a proxy does with its own is no matter of the signature.",
    origin: `${scheme}://${host}`,
    isDamage: true,
  };
  return [{ value: rest, detail: `It is a URL of ${host.slice(0, 60)}.`, weight: LIKELY, telling }];
}

/** Stores of files sign the bucket as the path's first folder, also where the host names it; a proxy has the whole URL in its path. */
function withHostsName({ origin, path }: UrlText): Variant<string>[] {
  const name = /^https?:\/\/([a-z\d-]+)\./i.exec(origin)?.[1];
  if (!name) return [];
  const whole = `/${origin}`;
  return [
    { value: `/${name}${path}`, detail: `It was signed with “/${name}” of the host before it.` },
    {
      value: whole + path,
      detail: `It was signed with “${whole.slice(0, 60)}” before it, as the path of another URL has it.`,
    },
  ];
}

const OTHER_FOLDER: Telling = { title: "The path began with another folder when it was signed." };
const FILE_ALONE: Telling = {
  why: "Either a proxy, a CDN or a router serves the images under a folder that the signer does not know, or the code signs the name of the file alone, as basename gives it. The digits fit both.",
};
const FOLDER_INSIDE: Telling = { title: "A folder inside the path was not signed." };

/** A segment that is a script: what stands behind it is the path that the script is given. */
const SCRIPT = /\.(?:php\d?|phtml|f?cgi|pl|py|aspx?|ashx|jsp|cfm|dll)$/i;
const SCRIPT_SENT: Telling = {
  title: "The path was signed without the script’s name that stands in it.",
  why: "Either the code signs what a script is given as the path behind its name, as PATH_INFO has it; or a framework or a server put the script there after signing. The digits fit both.",
};
const FILE_OF_SCRIPT: Telling = {
  ...SCRIPT_SENT,
  why: "Either the code signs what a script is given as the path behind its name, as PATH_INFO has it, or the name of the file alone, as basename gives it; or a framework or a server put the script there after signing. The digits fit each.",
};
const SCRIPT_SIGNED: Telling = {
  title: "The path was signed with a script’s name before it, and sent without.",
  why: "The links of many frameworks begin with “/index.php” until they are set not to, and PHP_SELF has it, too; where a server rewrites, the path is sent without.",
};

function* otherPaths(path: string): Generator<Variant<string>> {
  const segments = path.split("/").slice(1);
  for (let count = 1; count < Math.min(segments.length, 5); count++)
    yield {
      value: `/${segments.slice(count).join("/")}`,
      detail: `It was signed without “/${segments.slice(0, count).join("/").slice(0, 60)}”.`,
      weight: count === 1 ? LIKELY : USUAL,
      telling: before(segments.slice(0, count), count === segments.length - 1),
    };
  for (const name of NAMES) {
    const telling = SCRIPT.test(name) ? SCRIPT_SIGNED : undefined;
    yield { value: `/${name}${path}`, detail: `It was signed with “/${name}” before it.`, telling };
    if (segments.length > 1 && segments[0] !== name)
      yield {
        value: `/${name}/${segments.slice(1).join("/")}`,
        detail: `It was signed with “/${name}” for “/${segments[0]?.slice(0, 40)}”.`,
        weight: SELDOM,
        telling: OTHER_FOLDER,
      };
  }
  for (let at = 1; at < segments.length - 1 && at < 6; at++)
    yield {
      value: `/${segments.toSpliced(at, 1).join("/")}`,
      detail: `It was signed without “/${segments[at]?.slice(0, 40)}”.`,
      weight: SELDOM,
      telling: SCRIPT.test(segments[at] ?? "") ? SCRIPT_SENT : FOLDER_INSIDE,
    };
}

/** What is told of a path that was signed without these segments. @param isOfFile true where only the file was left */
function before(segments: readonly string[], isOfFile: boolean): Telling | undefined {
  if (SCRIPT.test(segments.at(-1) ?? "")) return isOfFile ? FILE_OF_SCRIPT : SCRIPT_SENT;
  return isOfFile ? FILE_ALONE : undefined;
}
