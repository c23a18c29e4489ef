import { byId } from "../dom.js";

const key = "nudgebot.appearance";
const select = byId("appearance");

select.value = localStorage.getItem(key) ?? "";
select.addEventListener("change", () => {
  localStorage.setItem(key, select.value);
  document.documentElement.dataset.theme = select.value;
});
