import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("marks of emphasis that what reads Markdown took out of a URL", () => {
  it.each([
    [`${HOST}/myimagename.jpg?w=3&signature={}`, "/my_image_name.jpg?w=3", "“my_image_name”"],
    [`${HOST}/myimage.jpg?fullpage=1&signature={}`, "/my_image.jpg?full_page=1", "“my_image.jpg?full_page”"],
    [`${HOST}/mybigcat_name.jpg?w=3&signature={}`, "/my_big_cat_name.jpg?w=3", "“my_big_cat_name”"],
    [`${HOST}/draft/a.jpg?w=3&signature={}`, "/_draft_/a.jpg?w=3", "“_draft_”"],
    [`${HOST}/draft/a.jpg?w=3&signature={}`, "/__draft__/a.jpg?w=3", "“__draft__”"],
    [`${HOST}/a.jpg?text=sale&w=3&signature={}`, "/a.jpg?text=**sale**&w=3", "“**sale**”"],
    [`${LINK}?url=https%3A%2F%2Fa.b%2Fthepage&w=3`, "url=https%3A%2F%2Fa.b%2F*thepage*&w=3", "“*thepage*”"],
    [`${LINK}?url=https%3A%2F%2Fa.b%2Fonetwo3&w=3`, "url=https%3A%2F%2Fa.b%2Fone_two_3&w=3", "“one_two_3”"],
    [`${LINK}?url=a.b&fullpage=true`, "url=a.b&full_page=true", "“_”, in the names of options."],
  ])("are told, two at a time, with both stories: %s", async (url, signed, words) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([
      "characters-removed",
      "Characters were signed that were not sent.",
    ]);
    expect(told.why).toMatch(/Either what reads Markdown.* fit both\.$/);
    expect(told.detail).toContain(words);
    expect(told.repaired).toContain(hmac(signed));
  });

  it.each(["/my-image-name.jpg?w=3", "/my_imagename.jpg?w=3", "/my_image*name.jpg?w=3"])(
    "are none where %s was signed",
    async (signed) => {
      const found = await search(inputOf(`${HOST}/myimagename.jpg?w=3&signature=${hmac(signed)}`));
      expect(JSON.stringify(found)).not.toContain("Markdown");
    },
  );
});
