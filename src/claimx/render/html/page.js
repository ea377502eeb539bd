"use strict";
// What is pressed lights up in the text, and speaker, certainty and checkable choose the claims that are shown.
const all = (selector) => [...document.querySelectorAll(selector)];
const ids = (element) => (element.dataset.ids || "").split(" ").filter(Boolean);
const pieces = all("article [data-ids]");
const light = (wanted, name) => {
  const set = new Set(wanted);
  const lit = pieces.filter((piece) => {
    const on = ids(piece).some((id) => set.has(id));
    piece.classList.toggle(name, on);
    return on;
  });
  return lit[0];
};
const pressed = () => all('button[aria-pressed="true"]');
const choose = () => {
  const speaker = pressed().find((button) => button.dataset.speaker);
  const certainty = document.getElementById("certainty").value;
  const checkable = document.getElementById("checkable").checked;
  const shown = all(".claims > li[data-certainty]").filter((item) => {
    const keep = (!speaker || item.dataset.speaker === speaker.dataset.speaker)
      && (!certainty || item.dataset.certainty === certainty)
      && (!checkable || item.dataset.checkable === "yes");
    item.hidden = !keep;
    return keep;
  });
  document.getElementById("count").textContent = String(shown.length);
};
const press = (button) => {
  const on = button && button.getAttribute("aria-pressed") !== "true";
  pressed().forEach((other) => other.setAttribute("aria-pressed", "false"));
  if (on) button.setAttribute("aria-pressed", "true");
  const first = light(on ? ids(button) : [], "lit");
  if (first) first.scrollIntoView({ block: "center", behavior: "auto" });
  choose();
};
if (document.getElementById("certainty")) {
  all("button[data-ids]").forEach((button) => {
    button.addEventListener("click", () => press(button));
    button.addEventListener("mouseenter", () => { if (!pressed().length) light(ids(button), "lit"); });
    button.addEventListener("mouseleave", () => { if (!pressed().length) light([], "lit"); });
  });
  pieces.forEach((piece) => piece.addEventListener("click", () => {
    const mine = new Set(ids(piece));
    const claim = all(".claims button").find((button) => mine.has(ids(button)[0]));
    if (claim) { press(claim); claim.scrollIntoView({ block: "nearest" }); }
  }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") press(null); });
  document.getElementById("certainty").addEventListener("change", choose);
  document.getElementById("checkable").addEventListener("change", choose);
}
