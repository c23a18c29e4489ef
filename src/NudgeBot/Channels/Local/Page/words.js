import de from "./words/de.js";
import en from "./words/en.js";

const languages = { en, de };
let words = en;

/** The language of dates: day before month, as NudgeBot writes them itself. */
export let locale = "en-GB";

/** Switches the page to the member's language; one that is not translated reads as English. */
export function speak(language) {
  const known = Object.hasOwn(languages, language) ? language : "en";
  words = languages[known];
  locale = known === "en" ? "en-GB" : known;
  document.documentElement.lang = known;
  for (const node of document.querySelectorAll("[data-say]"))
    (node.querySelector(".says") ?? node).textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-say-label]"))
    node.setAttribute("aria-label", say(node.dataset.sayLabel));
}

/** A text of the page, with {names} filled in. */
export function say(key, values = {}) {
  const text = words[key];
  if (text === undefined) throw new Error(`No words for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
