import * as api from "../api.js";
import { byId, el } from "../dom.js";
import { on, session, tell } from "../session.js";
import { announce } from "../shell/live.js";
import { say } from "../words.js";
import { nothingSaid } from "./chat.js";
import { fill } from "./composer.js";
import { keepPlace } from "./scroll.js";

const place = byId("start");
/** To begin with, and to look around in what is there already. */
const first = ["helped @{who} with the board deck yesterday", "thanks @{who} for the intro to Priya", "choose @{who} every 6 weeks because we think alike", "help"];
const later = ["next", "story @{who}", "nudges on", "help"];

let drawn = "";

/** Draws the beginning: what one can say, and the sample data while nothing is recorded. What stays the same keeps the focus. */
function draw() {
  const unrecorded = session.people?.length === 0;
  const shown = session.channel === null && (nothingSaid() || unrecorded);
  const version = shown ? `${session.member.id} ${unrecorded}` : "";
  if (version === drawn) return;
  drawn = version;
  keepPlace(() => fillPlace(shown, unrecorded));
}

function fillPlace(shown, unrecorded) {
  place.hidden = !shown;
  if (!shown) return place.replaceChildren();

  const colleagues = session.members.filter(member => member !== session.member);
  place.replaceChildren(
    el("h3", {}, say("startTitle")),
    el("p", {}, say("startText")),
    el("ul", { class: "examples", "aria-label": say("examples") }, (unrecorded ? first : later).map((example, index) => {
      const line = example.replace("{who}", colleagues[index % colleagues.length]?.id ?? "bob");
      return el("li", {}, el("button", { type: "button", class: "example", onclick: () => fill(line) }, line));
    })),
    unrecorded ? sampleButton() : "");
}

/** The button that lays ten years of history, with its reason and what became of pressing it. */
export function sampleButton() {
  const problem = el("p", { class: "problem", role: "alert" });
  const button = el("button", { type: "button", class: "button primary large" }, say("sample"));
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    button.textContent = say("sampleWorks");
    try {
      await api.laySample();
      announce(say("sampleDone"));
      tell("sample");
    } catch (error) {
      problem.textContent = error.message;
      button.textContent = say("sample");
      button.removeAttribute("aria-disabled");
    }
  });
  return el("div", { class: "sample" }, el("p", {}, say("sampleText")), button, problem);
}

on("circle", draw);
on("messages", draw);
on("place", draw);
on("read", draw);
