import { describe, expect, it } from "vitest";
import { readPaste } from "../../signing/read-paste";
import { initialState } from "../state";
import { unquotedNote } from "./unquoted-note";

const { scheme, settings } = initialState();
const url = `https://a.test/1.jpg?width=3&text=a%20b&signature=${"ab".repeat(20)}`;
const told = (pasted: string) => unquotedNote(pasted, readPaste(scheme, pasted, settings));

describe("a URL without quotes in a command", () => {
  it.each([
    `curl ${url}`,
    `$ curl -sS ${url} -o out.jpg`,
    `me@host:~$ curl -X GET -H "accept: */*" ${url}`,
    `curl --max-time=3 -o 'a b.jpg' \\\n  ${url}`,
    `curl --url=${url}`,
    `curl.exe -I ${url}`,
    `wget -q ${url}`,
    `# still fails\nwget ${url}`,
    `  sudo wget ${url} 2>&1`,
    `cd /tmp && curl ${url} | file -`,
    `curl ${url}\nHTTP/1.1 403 Forbidden`,
  ])("is told: %s", (pasted) => {
    expect(told(pasted)[0]?.sentence).toMatch(/^In this command the URL has no quotes\./);
  });

  it.each([
    url,
    `curl '${url}'`,
    `curl "${url}"`,
    `curl -o a.jpg $'${url}'`,
    `curl ^"${url.replaceAll("&", "^&")}^"`,
    `curl ${url.replaceAll("&", "\\&")}`,
    `curl https://a.test/1.jpg?signature=${"ab".repeat(20)}`,
    `curl fails, while the browser shows ${url}`,
    `curl says 401 of this one: ${url}`,
    `I used curl ${url} and got 403`,
    `The docs say: curl ${url}`,
    `curl ${url} gives 403`,
    `subprocess.run(["curl", "${url}"])`,
    `curl -e "${url}" https://a.test/`,
  ])("is none in %s", (pasted) => expect(told(pasted)).toEqual([]));
});
