import { el } from "../dom.js";
import { say } from "../words.js";
import { glyphs } from "./strip.js";

/** How many years to show, whether with the shelf, and whether as a table. */
export function controls(choice, hasShelf, change) {
  const radio = years => el("label", {},
    el("input", { type: "radio", name: "years", id: `years-${years}`, checked: choice.years === years, onchange: () => change({ years }) }),
    el("span", {}, say(`years ${years}`)));
  const check = (name, key) => el("label", { class: "check" },
    el("input", { type: "checkbox", id: `circle-${name}`, checked: choice[name], onchange: () => change({ [name]: !choice[name] }) }), say(key));
  return el("div", { class: "circle-controls" },
    !choice.asTable && el("fieldset", { class: "segments" }, el("legend", { class: "vh" }, say("yearsShown")), [0, 5, 1].map(radio)),
    hasShelf && check("shelf", "showShelf"), check("asTable", "showTable"));
}

/** What the shapes mean. */
export const legend = () => el("ul", { class: "legend", "aria-label": say("legend") },
  ["gave", "received", "touch"].map(kind => el("li", {}, glyph(kind), say(`mark ${kind}`))),
  ["silence", "chosen"].map(kind => el("li", {}, el("i", { class: `legend-${kind}`, "aria-hidden": "true" }), say(`legend ${kind}`))));

function glyph(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-7 -7 14 14");
  svg.setAttribute("class", "legend-glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", glyphs[kind].path);
  path.setAttribute("class", `mark ${kind}`);
  if (kind === "received") path.setAttribute("transform", "rotate(180)");
  svg.append(path);
  return svg;
}
