import { session } from "../session.js";
import { say } from "../words.js";
import { commandOf, commands } from "./commands.js";

const most = 7;

/**
 * What could come next in a line whose caret stands at its end: [{label, about, line}], where `line` is the whole
 * line once it is taken. Commands first, then the persons of a command that takes some.
 */
export function suggest(line) {
  const lower = line.toLowerCase();
  if (lower.trim() === "") return [];
  const command = commandOf(line);
  const at = personAt(line, command);
  if (at !== null) return people(line.slice(at)).map(person => ({ ...person, line: `${line.slice(0, at)}${person.insert} ` }));
  if (command && lower.startsWith(`${command.word} `)) return [];
  return commands.filter(({ word }) => word.startsWith(lower)).slice(0, most).map(({ word, example }) => ({
    label: word, about: say(`command ${word}`), line: example === word ? word : `${word} `,
  }));
}

/** Where the person's name begins that is being typed at the end of the line, or null. */
function personAt(line, command) {
  const mention = /(?:^|\s)(@\S*)$/.exec(line);
  if (mention) return line.length - mention[1].length;
  const after = command?.who && line.length > command.word.length ? line.slice(command.word.length + 1) : null;
  const name = after === null ? null : /^(?:\S+(?:,\s*|\s+and\s+))*("?[^\s,]*)$/.exec(after);
  return name ? line.length - name[1].length : null;
}

function people(typed) {
  const start = typed.replace(/^[@"]/, "").toLowerCase();
  const colleagues = session.members.filter(member => member !== session.member)
    .map(({ id, name, timeZone }) => ({ insert: `@${id}`, label: name, about: timeZone.split("/").at(-1).replaceAll("_", " ") }));
  const names = new Set(session.members.map(member => member.name));
  const others = (session.people ?? []).filter(person => !names.has(person.name))
    .map(({ name, ring }) => ({ insert: name.includes(" ") ? `"${name}"` : name, label: name, about: say(`ring ${ring ?? "shelf"}`) }));
  return [...colleagues, ...others]
    .filter(({ label, insert }) => [label, insert.replace(/^[@"]/, "")].some(text => text.toLowerCase().split(" ").some((_, index, words) =>
      words.slice(index).join(" ").startsWith(start))))
    .slice(0, most);
}
