import * as api from "../api.js";
import { byId } from "../dom.js";
import { on, session, tell } from "../session.js";
import { setNow } from "../shell/clock.js";
import { announce } from "../shell/live.js";
import { say } from "../words.js";
import { Conversation } from "./conversation.js";
import { openForm } from "./form.js";
import { clearList, drawList, showEarlier } from "./list.js";
import { authorOf } from "./message.js";
import { growAbove, isAtEnd, keepPlace, toEnd } from "./scroll.js";

let conversations = new Map();
let lines = 0;
let waiting = 0;

const keyOf = channel => channel ?? "direct";

function conversation(channel) {
  const key = keyOf(channel);
  if (!conversations.has(key)) conversations.set(key, new Conversation());
  return conversations.get(key);
}

/** True when the history is read and the member has neither typed nor been written to here. */
export const nothingSaid = () => conversation(session.channel).isRead && conversation(session.channel).isEmpty;

/** Reads the history of the conversation in view and shows its end. */
export async function openPlace() {
  clearList();
  draw();
  await catchUp();
  toEnd();
}

/** Reads what was missed, as after the link was lost. */
export async function catchUp() {
  const { member, channel } = session;
  const here = conversation(channel);
  const messages = await api.messages(member.id, channel, channel ? null : here.lastId);
  if (member !== session.member) return;
  here.add(messages);
  here.isRead = true;
  draw();
  tell("read");
}

/** Takes in messages from an answer or from the stream, shows them and has them read aloud once. */
export function receive(messages) {
  const stay = isAtEnd();
  for (const message of messages) {
    setNow(message.at);
    const place = conversation(message.channel);
    if (place.add([message]).length === 0) continue;
    if (message.from === session.member.id) {
      place.arrived(message.text);
      continue;
    }
    const here = keyOf(message.channel) === keyOf(session.channel);
    announce(here ? `${authorOf(message)}: ${message.text}` : say("newElsewhere"));
    if (!here) tell("unread", keyOf(message.channel));
  }
  draw();
  if (stay) toEnd();
  tell("messages");
}

/** Sends a typed line; throws the problem when it was refused, and nothing then stays of it. */
export async function sendLine(text) {
  const { member, channel } = session;
  const here = conversation(channel);
  const line = { key: `line ${++lines}`, text };
  const last = here.lastId;
  here.pending.push(line);
  draw();
  toEnd();
  await whileWaiting(async () => {
    try {
      const { messages } = await api.type(member.id, text, channel);
      // The answers do not repeat the typed line; the history has both in their order.
      const history = await api.messages(member.id, channel, channel ? null : last);
      if (member !== session.member) return;
      receive([...messages, ...history]);
      openFirst(messages);
    } finally {
      here.pending = here.pending.filter(other => other !== line);
    }
  });
}

/** Presses a button of the message that `node` shows; a second press while the first is on its way does nothing. */
async function press(message, button, node) {
  if (node.getAttribute("aria-busy")) return;
  node.setAttribute("aria-busy", "true");
  try {
    openFirst(await act({ messageId: message.id, actionId: button.actionId, value: button.value }));
  } catch (problem) {
    node.querySelector(".message-body > .problem").textContent = problem.message;
  } finally {
    node.removeAttribute("aria-busy");
  }
}

const open = message => openForm(message.form, submitOf(message));

/** Sends a filled form. One that comes back, because something in it was wrong, stays in the dialog with the reason. */
const submitOf = message => async form => {
  const messages = await act({ messageId: message.id, actionId: message.form.actionId, value: message.form.value, form });
  tell("submitted");
  const again = messages.find(answer => answer.form);
  return again && { form: again.form, submit: submitOf(again), text: again.text };
};

async function act(action) {
  const { member } = session;
  const { messages } = await whileWaiting(() => api.act(member.id, action));
  if (member === session.member) receive(messages);
  return messages;
}

function openFirst(messages) {
  const form = messages.find(message => message.form);
  if (form) open(form);
}

async function whileWaiting(work) {
  waiting++;
  draw();
  try {
    return await work();
  } finally {
    waiting--;
    draw();
  }
}

function draw() {
  byId("typing").hidden = waiting === 0;
  keepPlace(drawHere);
}

const drawHere = () => drawList(conversation(session.channel), { press, open });

byId("earlier").addEventListener("click", () => { showEarlier(); growAbove(drawHere); });
on("member", () => { conversations = new Map(); });
on("clock", draw);
