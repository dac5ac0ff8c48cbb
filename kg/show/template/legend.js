// The legend, which is the filter too: a sample of each line with the count of claims it stands for.

function sample(dashes, stance) {
  const box = shape("svg", { width: 46, height: 14, viewBox: "0 0 46 14", "aria-hidden": "true", class: stance || "part" });
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

function key(value, text, count, picture) {
  const box = make("input", { type: "checkbox", value });
  box.addEventListener("change", () => {
    if (box.checked) view.hidden.delete(value);
    else view.hidden.add(value);
    refresh();
  });
  return make("label", { class: "key" }, box, ...(picture ? [picture] : []), make("span", {}, text),
    make("span", { class: "count" }, NUMBER.format(count)));
}

function showLegend() {
  const { sums, dashes } = given;
  $("stances").append(...STANCE_NAMES.map((name) => key(name, name, sums.stance[name] || 0, sample([], name))));
  $("modalities").append(...MODALITIES.map((name) => key(name, name, sums.modality[name] || 0, sample(dashes[name]))));
  $("classes").append(...given.classes.map(([name, words]) => key(name, words, sums.event_class[name])));
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

// What can only be listed once the claims are open: who speaks, and in which articles.
function fillLists() {
  const counts = new Map([[NOBODY, 0]]), per = new Map();
  columns.claimant.forEach((place, at) => {
    const names = place < 0 ? [NOBODY] : new Set([keyAt(place), keyAt(columns.speaker[at])]);
    for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
    per.set(columns.article[at], (per.get(columns.article[at]) || 0) + 1);
  });
  const option = (value, text, count) => make("option", { value, title: text.length > SHORT ? text.slice(0, 400) : null }, `${short(text)} (${NUMBER.format(count)})`);
  const speakers = [...counts].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  $("claimant").append(...speakers.map(([value, count]) => option(value, value === NOBODY ? "The article itself" : nameOf(value), count)));
  const titled = lists.articles.map((article, place) => ({ ...article, place })).sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.place - b.place));
  $("article").append(...titled.map((article) => option(article.article, `${article.published} ${article.title || article.article}`.trim(), per.get(article.place))));
  for (const name of ["claimant", "article"]) $(name).disabled = false;
}

function syncLegend() {
  for (const box of document.querySelectorAll("#legend .key input[value]:not([id])")) box.checked = !view.hidden.has(box.value);
  $("contested").checked = view.contested;
  $("backed").checked = view.backed;
  for (const name of FILTERS) if ($(name).value !== view[name]) $(name).value = view[name];
  $("reset").hidden = !isFiltered();
}

function listenLegend() {
  for (const name of ["contested", "backed"]) $(name).addEventListener("change", () => { view[name] = $(name).checked; refresh(); });
  for (const name of FILTERS) $(name).addEventListener("change", () => { view[name] = $(name).value; refresh(); });
  $("reset").addEventListener("click", () => { clearFilters(); refresh(); $("contested").focus(); });
}
