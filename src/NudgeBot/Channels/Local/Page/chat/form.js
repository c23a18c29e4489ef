import { byId, el, icon } from "../dom.js";
import { say } from "../words.js";
import { field, values } from "./fields.js";

const dialog = byId("form");

/**
 * Opens a form. `submit(values)` sends it: it may throw a problem, which is then shown in the dialog with everything still filled in,
 * or return a form that is to be filled in better, with `text` saying why, beside its fields where it tells which ones. The browser gives the focus back to what opened the dialog.
 */
export function openForm(content, submit, text = "", typed = {}) {
  const faults = content.faults ?? {};
  const problem = el("p", { class: "problem", role: "alert" }, content.faults ? "" : text);
  const send = el("button", { type: "submit", class: "button primary" }, content.submit);
  const close = () => dialog.close();
  const form = el("form", {},
    el("header", { class: "dialog-head" },
      el("h2", { id: "form-title" }, content.title),
      el("button", { type: "button", class: "icon-button", "aria-label": say("close"), onclick: close }, icon("close"))),
    el("div", { class: "fields" }, content.fields.map((part, index) => field({ ...part, value: typed[part.id] ?? part.value, fault: faults[part.id] }, index)), problem),
    el("footer", { class: "dialog-foot" }, el("button", { type: "button", class: "button", onclick: close }, say("cancel")), send));

  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (send.getAttribute("aria-disabled")) return;
    send.setAttribute("aria-disabled", "true");
    problem.textContent = "";
    try {
      const filled = values(content.fields, form);
      const again = await submit(filled);
      if (again) openForm(again.form, again.submit, again.text, filled);
      else close();
    } catch (error) {
      problem.textContent = error.message;
      send.removeAttribute("aria-disabled");
    }
  });

  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  const inputs = ":is(input:not([type=hidden]), select, textarea)";
  (dialog.querySelector(`.fields [aria-invalid]${inputs}, .fields [aria-invalid] ${inputs}`) ?? dialog.querySelector(`.fields ${inputs}`))?.focus();
}
