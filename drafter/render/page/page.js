"use strict";
for (const report of document.querySelectorAll(".report")) {
  const form = report.querySelector(".filters");
  if (!form) continue;
  const items = [...report.querySelectorAll(".findings > li")];
  const marks = [...report.querySelectorAll("mark")];
  const search = form.querySelector("input[type=search]");
  const apply = () => {
    const levels = new Set([...form.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value));
    const words = search.value.trim().toLowerCase();
    const shown = new Set();
    for (const item of items) {
      const show = levels.has(item.className.split(" ")[0]) && item.dataset.words.includes(words);
      item.classList.toggle("hidden", !show);
      if (show) shown.add(item.id.slice(1));
    }
    for (const mark of marks) {
      mark.classList.toggle("off", !mark.dataset.keys.split(" ").some((key) => shown.has(key)));
    }
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
}
for (const details of document.querySelectorAll("details")) {
  addEventListener("beforeprint", () => { details.open = true; });
}
