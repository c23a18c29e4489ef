import * as api from "../api.js";
import { el } from "../dom.js";
import { session } from "../session.js";
import { say } from "../words.js";

let boxes = 0;

/**
 * A box for somebody: what one types counts as it stands, and whoever is known by such a name is offered below it, as an ARIA
 * combobox whose focus never leaves the box. What the form sends is in a hidden field: the one picked, or the typed name.
 */
export function personBox({ name, ...common }, value = "") {
  const sent = el("input", { type: "hidden", name, value });
  const list = el("ul", { class: "person-list", role: "listbox", id: `persons-${++boxes}`, "aria-label": say("suggestions"), hidden: true });
  const box = el("input", {
    ...common, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    oninput: typed, onkeydown: key, onblur: close,
  });
  let active = -1;
  let asked = 0;
  box.value = shown(value);

  async function typed() {
    sent.value = box.value;
    const question = ++asked;
    const { persons } = box.value.trim() === "" ? { persons: [] } : await api.persons(session.member.id, box.value.trim()).catch(() => ({ persons: [] }));
    if (question !== asked || document.activeElement !== box) return;
    active = -1;
    list.replaceChildren(...persons.slice(0, 7).map((person, index) => el("li", {
      id: `${list.id}-${index}`, role: "option", "aria-selected": "false", onpointerdown: event => event.preventDefault(), onclick: () => take(person),
    }, person.label)));
    list.hidden = persons.length === 0;
    mark();
  }

  function take(person) {
    box.value = person.label;
    sent.value = person.value;
    close();
  }

  function close() {
    asked++;
    list.hidden = true;
    mark();
  }

  function key(event) {
    if (list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") active = active + 1 >= count ? -1 : active + 1;
    else if (event.key === "ArrowUp") active = active < 0 ? count - 1 : active - 1;
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
    mark();
  }

  function mark() {
    box.setAttribute("aria-expanded", String(!list.hidden));
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    const option = list.hidden ? null : list.children[active];
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  return el("div", { class: "person-box" }, box, list, sent);
}

/** A value as one reads it: a colleague's name in place of their account, a name without its quotes. */
function shown(value) {
  const account = /^<@([^>|]+)/.exec(value)?.[1];
  return account ? session.members.find(member => member.id === account)?.name ?? account : value.replace(/^"(.*)"$/, "$1");
}
