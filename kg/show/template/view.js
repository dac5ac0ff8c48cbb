// The view: everything that the address keeps, so that a link brings it back, and nothing else.

const view = {
  select: "", query: "", ask: "", around: "", between: "", sort: "", hidden: new Set(), contested: false, backed: false,
  claimant: new Set(), article: new Set(), from: "", to: "", lines: 0, table: false, camera: "", moved: new Map(),
};
const TEXTS = { select: "select", query: "find", ask: "ask", around: "around", between: "between", sort: "sort", from: "from", to: "to", camera: "at" };
const FLAGS = { contested: "contested", backed: "stories" };
const CHOICES = ["claimant", "article"]; // of which several may be wanted at once

const isFiltered = () => view.hidden.size > 0 || view.contested || view.backed || Boolean(view.from || view.to || view.around || view.between) ||
  CHOICES.some((name) => view[name].size);

function clearFilters() {
  view.hidden.clear();
  view.contested = view.backed = false;
  view.from = view.to = view.around = view.between = "";
  for (const name of CHOICES) view[name].clear();
}

function address() {
  const kept = new URLSearchParams();
  for (const [name, key] of Object.entries(TEXTS)) if (view[name]) kept.set(key, view[name]);
  for (const [name, key] of Object.entries(FLAGS)) if (view[name]) kept.set(key, name === "backed" ? "2" : "1");
  for (const name of CHOICES) for (const value of view[name]) kept.append(name, value);
  if (view.hidden.size) kept.set("hide", [...view.hidden].sort().join(","));
  if (view.lines) kept.set("lines", String(view.lines));
  if (view.moved.size) kept.set("moved", JSON.stringify([...view.moved].map(([id, [x, y]]) => [id, x, y])));
  if (view.table) kept.set("view", "table");
  return kept.toString();
}

function keepAddress() {
  const wanted = address();
  if (wanted === location.hash.slice(1)) return;
  // A page inside a notebook's frame has no address of its own to keep.
  if (location.protocol === "about:") return;
  history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname + location.search);
}

function readAddress() {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const [name, key] of Object.entries(TEXTS)) view[name] = kept.get(key) || "";
  for (const [name, key] of Object.entries(FLAGS)) view[name] = kept.has(key);
  for (const name of CHOICES) view[name] = new Set(kept.getAll(name).filter(Boolean));
  for (const name of ["from", "to"]) if (dayNumber(view[name]) === null) view[name] = "";
  view.hidden = new Set((kept.get("hide") || "").split(",").filter(Boolean));
  view.lines = Math.max(0, Math.min(Number.parseInt(kept.get("lines") || "0", 10) || 0, LINES_MOST));
  view.table = kept.get("view") === "table";
  view.moved = movedOf(kept.get("moved"));
}

// Whoever writes an address by hand may write anything: what is no list of places is left out.
function movedOf(text) {
  try {
    const list = JSON.parse(text || "[]");
    return new Map(list.filter(([id, x, y]) => typeof id === "string" && Number.isFinite(x) && Number.isFinite(y))
      .map(([id, x, y]) => [id, [x, y]]));
  } catch {
    return new Map();
  }
}
