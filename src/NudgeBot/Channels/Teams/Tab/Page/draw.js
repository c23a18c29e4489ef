import { say } from "./words.js";

/** An element with text or children. Nothing from the server is ever read as HTML. */
function el(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const drawings = {
  heading: (part, id) => el("h2", { id }, part.text),
  paragraph: part => el("p", {}, part.text),
  quiet: part => el("p", { class: "quiet" }, part.text),
  facts: part => el("dl", {}, ...part.items.map(item => el("div", {}, el("dt", {}, item.label), el("dd", {}, item.text)))),
  picture: part => picture(part),
};

/** Draws a card: each heading begins a section. A part of an unknown type is left out. */
export function draw(card) {
  const sections = [];
  for (const part of card.elements) {
    if (part.type === "heading" || sections.length === 0) sections.push([]);
    sections.at(-1).push(part);
  }
  return sections.map((parts, place) => el("section", { "aria-labelledby": `title-${place}` },
    ...parts.map((part, at) => label(parts, at) ?? drawings[part.type]?.(part, `title-${place}`)).filter(Boolean)));
}

/** A paragraph right before facts says what they are, such as a ring of the circle. */
const label = (parts, at) =>
  parts[at].type === "paragraph" && parts[at + 1]?.type === "facts" ? el("h3", {}, parts[at].text) : null;

/**
 * A picture that comes along with the card. On a narrow screen it keeps a size at which it can be read and moves sideways, by finger or
 * arrow keys; its words can be read by everybody.
 */
function picture({ image, alt }) {
  const words = el("div", { class: "words" }, ...alt.split("\n").slice(1).map(line => el("p", {}, line)));
  return el("figure", {},
    el("div", { class: "pan", tabindex: "0", role: "region", "aria-label": say("picture") }, el("img", { src: `data:${image.mediaType};base64,${image.bytes}`, alt })),
    el("details", {}, el("summary", {}, say("inWords")), words));
}
