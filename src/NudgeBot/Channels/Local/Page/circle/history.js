const day = 86_400_000;

/** A gap counts as silence from twice the pair's usual gap on, the step from due to drifting, but never under two months. */
const times = 2;
const shortest = 60 * day;

/**
 * The stretches of a person's line: {from, to, silent}, instants in milliseconds, from the first mark to now;
 * without any mark, from the day of choosing. The usual gap is the median, so that one long silence does not make the others look ordinary.
 */
export function stretches({ marks, chosenOn }, now) {
  const dates = marks.length > 0 ? marks.map(mark => mark.on) : [chosenOn].filter(Boolean);
  const days = [...new Set(dates)].map(Date.parse).sort((a, b) => a - b);
  const gaps = days.slice(1).map((at, index) => at - days[index]).sort((a, b) => a - b);
  const usual = gaps.length > 0 ? gaps[Math.floor(gaps.length / 2)] : 0;
  const silence = Math.max(shortest, times * usual);
  return days.map((from, index) => {
    const to = days[index + 1] ?? now;
    return { from, to, silent: to - from > silence };
  });
}

/** The years to draw: all there are, or the last `years`. */
export function range(people, now, years) {
  const first = Math.min(now - 365 * day, ...people.flatMap(person => person.marks.map(mark => Date.parse(mark.on))));
  const begin = new Date(now);
  if (years) begin.setUTCFullYear(begin.getUTCFullYear() - years);
  return [years ? begin.getTime() : first - 30 * day, now];
}
