import { byId } from "../dom.js";
import { on, session, tell } from "../session.js";
import { say } from "../words.js";
import { sendLine } from "./chat.js";
import { closeSuggestions, keyInList, offer } from "./combobox.js";
import { commandOf } from "./commands.js";
import { suggest } from "./suggest.js";

const box = byId("box");
const problem = byId("problem");
const sent = [];
let recalled = 0;

/** Puts a line into the box, to be changed or sent. */
export function fill(line) {
  box.value = line;
  box.focus();
  typed();
  closeSuggestions();
}

/** Sends a line; one that is refused comes back into the box with the reason under it. */
export async function sendText(text) {
  problem.textContent = "";
  tell("view", "chat");
  try {
    await sendLine(text);
  } catch (error) {
    if (box.value === "") fill(text);
    problem.textContent = error.message;
  }
}

function typed() {
  const hint = commandOf(box.value);
  byId("hint").textContent = hint && box.value !== hint.example ? say("forExample", { example: hint.example }) : say("boxHint");
  problem.textContent = "";
  offer(box.selectionStart === box.value.length ? suggest(box.value) : [], ({ line }) => {
    box.value = line;
    typed();
  });
}

/** The arrow up in an empty box brings back what was sent before, as people know it from a terminal. */
function recall(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || (box.value !== "" && box.value !== sent[recalled])) return;
  recalled = Math.min(sent.length, Math.max(0, recalled + step));
  fill(sent[recalled] ?? "");
  event.preventDefault();
}

box.addEventListener("input", typed);
box.addEventListener("blur", closeSuggestions);
box.addEventListener("keydown", event => { if (!keyInList(event)) recall(event); });
byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = box.value.trim();
  if (text === "") return;
  sent.push(text);
  recalled = sent.length;
  box.value = "";
  typed();
  sendText(text);
});
on("place", () => {
  box.setAttribute("aria-label", session.channel ? say("boxInChannel", { channel: session.channel }) : say("box"));
  box.placeholder = session.channel ? say("boxInChannel", { channel: session.channel }) : say("boxPlaceholder");
  typed();
});
