import { byId, el } from "../dom.js";
import { session } from "../session.js";
import { say } from "../words.js";
import { avatar } from "./avatar.js";

const dialog = byId("who");
const key = "nudgebot.member";

/** This tab's own choice first, so that two tabs can be two people; else the last one made anywhere. */
export const remembered = () => sessionStorage.getItem(key) ?? localStorage.getItem(key);

export function remember(id) {
  sessionStorage.setItem(key, id);
  localStorage.setItem(key, id);
}

/** Asks who sits here. It can be left without an answer only when somebody was chosen before. */
export function askWho(choose) {
  const button = member => el("button", {
    type: "button", class: "person-choice", "aria-current": member === session.member ? "true" : null,
    onclick: () => { dialog.close(); choose(member); },
  }, avatar(member.id, member.name), el("span", {}, el("strong", {}, member.name), el("span", { class: "quiet" }, place(member))));

  dialog.replaceChildren(
    el("header", { class: "dialog-head" }, el("img", { src: "icon.svg", alt: "", width: "34", height: "34" }), el("h2", { id: "who-title" }, say("whoTitle"))),
    el("p", { class: "dialog-text" }, say("whoText")),
    el("ul", { class: "people-choice" }, session.members.map(member => el("li", {}, button(member)))));
  dialog.oncancel = event => { if (!session.member) event.preventDefault(); };
  dialog.showModal();
}

/** The city of a time zone such as America/New_York. */
export const place = member => member.timeZone.split("/").at(-1).replaceAll("_", " ");
