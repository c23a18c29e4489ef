import { byId, el, icon } from "../dom.js";
import { say } from "../words.js";
import { field, values } from "./fields.js";

const dialog = byId("form");

/**
 * Opens a form. `submit(values)` sends it and may throw a problem, which is then shown in the dialog with everything
 * still filled in. The browser gives the focus back to what opened the dialog.
 */
export function openForm(content, submit) {
  const problem = el("p", { class: "problem", role: "alert" });
  const send = el("button", { type: "submit", class: "button primary" }, content.submit);
  const close = () => dialog.close();
  const form = el("form", {},
    el("header", { class: "dialog-head" },
      el("h2", { id: "form-title" }, content.title),
      el("button", { type: "button", class: "icon-button", "aria-label": say("close"), onclick: close }, icon("close"))),
    el("div", { class: "fields" }, content.fields.map(field), problem),
    el("footer", { class: "dialog-foot" }, el("button", { type: "button", class: "button", onclick: close }, say("cancel")), send));

  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (send.getAttribute("aria-disabled")) return;
    send.setAttribute("aria-disabled", "true");
    problem.textContent = "";
    try {
      await submit(values(content.fields, form));
      close();
    } catch (error) {
      problem.textContent = error.message;
      send.removeAttribute("aria-disabled");
    }
  });

  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(".fields :is(input, select, textarea)")?.focus();
}
