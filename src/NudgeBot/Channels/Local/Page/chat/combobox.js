import { byId, el } from "../dom.js";

const box = byId("box");
const list = byId("suggestions");
let options = [];
let active = -1;

/**
 * The box as an ARIA combobox with a list above it. Nothing is chosen by itself, so Enter sends what was typed;
 * the arrows move through the list, Enter or Tab takes the one they stand on, Escape closes.
 */
export function offer(suggestions, take) {
  active = -1;
  options = suggestions.map((suggestion, index) => el("li", {
    id: `suggestion-${index}`, role: "option", "aria-selected": "false",
    // The focus never leaves the box.
    onpointerdown: event => event.preventDefault(),
    onclick: () => take(suggestion),
  }, el("span", { class: "suggestion-label" }, suggestion.label), el("span", { class: "quiet" }, suggestion.about)));
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  box.setAttribute("aria-expanded", String(!list.hidden));
  mark();
}

export const closeSuggestions = () => offer([]);

/** Handles a key of the box; true when it was meant for the list. */
export function keyInList(event) {
  if (list.hidden) return false;
  if (event.key === "ArrowDown") active = active + 1 >= options.length ? -1 : active + 1;
  else if (event.key === "ArrowUp") active = active < 0 ? options.length - 1 : active - 1;
  else if (event.key === "Escape") closeSuggestions();
  else if ((event.key === "Enter" || event.key === "Tab") && active >= 0 && !event.shiftKey) options[active].click();
  else return false;
  event.preventDefault();
  mark();
  return true;
}

function mark() {
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
  if (active >= 0 && options[active]) {
    box.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  } else {
    box.removeAttribute("aria-activedescendant");
  }
}
