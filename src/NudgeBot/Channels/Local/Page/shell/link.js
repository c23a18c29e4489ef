import * as api from "../api.js";
import { catchUp, receive } from "../chat/chat.js";
import { byId } from "../dom.js";
import { session } from "../session.js";
import { say } from "../words.js";
import { setNow } from "./clock.js";

const again = 3_000;
let source = null;

/** Listens for the member, in place of whoever was listened for before. After a gap it reads what was missed. */
export function connect() {
  source?.close();
  const { member } = session;
  let lost = false;
  source = api.listen(member.id, {
    onMessage: message => receive([message]),
    onClock: setNow,
    onOpen: async () => {
      byId("link-lost").hidden = true;
      if (lost) await catchUp();
      lost = false;
    },
    onLost: closed => {
      lost = true;
      byId("link-lost").textContent = say("linkLost");
      byId("link-lost").hidden = false;
      // The browser comes back by itself, but not after an answer that was no stream, as from a server that is just starting.
      if (closed) setTimeout(() => { if (member === session.member) connect(); }, again);
    },
  });
}
