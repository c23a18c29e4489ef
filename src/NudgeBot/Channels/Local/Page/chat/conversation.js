/** Ids grow with time: a longer one is later, and among equally long ones the alphabet decides. */
const inTime = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const earlierFirst = (a, b) => inTime(a.id, b.id);

/** The messages of one conversation. They arrive from answers, from the stream and from the history, in any order and more than once. */
export class Conversation {
  #messages = new Map();

  /** Lines that were typed and not yet answered. */
  pending = [];

  /** False until the history was read once. */
  isRead = false;

  /** Adds what is not there yet and returns it. */
  add(messages) {
    const fresh = messages.filter(message => !this.#messages.has(message.id)).sort(earlierFirst);
    for (const message of fresh) this.#messages.set(message.id, message);
    return fresh;
  }

  /** A typed line has come back as a message and is not pending any more. */
  arrived(text) {
    const index = this.pending.findIndex(line => line.text === text);
    if (index >= 0) this.pending.splice(index, 1);
  }

  get lastId() {
    return [...this.#messages.keys()].sort(inTime).at(-1);
  }

  get isEmpty() {
    return this.#messages.size === 0 && this.pending.length === 0;
  }

  /**
   * What is to be seen, top to bottom: {key, at, message}. A message that replaces another stands in its place
   * and keeps its key, so that a card changes where the person pressed it.
   */
  get shown() {
    const places = new Map();
    for (const message of [...this.#messages.values()].sort(earlierFirst)) {
      const key = this.#placeOf(message);
      places.set(key, { key, at: places.get(key)?.at ?? message.at, message });
    }
    return [...places.values()].sort((a, b) => inTime(a.key, b.key));
  }

  #placeOf(message) {
    let key = message.id;
    for (let at = message; at?.replaces; at = this.#messages.get(key)) key = at.replaces;
    return key;
  }
}
