const WORDS = "text|title|subtitle|caption|label|headline|message|description|comment|quote|note";

/** A parameter’s name that says that its value is a text, such as “text” and “og_title”, for a regular expression. */
export const TEXT_NAME = `(?:[\\w.-]*[._-])?(?:${WORDS})`;
