import * as api from "../api.js";
import { dateIn, shortly } from "../dates.js";
import { byId, el } from "../dom.js";
import { on, session, tell } from "../session.js";
import { say } from "../words.js";
import { announce } from "./live.js";

const steps = { P1D: 1, P1W: 7, P6W: 42 };
const passing = byId("passing");
let running = null;

/** Draws the buttons that let time pass in the workspace. */
export function buildClock() {
  byId("clock-steps").replaceChildren(...Object.keys(steps).map(period =>
    el("button", { type: "button", class: "button small", onclick: () => pass(period) }, say(`step ${period}`))));
  show();
}

async function pass(period) {
  if (running) return;
  const from = Date.parse(session.now);
  running = { from, to: from + steps[period] * 86_400_000 };
  for (const button of byId("clock-steps").children) button.setAttribute("aria-disabled", "true");
  passing.hidden = false;
  tell("passing");
  show();
  try {
    setNow((await api.advance(period)).now);
    announce(say("itIsNow", { date: today() }));
    passing.hidden = true;
  } catch (problem) {
    passing.querySelector("p").textContent = problem.message;
    passing.classList.add("failed");
    announce(problem.message);
  } finally {
    running = null;
    for (const button of byId("clock-steps").children) button.removeAttribute("aria-disabled");
    tell("messages");
  }
}

/** Takes over the workspace's present; an older one that arrives late changes nothing. */
export function setNow(now) {
  if (session.now && Date.parse(now) <= Date.parse(session.now)) return;
  session.now = now;
  show();
  tell("clock");
}

const today = () => shortly(dateIn(session.now, session.member.timeZone));

function show() {
  if (!session.member) return;
  byId("clock-date").textContent = today();
  if (!running) return;
  passing.classList.remove("failed");
  passing.querySelector("progress").value = (Date.parse(session.now) - running.from) / (running.to - running.from);
  passing.querySelector("p").textContent = say("passing", { date: today() });
}

on("member", show);
