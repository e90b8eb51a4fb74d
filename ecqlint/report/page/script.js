"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const notes = all(".note");
  const marks = new Map(notes.map((note) => [note.id, []]));
  for (const mark of all("mark")) marks.get(mark.dataset.note).push(mark);
  const marksOf = (note) => marks.get(note.id);
  const callOf = (note) => one(note.querySelector(".back").hash.slice(1));

  // In a wide window each note stands beside its words, or as near below as the notes before it allow.
  const wide = matchMedia("(min-width: 64rem)");
  function align() {
    for (const note of notes) note.style.marginTop = "";
    if (!wide.matches) return;
    const moves = [];
    for (const list of all(".notes")) {
      if (!list.offsetParent) continue;
      const top = list.getBoundingClientRect().top, gap = parseFloat(getComputedStyle(list).rowGap);
      let below = 0;
      for (const note of all(".note:not([hidden])", list)) {
        const words = (marksOf(note)[0] || callOf(note)).getClientRects()[0];
        const at = Math.max(words ? words.top - top - 3 : 0, below);
        moves.push([note, at - below]);
        below = at + note.offsetHeight + gap;
      }
    }
    for (const [note, by] of moves) note.style.marginTop = `${by}px`;
  }

  const form = document.querySelector(".filters");
  function filter() {
    const asked = new FormData(form);
    const severities = asked.getAll("severity");
    let shown = 0;
    for (const note of notes) {
      const { severity, rule, ecq } = note.dataset;
      const on = severities.includes(severity)
        && (!asked.get("rule") || asked.get("rule") === rule) && (!asked.get("ecq") || asked.get("ecq") === ecq);
      note.hidden = callOf(note).hidden = !on;
      for (const mark of marksOf(note)) mark.classList.toggle("off", !on);
      shown += on;
    }
    form.querySelector("output").value = `${shown} of ${notes.length} shown`;
    align();
  }

  // A link may lead to a note that is filtered out, or into a report that is folded.
  function reveal() {
    const target = location.hash && one(location.hash.slice(1));
    if (!target) return;
    const folded = target.closest("details:not([open])");
    if (folded) folded.open = true;
    const note = target.matches(".note") ? target : target.matches(".call") ? one(target.hash.slice(1)) : null;
    if (note && note.hidden) {
      form.elements.rule.value = form.elements.ecq.value = "";
      for (const box of all("[name=severity]", form)) box.checked ||= box.value === note.dataset.severity;
      filter();
    } else if (folded) align();
    target.scrollIntoView({ block: target.matches(".note, .call") ? "center" : "start" });
  }

  function light(event) {
    const near = event.target.closest && event.target.closest(".note, .call, mark:not(.off)");
    for (const mark of all("mark.lit")) mark.classList.remove("lit");
    if (!near) return;
    const id = near.matches("mark") ? near.dataset.note : near.matches(".call") ? near.hash.slice(1) : near.id;
    for (const mark of marks.get(id)) mark.classList.add("lit");
  }

  function sortable(table) {
    const heads = all("thead tr:last-child th", table), body = table.tBodies[0];
    const value = (row, column) => {
      const cell = row.cells[column], said = cell?.dataset.value ?? cell?.textContent;
      return column ? Number(said) : said;
    };
    const rank = (a, b) => typeof a === "string" ? a.localeCompare(b) : a - b;
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending" || (column > 0 && !head.hasAttribute("aria-sort"));
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        // A document that could not be read has no numbers: it stays at the end.
        body.append(...[...body.rows].sort((a, b) => {
          const [x, y] = [value(a, column), value(b, column)];
          if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y);
          return down ? rank(y, x) : rank(x, y);
        }));
      });
    });
  }

  all(".index table").forEach(sortable);
  if (!form) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  for (const button of all("button[data-rule]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      form.elements.rule.value = button.dataset.rule;
      form.elements.ecq.value = "";
      for (const box of all("[name=severity]", form)) box.checked = true;
      filter();
      const first = notes.find((note) => !note.hidden && note.id.startsWith(`${button.dataset.document}n`));
      if (first) location.hash = `#${first.id}`;
    });
  }
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark:not(.off)");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) location.hash = `#${mark.dataset.note}`;
  });
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
  addEventListener("hashchange", reveal);
  addEventListener("resize", align);
  document.addEventListener("toggle", align, true);
  filter();
  reveal();
})();
