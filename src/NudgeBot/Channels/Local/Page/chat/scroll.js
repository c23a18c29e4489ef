import { byId } from "../dom.js";

const scroll = byId("scroll");
const toLatest = byId("to-latest");
const near = 80;

export const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < near;

/** Shows the latest message; where there is none yet, the beginning from its top. */
export function toEnd() {
  scroll.scrollTop = byId("messages").childElementCount > 0 ? scroll.scrollHeight : 0;
  toLatest.hidden = true;
}

/** Changes the list without moving what the person is reading: at the end it stays at the end, above it offers the way down. */
export function keepPlace(change) {
  const atEnd = isAtEnd();
  const height = scroll.scrollHeight;
  change();
  if (atEnd) toEnd();
  else if (scroll.scrollHeight > height) toLatest.hidden = false;
}

/** Adds above what is in view, which stays where it is. */
export function growAbove(change) {
  const below = scroll.scrollHeight - scroll.scrollTop;
  change();
  scroll.scrollTop = scroll.scrollHeight - below;
}

scroll.addEventListener("scroll", () => { if (isAtEnd()) toLatest.hidden = true; });
toLatest.addEventListener("click", () => { toEnd(); byId("box").focus(); });
// A card may grow when its picture arrives, and the room shrinks when a keyboard slides in.
new ResizeObserver(() => { if (toLatest.hidden) toEnd(); }).observe(scroll);
