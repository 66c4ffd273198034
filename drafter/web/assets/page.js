"use strict";
const LIMIT = {{limit}};
const $ = (id) => document.getElementById(id);
const files = { file: $("file"), previous: $("previous") };
let sent = null;
let shown = "";

function say(status, error) {
  $("status").textContent = status;
  $("error").textContent = error || "";
  $("error").hidden = !error;
}

function body() {
  const file = files.file.files[0];
  const previous = files.previous.files[0];
  const draft = file || new Blob([$("text").value]);
  if (!file && !$("text").value.trim()) throw new Error("请先选一个文件，或粘贴文字。");
  const year = $("year").value ? Number($("year").value) : null;
  if ($("year").validity.badInput || (year !== null && !(Number.isInteger(year) && year >= 2008 && year <= 2100))) {
    throw new Error("年度请填四位数字，例如 2024；标题里有年度就不用填。");
  }
  const told = {
    name: file ? file.name : "粘贴的文字.txt", size: draft.size, previous: previous ? previous.name : "",
    year, agency: $("agency").value, plain: $("plain").checked,
  };
  const whole = new Blob([JSON.stringify(told) + "\n", draft, ...(previous ? [previous] : [])]);
  if (whole.size > LIMIT) throw new Error(`文件超过 ${Math.floor(LIMIT / 1048576)} MB；请去掉图片再试。`);
  return { name: told.name, whole };
}

async function ask(what, whole) {
  let answer;
  try {
    // Read first: a file that was changed since it was chosen cannot be sent, and that is not the server's doing.
    whole = await whole.arrayBuffer();
  } catch {
    throw new Error("文件读不出来：选好以后又改过或删了，请重新选一次。");
  }
  try {
    answer = await fetch(what, { method: "POST", body: whole, headers: { "Content-Type": "application/octet-stream" } });
  } catch {
    throw new Error("连不上 drafter：请看启动它的窗口是否还开着；重新启动后要用新的网址。");
  }
  if (answer.ok) return answer;
  throw new Error((await answer.json()).error);
}

async function busy(words, work) {
  const buttons = [...document.querySelectorAll("button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  say(words);
  try {
    await work();
    say("");
  } catch (error) {
    say("", error.message);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

const named = (end) => sent.name.replace(/(\.[^.]*)?$/, (ending) => end.startsWith(".") ? end : `-${end}${ending}`);

function show(answer) {
  URL.revokeObjectURL(shown);
  shown = URL.createObjectURL(new Blob([answer.page], { type: "text/html;charset=utf-8" }));
  $("page").src = $("open").href = $("save").href = shown;
  $("save").download = named(".检查结果.html");
  $("annotated").hidden = !answer.annotated;
  $("fixed").hidden = !answer.fixes;
  $("fixed").textContent = `下载改好的稿子（放心改的 ${answer.fixes} 处${answer.annotated ? "，修订" : ""}）`;
  $("what").textContent = sent.name;
  $("result").hidden = false;
  $("form").hidden = true;
}

function check() {
  if ($("go").disabled) return;
  $("result").hidden = true;
  busy("正在检查……", async () => {
    sent = body();
    show(await (await ask("check", sent.whole)).json());
  }).then(() => { if (!$("result").hidden) $("what").focus(); });
}

function download(what, end) {
  busy("正在准备……", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await ask(what, sent.whole)).blob());
    link.download = named(end);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
}

function changed() {
  for (const button of document.querySelectorAll(".clear")) button.hidden = !files[button.dataset.for].files.length;
  document.querySelector(".paste").hidden = files.file.files.length > 0;
  say("");
}

$("form").addEventListener("submit", (event) => { event.preventDefault(); check(); });
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !$("form").hidden) check();
});
$("annotated").addEventListener("click", () => download("annotated", "批注"));
$("fixed").addEventListener("click", () => download("fixed", "改"));
$("again").addEventListener("click", () => {
  $("result").hidden = true;
  $("form").hidden = false;
  ($("text").value && !files.file.files.length ? $("text") : files.file).focus();
});
for (const input of Object.values(files)) input.addEventListener("change", changed);
for (const button of document.querySelectorAll(".clear")) {
  button.addEventListener("click", () => {
    const input = files[button.dataset.for];
    input.value = "";
    changed();
    input.focus();
  });
}

// A file dropped anywhere is the draft; dropped on the field of last year's report it is that.
const target = (event) => event.target.closest?.("#before") || document.querySelector(".draft .pick");
const light = (place) => document.querySelectorAll(".pick").forEach((one) => one.classList.toggle("over", one === place));
addEventListener("dragover", (event) => { event.preventDefault(); light(target(event)); });
addEventListener("dragleave", (event) => { if (!event.relatedTarget) light(null); });
addEventListener("drop", (event) => {
  event.preventDefault();
  light(null);
  if (!event.dataTransfer.files.length || $("form").hidden) return;
  if (event.dataTransfer.files.length > 1) { say("", "一次只检查一份，请只拖一个文件。"); return; }
  target(event).querySelector("input").files = event.dataTransfer.files;
  changed();
});
changed();
