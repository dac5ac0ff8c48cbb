// The view: everything that the address keeps, so that a link brings it back, and nothing else.

const view = {
  select: "", query: "", hidden: new Set(), contested: false, backed: false, claimant: "",
  article: "", from: "", to: "", lines: 0, table: false, camera: "", moved: new Map(),
};
const TEXTS = { select: "select", query: "find", claimant: "claimant", article: "article", from: "from", to: "to", camera: "at" };
const FLAGS = { contested: "contested", backed: "stories" };
const FILTERS = ["claimant", "article", "from", "to"];

const isFiltered = () => view.hidden.size > 0 || view.contested || view.backed || FILTERS.some((name) => view[name]);

function clearFilters() {
  view.hidden.clear();
  view.contested = view.backed = false;
  for (const name of FILTERS) view[name] = "";
}

function address() {
  const kept = new URLSearchParams();
  for (const [name, key] of Object.entries(TEXTS)) if (view[name]) kept.set(key, view[name]);
  for (const [name, key] of Object.entries(FLAGS)) if (view[name]) kept.set(key, view[name] ? (name === "backed" ? "2" : "1") : "");
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
