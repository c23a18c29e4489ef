/**
 * Builds an element. Children that are text are inserted as text, so nothing from the server is ever read as HTML.
 * `on…` properties are listeners; false, null and undefined leave an attribute out.
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = id => document.getElementById(id);

/** Text for a screen reader alone. */
export const hidden = text => el("span", { class: "vh" }, text);

const shapes = {
  menu: "M3 6h18M3 12h18M3 18h18",
  close: "M5 5l14 14M19 5L5 19",
  send: "M4 12h15M13 5l7 7-7 7",
  down: "M12 4v15M5 12l7 7 7-7",
  back: "M20 12H5M11 5l-7 7 7 7",
  circle: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
  widen: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
  narrow: "M20 10h-6V4M14 10l7-7M4 14h6v6M10 14l-7 7",
  file: "M14 3H6v18h12V7zM14 3v4h4",
  form: "M5 4h14v16H5zM8 9h8M8 13h8M8 17h4",
  chat: "M4 5h16v11H9l-5 4z",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M3 15h16",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  switch: "M7 4L3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7",
  chevron: "M9 5l7 7-7 7",
  lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
};

/** A small line drawing, hidden from screen readers: the words beside it say what it means. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}
