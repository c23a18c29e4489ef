/** What the page knows: who sits here, where they look, and what time it is in the workspace. */
export const session = {
  members: [],
  channels: [],
  /** The member using the page: {id, name, timeZone}. */
  member: null,
  /** The channel in view, or null for the direct chat with NudgeBot. */
  channel: null,
  /** The workspace's present, an instant as text. */
  now: null,
  /** The persons of the member's circle and shelf, as the server describes them; null until they are read. */
  people: null,
};

const bus = new EventTarget();

/** Events: "member", "place", "read", "messages", "submitted", "unread", "clock", "circle", "sample", "view". */
export const on = (name, listener) => bus.addEventListener(name, event => listener(event.detail));
export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

export const nameOf = id => session.members.find(member => member.id === id)?.name ?? id;
