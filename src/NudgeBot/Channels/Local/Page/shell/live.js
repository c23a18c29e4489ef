import { byId } from "../dom.js";

const live = byId("live");
let waiting = [];

/** Has a screen reader say something when it is free. What arrives together is said together. */
export function announce(text) {
  waiting.push(text);
  if (waiting.length > 1) return;
  setTimeout(() => {
    live.textContent = waiting.join("\n");
    waiting = [];
  }, 100);
}
