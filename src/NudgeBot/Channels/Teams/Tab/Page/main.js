import { draw } from "./draw.js";
import { say, speak } from "./words.js";

/** TeamsJS, by which a page in a frame talks with Teams; undefined if it was kept from running. */
const teams = window.microsoftTeams;

/** How long Teams may take to greet the page, and NudgeBot to answer, in milliseconds. */
const patience = { teams: 10_000, answer: 20_000 };

const byId = id => document.getElementById(id);

/** Puts words in the place of everything: what is wrong and what to do next. Read aloud by screen readers. */
function tell(key, { detail, retry } = {}) {
  const notice = byId("notice");
  notice.replaceChildren(...[`${key} title`, key].map((words, place) => {
    const line = document.createElement(place === 0 ? "h2" : "p");
    line.textContent = say(words);
    return line;
  }));
  if (detail) {
    const line = document.createElement("p");
    line.className = "quiet";
    line.textContent = detail;
    notice.append(line);
  }
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button primary";
    button.textContent = say("retry");
    button.addEventListener("click", show);
    notice.append(button);
  }
  notice.hidden = false;
  byId("home").replaceChildren();
}

function wait() {
  const line = document.createElement("p");
  line.className = "quiet";
  line.textContent = say("loading");
  byId("notice").replaceChildren(line);
  byId("notice").hidden = false;
}

/** The link to the chat. Within Teams it opens there; a click that Teams does not take opens the link as any other. */
function offerChat(address, isFirst) {
  const link = byId("chat");
  link.href = address;
  link.textContent = say("chat");
  link.classList.toggle("primary", isFirst);
  link.hidden = false;
  link.onclick = event => {
    event.preventDefault();
    teams.app.openLink(address).catch(() => window.open(address, "_blank", "noopener"));
  };
}

const within = (work, time) => Promise.race([work, new Promise((_, reject) => setTimeout(() => reject(new Error("late")), time))]);

/** Asks Teams who looks, and NudgeBot what to show them. Nothing is kept in the browser. */
async function show() {
  wait();
  let token;
  try {
    token = await teams.authentication.getAuthToken();
  } catch (error) {
    return tell("signIn", { detail: error?.message, retry: true });
  }
  let answer;
  try {
    answer = await fetch(new URL("home", import.meta.url), {
      headers: { authorization: `Bearer ${token}` }, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(patience.answer),
    });
  } catch {
    window.addEventListener("online", show, { once: true });
    return tell("offline", { retry: true });
  }
  if (answer.status === 401 || answer.status === 403) return tell("refused", { detail: `HTTP ${answer.status}`, retry: true });
  if (!answer.ok) return tell("busy", { detail: `HTTP ${answer.status}`, retry: true });
  const { chat, language, card } = await answer.json();
  if (language) speak(language);
  offerChat(chat, !card);
  if (!card) return tell("stranger");
  byId("notice").hidden = true;
  byId("notice").replaceChildren();
  byId("home").replaceChildren(...draw(card));
}

async function begin() {
  speak(navigator.language);
  // In a phone's Teams the page is in no frame, but Teams left it a way to talk.
  if (!teams || (window.parent === window && !window.nativeInterface)) return tell("outside");
  wait();
  let context;
  try {
    await within(teams.app.initialize(), patience.teams);
    context = await within(teams.app.getContext(), patience.teams);
  } catch {
    return tell("outside");
  }
  speak(context.app.locale);
  dress(context.app.theme);
  teams.app.registerOnThemeChangeHandler(dress);
  teams.app.notifyAppLoaded();
  teams.app.notifySuccess();
  await show();
}

/** Teams' themes: default, dark and contrast; glass is a dark one. */
function dress(theme) {
  document.documentElement.dataset.theme = theme;
}

begin();
