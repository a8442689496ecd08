"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const page = byId("page"), panel = byId("why"), facts = panel.querySelector(".facts-of-run");
  const idle = panel.querySelector(".idle"), status = byId("status");
  const switches = [...document.querySelectorAll("[data-kind]")];
  const total = Number(page.dataset.total);
  const example = page.querySelector(".run.kept") || page.querySelector(".run");
  let held = null, chosen = null;

  function tell() {
    const off = switches.filter((each) => each.getAttribute("aria-pressed") === "false");
    page.dataset.off = off.map((each) => each.dataset.kind).join(" ");
    const hidden = off.reduce((sum, each) => sum + Number(each.dataset.pieces), 0);
    status.textContent = hidden ? `${total - hidden} of ${total} pieces shown` : `all ${total} pieces shown`;
  }
  function turn(button, on) {
    button.setAttribute("aria-pressed", String(on));
  }
  function show(run) {
    if (chosen) chosen.classList.remove("chosen");
    chosen = run;
    if (!run) return;
    run.classList.add("chosen");
    facts.replaceChildren(...run.querySelector(".because").cloneNode(true).children);
  }
  function hold(run) {
    if (held) held.querySelector(".note").setAttribute("aria-expanded", "false");
    held = run;
    panel.classList.toggle("held", Boolean(run));
    idle.hidden = Boolean(run);
    if (run) run.querySelector(".note").setAttribute("aria-expanded", "true");
    show(run || example);
  }
  const runOf = (event) => event.target.closest(".run");

  for (const each of switches) {
    each.addEventListener("click", () => { turn(each, each.getAttribute("aria-pressed") !== "true"); tell(); });
  }
  for (const preset of document.querySelectorAll("[data-preset]")) {
    preset.addEventListener("click", () => {
      const wanted = preset.dataset.preset;
      for (const each of switches) turn(each, wanted === "all" || each.dataset.fate === wanted);
      tell();
    });
  }
  byId("addresses").addEventListener("click", (event) => {
    const on = page.toggleAttribute("data-addresses");
    event.currentTarget.setAttribute("aria-pressed", String(on));
  });
  page.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && !held && runOf(event)) show(runOf(event));
  });
  page.addEventListener("focusin", (event) => {
    if (event.target.matches(".note") && event.target.matches(":focus-visible") && !held) show(runOf(event));
  });
  page.addEventListener("click", (event) => {
    const run = runOf(event);
    if (run && !String(getSelection())) hold(run === held ? null : run);
  });
  panel.querySelector(".shut").addEventListener("click", () => {
    const last = held;
    hold(null);
    if (last) last.querySelector(".note").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold(null);
  });
  document.addEventListener("click", (event) => {
    const way = event.target.closest('a[href^="#p"]');
    const run = way && byId(way.getAttribute("href").slice(1));
    if (!run) return;
    for (const each of switches) if (run.classList.contains(`k-${each.dataset.kind}`)) turn(each, true);
    tell();
  });
  tell();
  show(example);
})();
