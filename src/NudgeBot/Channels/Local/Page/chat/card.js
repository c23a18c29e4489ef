import { el, hidden, icon } from "../dom.js";
import { say } from "../words.js";
import { menu } from "./menu.js";

const drawings = {
  heading: part => el("h3", { class: "card-heading" }, part.text),
  paragraph: part => el("p", {}, part.text),
  quiet: part => el("p", { class: "quiet" }, part.text),
  divider: () => el("hr"),
  facts: part => el("dl", { class: "facts" }, part.items.map(item => el("div", {}, el("dt", {}, item.label), el("dd", {}, item.text)))),
  picture: part => picture(part),
  actions: (part, press) => actions(part.buttons, press),
};

/** Draws a card; `press(button)` is called with the pressed one. A part of an unknown type is left out: the message's text says it all. */
export const card = (content, press) =>
  el("div", { class: "card" }, content.elements.map(part => drawings[part.type]?.(part, press)));

/** Pictures come along with the card; nothing is loaded from elsewhere. */
const picture = ({ image, alt }) => el("img", { class: "picture", src: `data:image/png;base64,${image.bytes}`, alt });

function actions(buttons, press) {
  const beside = buttons.filter(button => !button.more);
  const behind = buttons.filter(button => button.more);
  return el("div", { class: "actions" },
    beside.map(button => el("button", { type: "button", class: `button ${style(button)}`, onclick: () => press(button) }, label(button))),
    behind.length > 0 && menu([icon("more"), hidden(say("more")), about(behind[0])], behind, label, press));
}

const about = button => button.about && hidden(` (${button.about})`);

const style = button => (button.style ?? "normal").toLowerCase();

const label = button => [button.label, about(button)];
