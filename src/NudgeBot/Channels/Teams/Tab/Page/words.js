import de from "./words/de.js";
import en from "./words/en.js";

const languages = { en, de };
let words = en;

/** Switches to a language, such as de-AT; one that is not translated reads as English. */
export function speak(language) {
  const short = (language ?? "").slice(0, 2).toLowerCase();
  const known = Object.hasOwn(languages, short) ? short : "en";
  words = languages[known];
  document.documentElement.lang = known;
}

/** A text of the page. */
export function say(key) {
  const text = words[key];
  if (text === undefined) throw new Error(`No words for ${key}`);
  return text;
}
