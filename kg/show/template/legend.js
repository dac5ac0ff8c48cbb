// The legend, which is the filter too: a sample of each line with the count of claims it stands for.

const SVG = "http://www.w3.org/2000/svg";

function shape(name, traits) {
  const node = document.createElementNS(SVG, name);
  for (const [trait, value] of Object.entries(traits)) node.setAttribute(trait, value);
  return node;
}

function sample(dashes, stance) {
  const box = shape("svg", { width: 46, height: 14, viewBox: "0 0 46 14", "aria-hidden": "true", class: stance || "part" });
  const end = stance ? 38 : 46;
  box.append(shape("line", { x1: 1, y1: 7, x2: end, y2: 7, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes.join(" ") || "none" }));
  if (stance === "asserts") box.append(shape("circle", { cx: 39, cy: 7, r: 4.5, fill: "currentColor" }));
  if (stance === "denies") {
    box.append(shape("rect", { x: 38, y: 0, width: 4, height: 14, fill: "currentColor" }));
    box.append(shape("path", { d: "M15 2l10 10M25 2l-10 10", stroke: "currentColor", "stroke-width": 2.4 }));
  }
  if (stance === "unconfirmed") {
    box.append(shape("path", { d: "M38 1l6 6-6 6-6-6z", fill: "currentColor" }));
    const mark = shape("text", { x: 14, y: 12, fill: "currentColor", "font-size": 13, "font-weight": 700, class: "mark" });
    mark.textContent = "?";
    box.append(mark);
  }
  return box;
}

function key(value, text, count, picture) {
  const box = make("input", { type: "checkbox", value });
  box.checked = true;
  box.addEventListener("change", () => {
    if (box.checked) view.hidden.delete(value);
    else view.hidden.add(value);
    refresh();
  });
  return make("label", { class: "key" }, box, ...(picture ? [picture] : []), make("span", {}, text),
    make("span", { class: "count" }, NUMBER.format(count)));
}

function counts(field, list) {
  const found = new Map();
  for (const item of list) found.set(item[field], (found.get(item[field]) || 0) + 1);
  return found;
}

function showLegend() {
  const stances = counts("stance", given.claims), modalities = counts("modality", given.claims);
  $("stances").append(...Object.keys(STANCES).map((name) =>
    key(name, { asserts: "asserts", denies: "denies", unconfirmed: "unconfirmed" }[name], stances.get(name) || 0, sample([], name))));
  $("modalities").append(...Object.keys(MODALITIES).map((name) =>
    key(name, MODALITIES[name], modalities.get(name) || 0, sample(given.dashes[name]))));
  const kinds = counts("event_class", given.events);
  const names = new Map(given.events.map((event) => [event.event_class, event.words]));
  $("classes").append(...[...kinds.keys()].sort().map((name) => key(name, names.get(name), kinds.get(name))));
  const swatch = (name, label, text) => make("p", {}, make("span", { class: `shape ${name}` }, label), text);
  $("shapes").append(
    swatch("state", "State", "the larger, the more claims"),
    swatch("body", "Body", "organisation, leader, firm"),
    swatch("voice", "Voice", "unnamed or private"),
    swatch("event", "Event", "who says, who denies"),
    swatch("contested", "Event", "asserted and denied"),
    make("p", {}, sampleArrow(), "who acts, upon whom"));
  if (narrow.matches) $("legend-box").open = false;
}

function sampleArrow() {
  const box = sample([]);
  box.append(shape("path", { d: "M36 2l9 5-9 5z", fill: "currentColor" }));
  return box;
}
