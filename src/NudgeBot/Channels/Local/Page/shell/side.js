import { byId, el, hidden, icon } from "../dom.js";
import { on, session, tell } from "../session.js";
import { say } from "../words.js";
import { avatar } from "./avatar.js";
import { place } from "./who.js";

const side = byId("side");
const opener = byId("side-open");
const narrow = matchMedia("(max-width: 759px)");
const unread = new Set();

/** Draws who sits here and the conversations; `switchMember` and `go(channel)` say what pressing them does. */
export function drawSide(switchMember, go) {
  byId("you").replaceChildren(avatar(session.member.id, session.member.name),
    el("span", {}, el("strong", {}, session.member.name), el("span", { class: "quiet" }, place(session.member))),
    icon("switch"), hidden(say("switchMember")));
  byId("you").onclick = switchMember;
  const item = (channel, name, sign) => {
    const key = channel ?? "direct";
    const here = channel === session.channel;
    if (here) unread.delete(key);
    return el("li", {}, el("button", {
      type: "button", class: `place${unread.has(key) ? " unread" : ""}`, "aria-current": here ? "page" : null,
      onclick: () => { closeSide(); go(channel); },
    }, icon(sign), name, unread.has(key) && [el("i", { class: "dot", "aria-hidden": "true" }), hidden(say("unread"))]));
  };
  byId("places").replaceChildren(item(null, "NudgeBot", "chat"), ...session.channels.map(channel => item(channel.id, channel.name, "hash")));
  byId("place-name").textContent = session.channel ? `#${session.channels.find(channel => channel.id === session.channel).name}` : "NudgeBot";
  byId("place-about").textContent = say(session.channel ? "aboutChannel" : "aboutDirect");
}

/** Marks a conversation out of view as having something new; `null` forgets all marks. */
export function markUnread(key) {
  if (key === null) unread.clear();
  else unread.add(key);
}

/** On a narrow screen the side is a drawer; while it is closed nothing in it can be reached. */
function settle(open) {
  const drawer = narrow.matches;
  byId("app").classList.toggle("side-shown", drawer && open);
  side.inert = drawer && !open;
  byId("main").inert = drawer && open;
  opener.setAttribute("aria-expanded", String(drawer && open));
}

function closeSide() {
  const was = byId("app").classList.contains("side-shown");
  settle(false);
  if (was) opener.focus();
}

opener.addEventListener("click", () => { settle(true); byId("side-close").focus(); });
byId("side-close").addEventListener("click", closeSide);
byId("shade").addEventListener("click", closeSide);
side.addEventListener("keydown", event => { if (event.key === "Escape") closeSide(); });
narrow.addEventListener("change", () => settle(false));
on("passing", closeSide);
settle(false);
