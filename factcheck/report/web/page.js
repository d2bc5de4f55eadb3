"use strict";
(() => {
  const all = [...document.querySelectorAll(".finding")];
  const by = (id) => document.getElementById(id);
  const filter = by("filter");
  const choices = ["verdict", "kind", "source"].map((name) => by("by-" + name));
  const search = by("q");
  const help = by("help");
  let at = -1;

  const fits = (finding) => {
    const [verdict, kind, source] = choices.map((choice) => choice.value);
    const words = search.value.trim().toLowerCase();
    return (!verdict || finding.dataset.verdict === verdict)
      && (!kind || finding.dataset.kind === kind)
      && (!source || JSON.parse(finding.dataset.sources).includes(source))
      && (!words || finding.textContent.toLowerCase().includes(words));
  };
  const open = (element) => {
    for (let up = element.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  };
  const sift = () => {
    const asked = choices.some((choice) => choice.value) || search.value.trim();
    let shown = 0;
    for (const finding of all) {
      finding.hidden = !fits(finding);
      shown += finding.hidden ? 0 : 1;
      if (asked && !finding.hidden) open(finding);
    }
    for (const folded of document.querySelectorAll(".folded")) {
      folded.hidden = !folded.querySelector(".finding:not([hidden])");
    }
    by("shown").textContent = shown + " of " + all.length + " findings";
  };
  const go = (step) => {
    const seen = all.filter((finding) => !finding.hidden && finding.checkVisibility());
    if (!seen.length) return;
    const here = seen.indexOf(all[at]);
    const next = seen[Math.min(Math.max(here + step, 0), seen.length - 1)];
    for (const finding of all) finding.classList.remove("here");
    at = all.indexOf(next);
    next.classList.add("here");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  const light = (anchor, from) => {
    for (const mark of document.querySelectorAll(".claim.lit")) mark.classList.remove("lit");
    for (const column of document.querySelectorAll(".text")) {
      const marks = [...column.querySelectorAll(".claim")].filter((m) => m.dataset.findings.split(" ").includes(anchor));
      for (const mark of marks) mark.classList.add("lit");
      if (marks.length && !column.contains(from)) {
        column.scrollTop += marks[0].getBoundingClientRect().top - column.getBoundingClientRect().top - 60;
      }
    }
  };
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && by(name);
    if (!target) return;
    open(target);
    if (target.classList.contains("claim")) light(target.dataset.findings.split(" ")[0], target);
    target.scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".claim a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const mark = link.closest(".claim");
    light(mark.dataset.findings.split(" ")[0], mark);
    history.replaceState(null, "", "#" + mark.id);
  });
  document.addEventListener("dblclick", (event) => {
    const link = event.target.closest(".claim a");
    if (link) location.hash = link.getAttribute("href");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (document.activeElement === search) search.blur();
      return;
    }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || help.open) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (event.key === "?") help.showModal();
  });
  by("close").addEventListener("click", () => help.close());
  for (const choice of choices) choice.addEventListener("change", sift);
  search.addEventListener("input", sift);
  window.addEventListener("hashchange", arrive);
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  filter.hidden = false;
  sift();
  arrive();
})();
