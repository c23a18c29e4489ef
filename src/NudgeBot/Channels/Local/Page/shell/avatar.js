import { el } from "../dom.js";
import { session } from "../session.js";

const tints = 5;

/** Initials on a quiet colour that stays the same for a member; NudgeBot has its own sign. */
export function avatar(id, name) {
  if (id === "nudgebot") return el("span", { class: "avatar", "aria-hidden": "true" }, el("img", { src: "icon.svg", alt: "" }));
  const place = Math.max(0, session.members.findIndex(member => member.id === id));
  const initials = name.split(/\s+/).slice(0, 2).map(word => word[0]).join("").toUpperCase();
  return el("span", { class: `avatar tint-${place % tints}`, "aria-hidden": "true" }, initials);
}
