import { byId, el } from "../dom.js";

const kept = 20;
const live = byId("live");

/** Has a screen reader say something when it is free. Each is a line of a log, so that one does not wipe out another before it was said. */
export function announce(text) {
  live.append(el("p", {}, text));
  while (live.childElementCount > kept) live.firstElementChild.remove();
}
