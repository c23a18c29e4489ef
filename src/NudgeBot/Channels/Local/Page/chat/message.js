import { timeIn } from "../dates.js";
import { el, icon } from "../dom.js";
import { nameOf, session } from "../session.js";
import { avatar } from "../shell/avatar.js";
import { say } from "../words.js";
import { card } from "./card.js";

export const authorOf = message => (message.from === "nudgebot" ? "NudgeBot" : nameOf(message.from));

/**
 * Draws one message. `follows` is true under another of the same author, so that the name is not repeated;
 * `doing` has press(message, button, node) and open(message).
 */
export function drawMessage(message, at, follows, doing) {
  const time = timeIn(at, session.member.timeZone);
  const node = el("li", { class: `message${follows ? " follows" : ""}${message.ephemeral ? " ephemeral" : ""}`, tabindex: "-1" },
    follows ? el("span", { class: "avatar-room", "aria-hidden": "true" }) : avatar(message.from, authorOf(message)),
    el("div", { class: "message-body" },
      el("p", { class: follows ? "vh" : "message-head" },
        el("strong", {}, authorOf(message)), " ", el("time", { datetime: at }, time)),
      message.ephemeral && el("p", { class: "only-you" }, icon("lock"), say("onlyYou")),
      message.card && card(message.card, button => doing.press(message, button, node)),
      !message.card && plain(message, doing),
      el("p", { class: "problem", role: "alert" })));
  return node;
}

function plain(message, doing) {
  const text = message.text && el("p", { class: "message-text" }, message.text);
  if (message.form) {
    return [text, el("p", {}, el("button", { type: "button", class: "button", onclick: () => doing.open(message) },
      icon("form"), say("openForm", { title: message.form.title })))];
  }
  if (message.file) {
    return [text, el("p", {}, el("a", { class: "file", href: message.file.url, download: message.file.name },
      icon("file"), el("span", {}, message.file.name), el("span", { class: "quiet" }, say("download"))))];
  }
  return text;
}

/** A typed line that is on its way. */
export const drawPending = text => el("li", { class: "message pending" }, avatar(session.member.id, session.member.name),
  el("div", { class: "message-body" },
    el("p", { class: "message-head" }, el("strong", {}, session.member.name), " ", el("span", { class: "quiet" }, say("sending"))),
    el("p", { class: "message-text" }, text)));
