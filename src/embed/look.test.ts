import { expect, it } from "vitest";
import { readLook } from "./look";

it("reads what is asked for, and passes over the rest", () => {
  expect(readLook("?scheme=urlbox&show=code,inputs,x&accent=0A55A5&theme=dark")).toEqual({
    scheme: "urlbox",
    show: new Set(["inputs", "code"]),
    accent: "#0a55a5",
  });
  expect(readLook("?scheme=constructor&accent=red;x")).toEqual({
    scheme: null,
    show: new Set(["inputs", "steps"]),
    accent: null,
  });
  expect(readLook("?show=").show.size).toBe(0);
});
