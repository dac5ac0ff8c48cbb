// Ways in, the address, and what happens when the view changes.

function refresh() {
  paint();
  showPanel();
  showTable();
  document.body.classList.toggle("tabled", view.table);
  $("drawing").hidden = view.table;
  $("table").hidden = !view.table;
  $("as-network").setAttribute("aria-pressed", String(!view.table));
  $("as-table").setAttribute("aria-pressed", String(view.table));
  $("contested").checked = view.contested;
  $("reset").hidden = !view.hidden.size && !view.contested;
  for (const box of document.querySelectorAll("#legend input[value]")) box.checked = box.value === "on" || !view.hidden.has(box.value);
  $("contested").checked = view.contested;
  if ($("query").value !== view.query) $("query").value = view.query;
  keepAddress();
}

function choose(id) {
  view.select = events.has(id) || agents.has(id) ? id : "";
  refresh();
  reveal(view.select);
  const event = events.get(view.select);
  $("spoken").textContent = event ? `${titleOf(event)}: ${plural(event.claims.length, "claim")}` : view.select ? nameOf(view.select) : "Overview";
}

function find(text) {
  view.query = text;
  view.select = "";
  refresh();
  const found = search(text);
  $("spoken").textContent = found ? `${found.agents.length} agents, ${found.events.length} events, ${found.claims.length} quotes` : "";
}

// The address keeps the view, so that a link brings it back.
function address() {
  const kept = new URLSearchParams();
  if (view.select) kept.set("select", view.select);
  if (view.query) kept.set("find", view.query);
  if (view.hidden.size) kept.set("hide", [...view.hidden].sort().join(","));
  if (view.contested) kept.set("contested", "1");
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
  const select = kept.get("select") || "";
  view.select = events.has(select) || agents.has(select) ? select : "";
  view.query = kept.get("find") || "";
  view.hidden = new Set((kept.get("hide") || "").split(",").filter(Boolean));
  view.contested = kept.get("contested") === "1";
  view.table = kept.get("view") === "table";
}

function showCounts() {
  const stories = new Set(given.claims.map((claim) => claim.story)).size;
  const articles = new Set(given.claims.map((claim) => claim.article)).size;
  const contested = given.events.filter((event) => event.contested).length;
  $("counts").textContent = `${plural(given.claims.length, "claim")} on ${plural(given.events.length, "event")}, ` +
    `${NUMBER.format(contested)} contested · ${plural(articles, "article")}, ${NUMBER.format(stories)} independent`;
  const { folded_events: eventsFolded, folded_agents: agentsFolded } = given.folded;
  if (!eventsFolded) return;
  $("folded").hidden = false;
  $("folded").textContent = `Drawn: ${NUMBER.format(given.events.length - eventsFolded)} of ${plural(given.events.length, "event")}, ` +
    `contested and most reported first. Folded: ${plural(eventsFolded, "event")} and ${plural(agentsFolded, "agent")}; ` +
    "search, panel and table hold them all.";
}

function listen() {
  $("find").addEventListener("submit", (sent) => {
    sent.preventDefault();
    find($("query").value);
    const first = $("panel").querySelector(".row, .card .link");
    if (first) first.focus();
  });
  let waiting = 0;
  $("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find($("query").value), 120);
  });
  $("contested").addEventListener("change", () => { view.contested = $("contested").checked; refresh(); });
  $("reset").addEventListener("click", () => { view.hidden.clear(); view.contested = false; refresh(); });
  $("as-network").addEventListener("click", () => { view.table = false; refresh(); network.redraw(); });
  $("as-table").addEventListener("click", () => { view.table = true; refresh(); });
  $("nearer").addEventListener("click", () => zoom(1.25));
  $("farther").addEventListener("click", () => zoom(0.8));
  $("whole").addEventListener("click", whole);
  $("skip").addEventListener("click", (click) => { click.preventDefault(); $("panel").focus(); });
  window.addEventListener("hashchange", () => { readAddress(); refresh(); });
}

readAddress();
showLegend();
showCounts();
draw(choose);
refresh();
reveal(view.select);
listen();

// For tests and for those who script the page.
window.statecraft = {
  select: choose,
  find,
  drawn: () => drawnNodes.getIds({ filter: (node) => !node.hidden }),
  lines: () => drawnEdges.getIds({ filter: (edge) => !edge.hidden && edge.kind === "line" }),
  place: (id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const frame = $("network").getBoundingClientRect();
    return { x: x + frame.left, y: y + frame.top };
  },
};
