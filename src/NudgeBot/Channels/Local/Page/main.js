import * as api from "./api.js";
import { openPlace } from "./chat/chat.js";
import { buildPanel, refreshCircle } from "./circle/panel.js";
import { byId, el, icon } from "./dom.js";
import { on, session, tell } from "./session.js";
import "./shell/appearance.js";
import { buildClock } from "./shell/clock.js";
import { connect } from "./shell/link.js";
import { drawSide, markUnread } from "./shell/side.js";
import { askWho, remember, remembered } from "./shell/who.js";
import { say, speak } from "./words.js";

const app = byId("app");

async function become(member) {
  session.member = member;
  session.channel = null;
  session.people = null;
  remember(member.id);
  markUnread(null);
  speak(member.language);
  document.title = `NudgeBot · ${member.name}`;
  app.hidden = false;
  tell("member");
  buildClock();
  buildPanel();
  connect();
  refreshCircle();
  await go(null);
}

async function go(channel) {
  session.channel = channel;
  side();
  look("chat");
  tell("place");
  await openPlace();
  byId("box").focus();
}

const side = () => drawSide(() => askWho(become), go);

/** A form may have changed the language or the time zone of the member; the page then begins anew in them. */
async function renew() {
  session.members = await api.members();
  const { id, language, timeZone } = session.member;
  const renewed = session.members.find(member => member.id === id);
  if (renewed.language === language && renewed.timeZone === timeZone) session.member = renewed;
  else await become(renewed);
}

/** On screens without room for both, either the chat or the circle is in view. */
function look(view) {
  app.dataset.view = view;
}

async function begin() {
  for (const node of document.querySelectorAll("[data-icon]"))
    node.append(icon(node.dataset.icon), node.dataset.say ? el("span", { class: "says" }) : "");
  speak("en");
  try {
    [session.members, session.channels, { now: session.now }] = await Promise.all([api.members(), api.channels(), api.clock()]);
  } catch (problem) {
    document.body.append(el("main", { class: "broken" }, el("h1", {}, "NudgeBot"), el("p", { role: "alert" }, problem.message),
      el("button", { type: "button", class: "button primary", onclick: () => location.reload() }, say("tryAgain"))));
    return;
  }
  const last = session.members.find(member => member.id === remembered());
  if (last) await become(last);
  else askWho(become);
}

byId("circle-open").addEventListener("click", () => { look("circle"); byId("circle-close").focus(); });
on("view", view => { look(view); if (view === "chat") byId("box").focus(); });
on("unread", key => { markUnread(key); side(); });
on("sample", async () => { refreshCircle(); await openPlace(); byId("box").focus(); });
on("submitted", renew);
begin();
