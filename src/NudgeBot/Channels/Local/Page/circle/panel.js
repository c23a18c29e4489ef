import * as api from "../api.js";
import { sampleButton } from "../chat/start.js";
import { byId, el, icon } from "../dom.js";
import { on, session, tell } from "../session.js";
import { setNow } from "../shell/clock.js";
import { say } from "../words.js";
import { chart, groups } from "./chart.js";
import { controls, legend } from "./controls.js";
import { tables } from "./table.js";

const panel = byId("circle");
const opened = new Set();
const choice = { years: 0, shelf: false, asTable: false };
const body = el("div", { class: "circle-body", id: "circle-body", tabindex: "0", role: "group", "aria-labelledby": "circle-title" });
const readout = el("p", { class: "readout", "aria-hidden": "true" });
let timer = 0;
let width = 0;

/** Builds the frame of the panel in the member's language. */
export function buildPanel() {
  const widen = el("button", { type: "button", class: "icon-button only-wide", "aria-pressed": "false", "aria-label": say("widen") }, icon("widen"));
  widen.addEventListener("click", () => {
    const isWide = byId("app").classList.toggle("circle-wide");
    widen.setAttribute("aria-pressed", String(isWide));
    widen.replaceChildren(icon(isWide ? "narrow" : "widen"));
  });
  byId("app").classList.remove("circle-wide");
  panel.replaceChildren(
    el("header", { class: "circle-head" },
      el("button", { type: "button", class: "icon-button only-medium", id: "circle-close", "aria-label": say("backToChat"), onclick: () => tell("view", "chat") }, icon("back")),
      el("h2", { id: "circle-title" }, say("yourCircle")), widen),
    body, readout);
  draw();
}

/** Reads the circle again, soon: what arrives together is drawn once. */
export function refreshCircle() {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const { member } = session;
    try {
      const { now, people } = await api.circle(member.id);
      if (member !== session.member) return;
      session.people = people;
      setNow(now);
      draw();
      tell("circle");
    } catch (problem) {
      body.replaceChildren(el("p", { class: "problem", role: "alert" }, problem.message));
    }
  }, 250);
}

function draw() {
  if (session.people === null) return body.replaceChildren(el("p", { class: "quiet" }, say("loading")));
  const held = document.activeElement?.id;
  const people = session.people.filter(person => choice.shelf || person.ring);
  const change = values => { Object.assign(choice, values); draw(); };
  read(null);
  readout.hidden = people.length === 0 || choice.asTable;
  body.replaceChildren(...[
    session.people.length > 0 && controls(choice, session.people.some(person => !person.ring), change),
    people.length === 0 ? empty() : choice.asTable ? tables(groups(people).flatMap(group => group.people)) : [legend(), drawing(people)],
  ].flat().filter(Boolean));
  if (held && body.querySelector(`#${CSS.escape(held)}`)) byId(held).focus();
}

const drawing = people => chart(people, Math.max(240, body.clientWidth - 40), choice.years, opened, read);

function read(text) {
  readout.textContent = text ?? say("readout");
  readout.classList.toggle("reads", text !== null);
}

function empty() {
  const nobody = session.people.length === 0;
  return el("div", { class: "circle-empty" }, icon("circle"), el("p", {}, say(nobody ? "nobodyYet" : "nobodyChosen")), nobody && sampleButton());
}

new ResizeObserver(() => {
  if (body.clientWidth === width || body.clientWidth === 0) return;
  width = body.clientWidth;
  draw();
}).observe(body);
on("messages", refreshCircle);
