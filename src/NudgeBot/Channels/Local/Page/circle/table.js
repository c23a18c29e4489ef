import { inShort } from "../dates.js";
import { el } from "../dom.js";
import { say } from "../words.js";
import { latestFirst } from "./person.js";

/** The drawing in words: a table for every person, with the ring and the state in its caption. */
export const tables = people => el("div", { class: "tables" }, people.map(person => el("table", {},
  el("caption", {}, el("strong", {}, person.name), ` · ${say(`ring ${person.ring ?? "shelf"}`)} · ${say(`state ${person.state}`)}`),
  el("thead", { class: "vh" }, el("tr", {}, ["tableDay", "tableKind", "tableWhat"].map(key => el("th", { scope: "col" }, say(key))))),
  el("tbody", {}, latestFirst(person.marks).map(mark => el("tr", {},
    el("td", {}, el("time", { datetime: mark.on }, inShort(mark.on))), el("td", {}, say(`mark ${mark.kind}`)), el("td", {}, mark.text)))))));
