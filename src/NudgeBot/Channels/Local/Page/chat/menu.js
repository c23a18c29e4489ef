import { el } from "../dom.js";

let opened = 0;

/** A button with a menu under it: arrows, Home and End move, Escape closes and gives the focus back. */
export function menu(face, buttons, label, press) {
  const id = `menu-${++opened}`;
  const items = buttons.map(button => el("button", {
    type: "button", role: "menuitem", tabindex: "-1", class: `menu-item ${(button.style ?? "normal").toLowerCase()}`,
    onclick: () => { list.hidePopover(); press(button); },
  }, label(button)));
  const list = el("div", { id, class: "menu", role: "menu", popover: "auto" }, items);
  const opener = el("button", { type: "button", class: "button", "aria-haspopup": "menu", "aria-expanded": "false", popovertarget: id }, face);
  list.setAttribute("aria-label", opener.textContent);

  list.addEventListener("toggle", event => {
    const open = event.newState === "open";
    opener.setAttribute("aria-expanded", String(open));
    if (open) { place(list, opener); items[0].focus(); }
  });
  list.addEventListener("keydown", event => {
    const at = items.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Tab") list.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length].focus();
  });
  opener.addEventListener("keydown", event => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.showPopover();
  });
  return el("span", { class: "menu-place" }, opener, list);
}

/** Under the opener where there is room, else above it, and never past the right edge. */
function place(list, opener) {
  const from = opener.getBoundingClientRect();
  const room = innerHeight - from.bottom - 12;
  list.style.top = `${list.offsetHeight < room ? from.bottom + 4 : Math.max(8, from.top - list.offsetHeight - 4)}px`;
  list.style.left = `${Math.max(8, Math.min(from.left, innerWidth - list.offsetWidth - 8))}px`;
}
