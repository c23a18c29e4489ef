import { el } from "../dom.js";
import { say } from "../words.js";
import { personBox } from "./person.js";

const drawings = {
  text: (field, common) => field.lines
    ? el("textarea", { ...common, rows: "4", maxlength: field.maxLength })
    : el("input", { ...common, type: "text", maxlength: field.maxLength }),
  person: (field, common) => personBox(common, field.value),
  date: (field, common) => el("input", { ...common, type: "date" }),
  time: (field, common) => el("input", { ...common, type: "time" }),
  choice: (field, common) => el("select", common,
    (field.optional || !field.value) && el("option", { value: "" }, say("chooseOne")),
    field.options.map(option => el("option", { value: option.value }, option.label))),
};

/** Draws one field of a form with its label and hint. */
export function field(content, index) {
  const id = `field-${index}`;
  const hint = content.hint && el("p", { class: "quiet", id: `${id}-hint` }, content.hint);
  const fault = content.fault && el("p", { class: "problem", id: `${id}-fault` }, content.fault);
  const marks = {
    "aria-describedby": [fault, hint].filter(Boolean).map(part => part.id).join(" ") || null,
    "aria-invalid": fault ? "true" : null,
  };
  if (content.type === "choice" && content.several) return choices(content, id, marks, fault, hint);

  const common = { id, name: content.id, required: !content.optional, ...marks };
  const input = drawings[content.type](content, common);
  if (content.type !== "person") input.value = content.value ?? "";
  return el("div", { class: "field" }, el("label", { for: id }, title(content)), input, fault, hint);
}

function choices(content, id, marks, fault, hint) {
  const chosen = (content.value ?? "").split(",");
  return el("fieldset", { class: "field", ...marks }, el("legend", {}, title(content)),
    el("div", { class: "choices" }, content.options.map((option, index) => el("label", { for: `${id}-${index}` },
      el("input", { type: "checkbox", id: `${id}-${index}`, name: content.id, value: option.value, checked: chosen.includes(option.value) }),
      option.label))),
    fault, hint);
}

const title = content => (content.optional ? [content.label, el("span", { class: "quiet" }, ` ${say("optional")}`)] : content.label);

/** What was filled in, as text by field; several choices joined by commas. */
export function values(fields, form) {
  const data = new FormData(form);
  return Object.fromEntries(fields.map(content => [content.id, data.getAll(content.id).join(",")]));
}
