import { say } from "./words.js";

/** A refusal in words for a person; `status` is the HTTP status, 0 when the server could not be reached. */
export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(address, body) {
  let response;
  try {
    response = await fetch(address, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Problem(say("unreachable"), 0);
  }
  const content = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(content?.detail ?? content?.title ?? say("refused"), response.status);
  return content;
}

const member = id => `/local/members/${encodeURIComponent(id)}`;

export const members = () => call("/local/members");
export const channels = () => call("/local/channels");
export const clock = () => call("/local/clock");
export const advance = period => call("/local/clock", { advance: period });
export const laySample = () => call("/local/sample", {});
export const circle = id => call(`${member(id)}/circle`);
export const persons = (id, text) => call(`${member(id)}/persons?${new URLSearchParams({ text })}`);
export const type = (id, text, channel) => call(`${member(id)}/messages`, channel ? { text, channel } : { text });
export const act = (id, action) => call(`${member(id)}/actions`, action);

/** Messages of a conversation: the member's direct chat when `channel` is null. */
export async function messages(id, channel, after) {
  const query = new URLSearchParams();
  if (channel) query.set("member", id);
  if (after) query.set("after", after);
  const place = channel ? `/local/channels/${encodeURIComponent(channel)}` : member(id);
  return (await call(`${place}/messages?${query}`)).messages;
}

/** Opens the stream of what happens for a member; the browser resumes it by itself with Last-Event-ID. */
export function listen(id, { onMessage, onClock, onOpen, onLost }) {
  const source = new EventSource(`${member(id)}/stream`);
  source.addEventListener("message", event => onMessage(JSON.parse(event.data)));
  source.addEventListener("clock", event => onClock(JSON.parse(event.data).now));
  source.addEventListener("open", onOpen);
  source.addEventListener("error", () => onLost(source.readyState === EventSource.CLOSED));
  return source;
}
