const earlierFirst = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

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

  get lastId() {
    return [...this.#messages.keys()].sort().at(-1);
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
    return [...places.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #placeOf(message) {
    let key = message.id;
    for (let at = message; at?.replaces; at = this.#messages.get(key)) key = at.replaces;
    return key;
  }
}
