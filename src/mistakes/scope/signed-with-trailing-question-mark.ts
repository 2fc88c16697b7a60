import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { VERY_RARE } from "../weights";

export const signedWithTrailingQuestionMark: Mistake = {
  id: "signed-with-trailing-question-mark",
  group: "scope",
  title: "A “?” stood at the end of the string that was signed.",
  why: "Code that always writes path + “?” + query leaves it there when the query is empty.",
  fix: "Add the “?” only when a query follows.",
  example: { url: "https://images.example.net/cat.jpg?signature={}", secret: SECRET, signed: "/cat.jpg?" },
  nearMiss: { url: "https://images.example.net/cat.jpg?signature={}", secret: SECRET, signed: "/cat.jpg&" },
  *messages(message) {
    yield { value: `${message}?` };
    yield { value: `${message}??`, weight: VERY_RARE };
  },
};
