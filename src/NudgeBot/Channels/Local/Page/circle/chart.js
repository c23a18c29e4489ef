import { el } from "../dom.js";
import { session } from "../session.js";
import { say } from "../words.js";
import { range } from "./history.js";
import { person, sentence } from "./person.js";
import { axis, markAt, scale, strip } from "./strip.js";

/** The rings from the inside out, then the shelf; within one by name, since people are not ranked. */
export const groups = people => ["inner", "close", null]
  .map(ring => ({ ring, people: people.filter(other => (other.ring ?? null) === ring).sort((a, b) => a.name.localeCompare(b.name)) }))
  .filter(group => group.people.length > 0);

/** Draws every person as a line over the years. `opened` holds the ids of those whose details are open. */
export function chart(people, width, years, opened, readout) {
  const now = Date.parse(session.now);
  const x = scale(range(people, now, years), width);
  const toggle = id => (opened.delete(id) ? true : (opened.add(id), false));
  return el("div", { class: "chart" }, el("div", { class: "axis-room" }, axis(x, width)),
    groups(people).map(group => el("section", { class: "ring" },
      el("h3", {}, say(`ring ${group.ring ?? "shelf"}`)),
      el("ul", {}, group.people.map(content => person(content, opened.has(content.id), () => toggle(content.id), line(content))))))) ;

  function line(content) {
    const drawing = strip(content, x, width, now);
    drawing.addEventListener("pointermove", event => {
      const mark = markAt(content, x, event.offsetX, event.offsetY);
      drawing.classList.toggle("on-mark", mark !== null);
      readout(mark && `${content.name} · ${sentence(mark)}`);
    });
    drawing.addEventListener("pointerleave", () => readout(null));
    return drawing;
  }
}
