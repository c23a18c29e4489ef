import "../lib/d3.min.js";
import { years } from "../dates.js";
import { stretches } from "./history.js";

const { axisTop, create, scaleUtc, symbol, symbolCircle, symbolTriangle } = globalThis.d3;

const height = 44;
const middle = height / 2;
const margin = 10;
/** From this width on a silence has room for its length in words. */
const roomForWords = 60;
const year = 365.25 * 86_400_000;

/** Helps point away from the line or towards it, contacts lie on it: the shape and the place say what the colour says. */
export const glyphs = {
  gave: { path: symbol(symbolTriangle, 58)(), move: `translate(0,${middle - 10})`, height: -10 },
  received: { path: symbol(symbolTriangle, 58)(), move: `translate(0,${middle + 10}) rotate(180)`, height: 10 },
  touch: { path: symbol(symbolCircle, 26)(), move: `translate(0,${middle})`, height: 0 },
};

export const scale = (range, width) => scaleUtc().domain(range).range([margin, width - margin]);

/** The years over the lines. */
export function axis(x, width) {
  const svg = create("svg").attr("class", "axis").attr("width", width).attr("height", 22).attr("aria-hidden", "true");
  svg.append("g").attr("transform", "translate(0,21)").call(axisTop(x).ticks(Math.max(2, width / 70)).tickSize(5).tickPadding(3))
    .attr("font-family", null).attr("font-size", null);
  return svg.node();
}

/** One person's line over the years. It is a drawing: the words for it stand beside it and in the table. */
export function strip(person, x, width, now) {
  const svg = create("svg").attr("class", "strip").attr("width", width).attr("height", height).attr("aria-hidden", "true");
  const [begin] = x.domain().map(Number);
  svg.append("g").attr("class", "grid").selectAll("line").data(x.ticks(Math.max(2, width / 70))).join("line")
    .attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", height);

  const seen = stretches(person, now).filter(part => part.to > begin)
    .map(part => ({ ...part, x1: x(Math.max(part.from, begin)), x2: x(part.to) }));
  svg.append("g").selectAll("line").data(seen).join("line")
    .attr("class", part => (part.silent ? "silence" : "together"))
    .attr("x1", part => part.x1).attr("x2", part => part.x2).attr("y1", middle).attr("y2", middle);
  svg.append("g").attr("class", "spans").selectAll("text")
    .data(seen.filter(part => part.silent && part.to - part.from >= year && part.x2 - part.x1 > roomForWords)).join("text")
    .attr("x", part => (part.x1 + part.x2) / 2).attr("y", middle - 6).attr("text-anchor", "middle").text(part => years(part.to - part.from));

  if (person.chosenOn && Date.parse(person.chosenOn) >= begin) {
    svg.append("line").attr("class", "chosen").attr("x1", x(Date.parse(person.chosenOn))).attr("x2", x(Date.parse(person.chosenOn)))
      .attr("y1", 5).attr("y2", height - 5);
  }
  svg.append("g").selectAll("path").data(marksIn(person, begin)).join("path")
    .attr("class", mark => `mark ${mark.kind}`).attr("d", mark => glyphs[mark.kind].path)
    .attr("transform", mark => `translate(${x(Date.parse(mark.on))},0) ${glyphs[mark.kind].move}`);
  return svg.node();
}

/** Touches first, so that no help is hidden behind one. */
const marksIn = (person, begin) => person.marks.filter(mark => Date.parse(mark.on) >= begin)
  .sort((a, b) => (a.kind === "touch" ? 0 : 1) - (b.kind === "touch" ? 0 : 1));

/** The mark under the pointer, or null. */
export function markAt(person, x, px, py) {
  const [begin] = x.domain().map(Number);
  const near = marksIn(person, begin)
    .map(mark => ({ mark, distance: Math.hypot(x(Date.parse(mark.on)) - px, middle + glyphs[mark.kind].height - py) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance < 12 ? near.mark : null;
}
