import { locale, say } from "./words.js";

const day = 86_400_000;

const format = (at, options) => new Intl.DateTimeFormat(locale, options).format(new Date(at));

/** The date of an instant in a time zone, as 2026-05-12. */
export const dateIn = (at, timeZone) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(at));

export const timeIn = (at, timeZone) => format(at, { timeZone, hour: "2-digit", minute: "2-digit" });

/** A date such as 2019-05-12 in words: 12 May 2019. */
export const inWords = date => format(date, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** The same, short enough for a column of a table. */
export const inShort = date => format(date, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

export const withWeekday = date =>
  format(date, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** With the weekday, short enough for one line of the side. */
export const shortly = date =>
  format(date, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** The title over a day's messages, seen from the workspace's today. */
export function dayTitle(date, today) {
  const ago = Math.round((Date.parse(today) - Date.parse(date)) / day);
  if (ago === 0) return say("today");
  if (ago === 1) return say("yesterday");
  return withWeekday(date);
}

/** A stretch of time in full years: "3 years". */
export const years = milliseconds =>
  new Intl.NumberFormat(locale, { style: "unit", unit: "year", unitDisplay: "long" }).format(Math.floor(milliseconds / day / 365.25));
