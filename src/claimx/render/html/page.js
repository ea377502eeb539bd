"use strict";
// A button lights up its places in the text: while it is pointed at or focused, and for good once it is pressed.
// Three filters choose the claims that are shown; a pressed speaker sets the first of them.
const all = (selector) => [...document.querySelectorAll(selector)];
const ids = (element) => element.dataset.ids.split(" ");
const pieces = all("article [data-ids]");
const buttons = all("aside button");
const [speaker, certainty, checkable] = ["speaker", "certainty", "checkable"].map((id) => document.getElementById(id));
let pressed = null;

const light = (button) => {
  const lit = pieces.filter((piece) => {
    const on = button !== null && ids(piece).includes(button.dataset.ids);
    piece.classList.toggle("lit", on);
    return on;
  });
  return lit[0];
};

const filter = () => {
  const shown = all(".claims > li[data-certainty]").filter((claim) => {
    const keep = (!speaker.value || claim.dataset.speaker === speaker.value)
      && (!certainty.value || claim.dataset.certainty === certainty.value)
      && (!checkable.checked || claim.dataset.checkable === "true");
    claim.hidden = !keep;
    return keep;
  });
  document.getElementById("count").textContent = String(shown.length);
};

const press = (button) => {
  const old = pressed;
  pressed = button === old ? null : button;
  buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === pressed)));
  const first = light(pressed);
  if (first) first.scrollIntoView({ block: "nearest" });
  if (pressed && pressed.dataset.speaker) speaker.value = pressed.dataset.speaker;
  else if (!pressed && old && old.dataset.speaker === speaker.value) speaker.value = "";
  filter();
};

buttons.forEach((button) => {
  button.addEventListener("click", () => press(button));
  for (const event of ["mouseenter", "focus"]) button.addEventListener(event, () => light(button));
  for (const event of ["mouseleave", "blur"]) button.addEventListener(event, () => light(pressed));
});

// The other way round: what is clicked in the text presses the narrowest thing on it that has a button in sight.
pieces.forEach((piece) => piece.addEventListener("click", () => {
  const here = ids(piece).reverse();
  const button = here.map((id) => buttons.find((each) => each.dataset.ids === id && !each.closest("[hidden]"))).find(Boolean);
  if (!button) return;
  if (button !== pressed) press(button);
  button.scrollIntoView({ block: "nearest" });
}));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") press(pressed);
});
for (const control of [speaker, certainty, checkable]) control.addEventListener("change", filter);
