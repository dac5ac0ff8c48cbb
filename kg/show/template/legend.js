// The legend, which is the filter too: a sample of each line with the count of claims it stands for.

function sample(dashes, stance) {
  const box = shape("svg", { width: 36, height: 14, viewBox: "0 0 46 14", "aria-hidden": "true", class: stance || "part" });
  box.append(shape("line", { x1: 1, y1: 7, x2: 45, y2: 7, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes.join(" ") || "none" }));
  if (stance === "denies") {
    for (const x of [14, 30]) box.append(shape("rect", { x, y: 1, width: 3, height: 12, fill: "currentColor" }));
    box.append(shape("path", { d: "M19 3l8 8M27 3l-8 8", stroke: "currentColor", "stroke-width": 2.2 }));
  }
  if (stance === "unconfirmed") {
    const mark = shape("text", { x: 27, y: 12, fill: "currentColor", "font-size": 13, "font-weight": 700, class: "mark" }, "?");
    box.append(shape("path", { d: "M16 2l5 5-5 5-5-5z", fill: "currentColor" }), mark);
  }
  return box;
}

const GROUPS = { stance: STANCE_NAMES, modality: MODALITIES, event_class: given.classes.map(([name]) => name) };

// Alone of its kind; pressed again, all of the kind are back.
function chooseOnly(group, value) {
  const alone = isOnly(group, value);
  for (const name of GROUPS[group]) {
    if (alone || name === value) view.hidden.delete(name);
    else view.hidden.add(name);
  }
  refresh();
}

const isOnly = (group, value) => GROUPS[group].length > 1 && GROUPS[group].every((name) => view.hidden.has(name) === (name !== value));

function key(group, value, text, count, picture) {
  const box = make("input", { type: "checkbox", value });
  box.addEventListener("change", () => {
    if (box.checked) view.hidden.delete(value);
    else view.hidden.add(value);
    refresh();
  });
  return make("div", { class: "key" }, make("label", {}, box, ...(picture ? [picture] : []), make("span", {}, text)),
    make("button", { type: "button", class: "only", "aria-pressed": "false", "aria-label": `Only ${text}`, "data-group": group, "data-value": value, onclick: () => chooseOnly(group, value) }, "only"),
    make("span", { class: "count", "data-group": group, "data-value": value }, NUMBER.format(count)));
}

function showLegend() {
  const { sums, dashes } = given;
  $("stances").append(...STANCE_NAMES.map((name) => key("stance", name, name, sums.stance[name] || 0, sample([], name))));
  $("modalities").append(...MODALITIES.map((name) => key("modality", name, name, sums.modality[name] || 0, sample(dashes[name]))));
  $("classes").append(...given.classes.map(([name, words]) => key("event_class", name, words, sums.event_class[name])));
  const swatch = (name, label, text) => make("p", {}, make("span", { class: `sign ${name}` }, label), text);
  const arrow = sample([]), wide = sample([]);
  arrow.append(shape("path", { d: "M36 2l9 5-9 5z", fill: "currentColor" }));
  wide.firstChild.setAttribute("stroke-width", 6);
  $("signs").append(
    swatch("state", "AB", "state"), swatch("body", "", "body, leader"),
    swatch("voice", "", "other voice"), swatch("contested", "✕", "contested"),
    make("p", { class: "long" }, arrow, "from who acts to upon whom"),
    make("p", { class: "long" }, wide, "wider, and number: more independent stories"));
  if (narrow.matches) $("legend-box").open = false;
  syncLegend();
}

const SHORT = 60;
const short = (text) => (text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text);

function syncLegend() {
  for (const box of document.querySelectorAll("#legend .key input[value]:not([id])")) box.checked = !view.hidden.has(box.value);
  for (const button of document.querySelectorAll("#legend .only")) button.setAttribute("aria-pressed", String(isOnly(button.dataset.group, button.dataset.value)));
  $("contested").checked = view.contested;
  $("backed").checked = view.backed;
  for (const name of ["from", "to"]) if ($(name).value !== view[name]) $(name).value = view[name];
  $("reset").hidden = !isFiltered();
  if (sieve.facets) syncCounts();
}

function syncCounts() {
  const { facets } = sieve;
  for (const count of document.querySelectorAll("#legend .count[data-group]")) {
    const { group, value } = count.dataset;
    const number = group === "event_class" ? facets.event_class.get(value) : facets[group][GROUPS[group].indexOf(value)];
    count.textContent = NUMBER.format(number);
  }
  syncPicks();
}

function listenLegend() {
  for (const name of ["contested", "backed"]) $(name).addEventListener("change", () => { view[name] = $(name).checked; refresh(); });
  for (const name of ["from", "to"]) $(name).addEventListener("change", () => { view[name] = $(name).value; refresh(); });
  $("reset").addEventListener("click", () => { clearFilters(); refresh(); $("contested").focus(); });
}
