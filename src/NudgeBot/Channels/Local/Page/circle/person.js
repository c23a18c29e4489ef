import { inWords } from "../dates.js";
import { el, icon } from "../dom.js";
import { session } from "../session.js";
import { sendText } from "../chat/composer.js";
import { say } from "../words.js";

/** How the person is named in a command: a colleague by their handle, anybody else by their quoted name. */
function handle(person) {
  const colleague = session.members.find(member => member.name === person.name);
  return colleague ? `@${colleague.id}` : `"${person.name}"`;
}

export const latestFirst = marks => [...marks].sort((a, b) => (a.on < b.on ? 1 : -1));

/** The state in words, with a sign whose filling says it once more. */
export const state = person => el("span", { class: `state ${person.state}` }, el("i", { "aria-hidden": "true" }), say(`state ${person.state}`));

/** The name as a button that opens what is known: the reason, the latest moments, and what to ask NudgeBot about them. */
export function person(content, isOpen, toggle, strip) {
  const id = `person-${content.id}`;
  const more = el("div", { class: "person-more", id, hidden: !isOpen });
  const button = el("button", { type: "button", class: "person-name", id: `name-${content.id}`, "aria-expanded": String(isOpen), "aria-controls": id },
    icon("chevron"), content.name);
  button.addEventListener("click", () => {
    more.hidden = toggle();
    button.setAttribute("aria-expanded", String(!more.hidden));
    if (!more.hidden) fill(more, content);
  });
  if (isOpen) fill(more, content);
  return el("li", { class: "person" }, el("div", { class: "person-head" }, button, state(content)), strip, more);
}

function fill(place, content) {
  const ask = word => el("button", { type: "button", class: "button small", id: `${word}-${content.id}`, onclick: () => sendText(`${word} ${handle(content)}`) },
    say(`ask ${word}`), el("span", { class: "vh" }, ` (${content.name})`));
  place.replaceChildren(...[
    content.reason && el("p", { class: "reason" }, say("because", { reason: content.reason })),
    content.chosenOn && el("p", { class: "quiet" }, say("chosenOn", { date: inWords(content.chosenOn) })),
    el("ul", { class: "moments" }, latestFirst(content.marks).slice(0, 5).map(mark => el("li", {},
      el("span", { class: `key ${mark.kind}`, "aria-hidden": "true" }), el("span", {}, sentence(mark))))),
    el("div", { class: "actions" }, ask("story"), ask("history"), ask("why")),
  ].filter(Boolean));
}

/** A mark in one line: the day, whose help it was, and what. */
export const sentence = mark => `${inWords(mark.on)} · ${say(`mark ${mark.kind}`)}${mark.text ? ` · ${mark.text}` : ""}`;
