import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const PHOTO = "https://img.example.net/a.jpg?width=200&mode=crop&signature={}";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png?url=https%3A%2F%2Fa.example&full_page=true&width=800";

describe("the parameters were signed as a program prints an object", () => {
  it.each([
    // fmt.Sprint(r.URL.Query())
    [PHOTO, "map[mode:[crop] width:[200]]", "Go prints a map"],
    [LINK, "map[full_page:[true] url:[https://a.example] width:[800]]", "Go prints a map"],
    // serialize(["width" => 200, "mode" => "crop"]), serialize($_GET)
    [PHOTO, 'a:2:{s:5:"width";i:200;s:4:"mode";s:4:"crop";}', "PHP serialises"],
    [PHOTO, '/a.jpg?a:2:{s:5:"width";s:3:"200";s:4:"mode";s:4:"crop";}', "PHP serialises"],
    // var_export($_GET, true)
    [PHOTO, "array (\n  'width' => '200',\n  'mode' => 'crop',\n)", "var_export"],
    // string.Join(",", dictionary), string.Join("&", dictionary)
    [PHOTO, "[width, 200],[mode, crop]", ".NET prints the pairs"],
    [LINK, "[full_page, True]&[url, https://a.example]&[width, 800]", ".NET prints the pairs"],
    // new { width = 200, mode = "crop" }.ToString()
    [PHOTO, "{ width = 200, mode = crop }", ".NET prints an object"],
    [PHOTO, "@{width=200; mode=crop}", "PowerShell"],
    [
      PHOTO,
      "System.Collections.Generic.Dictionary`2[System.String,System.String]",
      "which holds nothing of them",
    ],
    // str(parse_qs(query)), str(request.GET), str(request.args)
    [PHOTO, "{'width': ['200'], 'mode': ['crop']}", "Python prints a dict"],
    [PHOTO, "<QueryDict: {'width': ['200'], 'mode': ['crop']}>", "Django"],
    [PHOTO, "ImmutableMultiDict([('width', '200'), ('mode', 'crop')])", "Werkzeug"],
    // MultiValueMap, List<NameValuePair>, listOf("width" to 200)
    [PHOTO, "{width=[200], mode=[crop]}", "Java prints a map"],
    [PHOTO, "[width=200, mode=crop]", "Java prints a list of pairs"],
    [PHOTO, "[(width, 200), (mode, crop)]", "Kotlin"],
    [PHOTO, "Map(width -> 200, mode -> crop)", "Scala"],
    // CGI.parse(query).to_s, inspect(conn.params)
    [PHOTO, '{"width"=>["200"], "mode"=>["crop"]}', "Ruby prints a hash"],
    [PHOTO, '%{"mode" => "crop", "width" => "200"}', "Elixir"],
    // util.format("%o"), [NSDictionary description]
    [PHOTO, "{ width: 200, mode: 'crop' }", "util.inspect"],
    [PHOTO, "{\n    mode = crop;\n    width = 200;\n}", "Objective-C"],
  ])("%s as %j", async (url, signed, maker) => {
    const told = await toldOf(url, signed);
    expect(told.id).toBe("signed-as-printed-object");
    expect(told.detail).toContain(maker);
    expect([told.repaired, told.corrected]).toEqual([null, null]);
  });

  it.each([
    // A value is another, a parenthesis is missing, or they are parameters all the same.
    "map[mode:[crop] width:[201]]",
    "[width, 200],[mode, crop",
    "mode=crop,width=200",
  ])("%j is none", async (signed) => {
    const found = await search(inputOf(PHOTO.replace("{}", hmac(signed))));
    expect(idsIn(found)).not.toContain("signed-as-printed-object");
  });
});
