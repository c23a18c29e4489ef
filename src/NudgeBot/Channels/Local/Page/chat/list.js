import { dateIn, dayTitle } from "../dates.js";
import { byId, el } from "../dom.js";
import { session } from "../session.js";
import { drawMessage, drawPending } from "./message.js";

const list = byId("messages");
const earlier = byId("earlier");
const page = 80;
const together = 5 * 60_000;
let drawn = new Map();
let room = page;

/** Forgets what is drawn, for another conversation or another language. */
export function clearList() {
  list.replaceChildren();
  drawn = new Map();
  room = page;
}

export const showEarlier = () => { room += page; };

/** Brings the list in line with the conversation; what has not changed keeps its element, its focus and its open menu. */
export function drawList(conversation, doing) {
  const all = conversation.shown;
  const shown = all.slice(-room);
  earlier.hidden = shown.length === all.length;

  const rows = [];
  const today = dateIn(session.now, session.member.timeZone);
  let day = "";
  let before = null;
  for (const { key, at, message } of shown) {
    const date = dateIn(at, session.member.timeZone);
    if (date > day) {
      day = date;
      before = null;
      const title = dayTitle(date, today);
      rows.push({ key: `day ${date}`, version: title, draw: () => el("li", { class: "day" }, el("span", {}, title)) });
    }
    const follows = before?.message.from === message.from && Date.parse(at) - Date.parse(before.at) < together && !message.ephemeral;
    rows.push({ key, version: `${message.id} ${follows}`, draw: () => drawMessage(message, at, follows, doing) });
    before = { message, at };
  }
  conversation.pending.forEach(({ key, text }) => rows.push({ key, version: text, draw: () => drawPending(text) }));
  bring(rows);
}

function bring(rows) {
  const kept = new Set(rows.map(row => row.key));
  for (const [key, { node }] of drawn) if (!kept.has(key)) node.remove();

  const next = new Map();
  rows.forEach(({ key, version, draw }, index) => {
    const old = drawn.get(key);
    const node = old?.version === version ? old.node : draw();
    if (old && old.node !== node) replace(old.node, node);
    else if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    next.set(key, { version, node });
  });
  drawn = next;
}

/** The focus stays at the place of a card that changed under it. */
function replace(old, node) {
  const focused = old.contains(document.activeElement);
  old.replaceWith(node);
  if (focused) node.focus();
}
