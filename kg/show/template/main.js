// What happens when the view changes, and the order of opening.

const marks = { first: 0, ready: 0, change: 0 };

function refresh() {
  const began = performance.now();
  sift();
  paint();
  showPanel();
  showTable();
  showTimeline();
  showSwitches();
  keepAddress();
  requestAnimationFrame(() => setTimeout(() => { marks.change = performance.now() - began; }));
}

function showSwitches() {
  document.body.classList.toggle("tabled", view.table);
  $("drawing").hidden = view.table;
  $("table").hidden = !view.table;
  $("as-network").setAttribute("aria-pressed", String(!view.table));
  $("as-table").setAttribute("aria-pressed", String(view.table));
  $("put-back").hidden = !view.moved.size;
  $("scope").hidden = !scope.lines;
  $("scope-text").textContent = `Drawn: ${scopeWords()}`;
  syncLegend();
  if ($("query").value !== view.query) $("query").value = view.query;
}

function say(words) {
  $("spoken").textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
}

function nodeName(id) {
  const kind = kindOf(id);
  if (kind === "event") return events.get(id).title;
  if (kind === "line") return lineTitle(bundles.get(id));
  return kind === "claim" ? `claim ${id}` : nameOf(id);
}

function choose(id) {
  const kind = columns ? kindOf(id) : "";
  const within = $("panel").contains(document.activeElement);
  if (!kind && !view.select) view.ask = ""; // from an answer back to all questions
  view.select = kind ? id : "";
  refresh();
  if (!view.table) reveal(view.select);
  if (within) $("panel").focus({ preventScroll: true }); // what was pressed is gone
  if (narrow.matches && kind) showBeneath(within);
  if (kind === "line") say(`${nodeName(id)}: ${toldOf(lineAt(bundles.get(id).place))}`);
  else say(kind ? nodeName(id) : ASKED[view.ask]?.words || "Overview");
}

// On a narrow screen the panel lies beneath the drawing: bring its head in sight, and of the drawing
// leave what was pressed there.
function showBeneath(within) {
  const beyond = $("panel").getBoundingClientRect().top - (within ? 0 : 0.45 * window.innerHeight);
  if (within || beyond > 0) window.scrollBy({ top: beyond, behavior: calm.matches ? "auto" : "smooth" });
}

function find(text) {
  view.query = text;
  view.select = view.ask = "";
  refresh();
  const found = search(text);
  say(found ? `${plural(found.agents.length, "agent")}, ${plural(found.events.length, "event")}, ${plural(found.claims.length, "quote")}` : "");
}

function showCounts() {
  const { claims, events: all, contested, articles, stories } = given.sums;
  $("counts").textContent = `${plural(claims, "claim")} on ${plural(all, "event")}, ${NUMBER.format(contested)} contested · ` +
    `${plural(articles, "article")}, ${plural(stories, "independent story", "independent stories")}`;
}

function listenSearch() {
  let waiting = 0;
  // No form: a notebook's frame lets none be sent, not even to the page itself.
  $("query").addEventListener("keydown", (press) => {
    if (press.key !== "Enter") return;
    press.preventDefault(); // else the key would press what gets the focus
    clearTimeout(waiting);
    find($("query").value);
    const first = $("panel").querySelector(".row, .card .link");
    if (first) first.focus();
  });
  $("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find($("query").value), 120);
  });
}

function listen() {
  listenSearch();
  listenLegend();
  listenTimeline();
  listenShare();
  const press = (id, act) => $(id).addEventListener("click", act);
  press("as-network", () => { view.table = false; refresh(); network.redraw(); });
  press("as-table", () => { view.table = true; refresh(); });
  press("nearer", () => zoom(1.25));
  press("farther", () => zoom(0.8));
  press("whole", fit);
  press("put-back", () => { view.moved.clear(); refresh(); $("network").focus(); });
  press("more-lines", () => { view.lines = Math.min(2 * linesWanted(), LINES_MOST); refresh(); });
  press("fewer-lines", () => { view.lines = linesWanted() / 2 > given.limit ? linesWanted() / 2 : 0; refresh(); });
  press("save-png", exportPng);
  press("save-csv", exportCsv);
  press("keys", () => $("help").showModal());
  press("close-help", () => $("help").close());
  press("no-scope", () => { view.around = view.between = ""; refresh(); whole(); $("network").focus({ preventScroll: true }); });
  press("skip", (click) => { click.preventDefault(); $("panel").focus(); });
  $("network").addEventListener("keydown", (key) => onKey(key, choose));
  window.addEventListener("hashchange", () => { readAddress(); refresh(); useCamera(); });
}

async function open() {
  readAddress();
  showLegend();
  showCounts();
  draw(choose);
  network.once("afterDrawing", () => { marks.first = performance.now(); });
  if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  // Let the first picture be painted before the claims are opened.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  try {
    await openDetail();
  } catch (error) {
    $("panel").replaceChildren(make("p", { class: "plain" }, `This browser cannot open the claims (${error.message}). One of 2023 or later can; claims.csv beside this file holds them too.`));
    return;
  }
  prepare();
  prepareTimeline();
  fillLists();
  listen();
  refresh();
  if (view.select) reveal(view.select);
  marks.ready = performance.now();
}

open();

// For tests and for those who script the page.
window.statecraft = {
  select: choose,
  find,
  marks,
  caption: () => caption().join(" · "),
  drawn: () => [...spots.keys()],
  lines: () => drawnNow.lines.map(({ line }) => line),
  voices: () => drawnNow.voices,
  spot: (id) => spots.get(id),
  boxes: () => {
    network.redraw(); // which measures
    return [...spots.keys()].map((id) => [id, network.getBoundingBox(id)]);
  },
  place: (id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const frame = $("network").getBoundingClientRect();
    return { x: x + frame.left, y: y + frame.top };
  },
};
