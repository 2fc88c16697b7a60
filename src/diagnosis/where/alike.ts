import { unescapeValue } from "../../signing/escapes";
import { invisibleName } from "../../signing/wording/invisible";
import { listed } from "../../signing/wording/listed";

/**
 * How a name or a value was signed that a field shows like the one that was sent, such as “signed with LF”; `null` where people
 * see the difference, or there is none.
 */
export function signedAlike(sent: string, signed: string): string | null {
  if (sent === signed) return null;
  const [is, was] = [unescapeValue(sent), unescapeValue(signed)];
  if (asSeen(is) !== asSeen(was)) return null;
  const [gone, more] = [unseenBeyond(is, was), unseenBeyond(was, is)];
  if (gone === "" && more === "") return "signed in another spelling";
  if (gone === "") return `signed with ${more}`;
  return more === "" ? `signed without ${gone}` : `signed with ${more}, without ${gone}`;
}

/** What people see of it: wide white space looks like any space, and none is seen at the ends. */
function asSeen(text: string): string {
  const seen = Array.from(text, (char) =>
    /\p{Zs}/u.test(char) ? " " : invisibleName(char) === null ? char : "",
  );
  return seen.join("").trim();
}

/** The names of what one has and the other has not, or not as often. */
function unseenBeyond(text: string, other: string): string {
  const left = namesIn(other);
  const beyond = namesIn(text).filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return listed([...new Set(beyond)]);
}

const namesIn = (text: string) =>
  Array.from(text).flatMap((char) => (char === " " ? "a space" : (invisibleName(char) ?? [])));
