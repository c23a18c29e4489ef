/**
 * What the box offers while typing: the word, an example that is right as it stands, and the key of its description.
 * `who` marks commands whose next word is a person. Commands are English in every language.
 */
export const commands = [
  { word: "helped", example: "helped @bob with the board deck yesterday", who: true },
  { word: "thanks", example: "thanks @dora for the intro to Priya", who: true },
  { word: "met", example: "met @chen about the move last tuesday", who: true },
  { word: "note", example: "note @dora prefers to talk in the morning", who: true },
  { word: "needs", example: "needs @chen a QA lead", who: true },
  { word: "followup", example: "followup @emil on 3 March ask how the launch went", who: true },
  { word: "choose", example: "choose @bob every 6 weeks because we think alike", who: true },
  { word: "release", example: "release @emil", who: true },
  { word: "rest", example: "rest @emil", who: true },
  { word: "circle", example: "circle" },
  { word: "review", example: "review" },
  { word: "next", example: "next" },
  { word: "why", example: "why @bob", who: true },
  { word: "history", example: "history @bob", who: true },
  { word: "story", example: "story @bob", who: true },
  { word: "find", example: "find board deck" },
  { word: "status", example: "status" },
  { word: "nudges on", example: "nudges on" },
  { word: "nudges off", example: "nudges off" },
  { word: "snooze", example: "snooze @bob 2 weeks", who: true },
  { word: "mark", example: "mark @bob trusted", who: true },
  { word: "unmark", example: "unmark @bob", who: true },
  { word: "pause", example: "pause until monday" },
  { word: "resume", example: "resume" },
  { word: "ask", example: "ask who knows a good tax adviser?" },
  { word: "asks", example: "asks" },
  { word: "done", example: "done 3" },
  { word: "settings", example: "settings" },
  { word: "digest here", example: "digest here weekly friday 15:00" },
  { word: "digest preview", example: "digest preview" },
  { word: "digest off", example: "digest off" },
  { word: "forget", example: "forget @emil", who: true },
  { word: "forget me", example: "forget me" },
  { word: "privacy", example: "privacy" },
  { word: "undo", example: "undo" },
  { word: "help", example: "help helped" },
];

/** The command a line begins with: the longest that fits. */
export const commandOf = line => commands
  .filter(({ word }) => `${line.toLowerCase()} `.startsWith(`${word} `))
  .sort((a, b) => b.word.length - a.word.length)[0];
