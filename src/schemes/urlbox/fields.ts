import type { SettingField } from "../scheme";
import { FORMATS } from "./render-link";

/** What a render link needs beside the page's address. */
export const fields: readonly SettingField[] = [
  { name: "apiKey", inLink: "apikey", label: "API key", initial: "", placeholder: "from your dashboard" },
  { name: "format", inLink: "format", label: "Format", initial: FORMATS[0], choices: FORMATS },
];
