// The network: vis-network draws what Python placed; filters hide, a choice dims the rest.

const drawnNodes = new vis.DataSet(given.nodes);
const edges = given.edges.map((edge, place) => ({ ...edge, id: place }));
const drawnEdges = new vis.DataSet(edges);
const painted = new Map(); // what each node and edge was last told to look like
const neighbours = new Map(given.nodes.map((node) => [node.id, new Set()]));
for (const edge of given.edges) {
  neighbours.get(edge.from).add(edge.to);
  neighbours.get(edge.to).add(edge.from);
}
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const narrow = window.matchMedia("(max-width: 900px)");
const READABLE = 0.5; // below this zoom labels cannot be read
const TOUCHED = 0.62; // nor be hit with a finger
const crowded = given.edges.length > 500; // lines are faint then until something is chosen
const LARGEST = 1.15; // zoom at which few nodes are shown
const MARGIN = 36;
let colours = {};
let network = null;

function readColours() {
  const sheet = getComputedStyle(document.documentElement);
  const take = (name) => sheet.getPropertyValue(`--${name}`).trim();
  colours = Object.fromEntries([
    "paper", "ink", "quiet", "state", "on-state", "body", "on-body", "voice", "event", "contested",
    "contested-rule", "part", "focus", "asserts", "denies", "unconfirmed",
  ].map((name) => [name, take(name)]));
}

function faded(colour, strength) {
  const value = parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${strength})`;
}

const NODE_LOOKS = {
  state: () => [colours.state, colours.state, colours["on-state"], 1, 16, false],
  body: () => [colours.body, colours["on-body"], colours["on-body"], 1.5, 2, false],
  voice: () => [colours.voice, colours.quiet, colours.ink, 1.5, 10, [4, 3]],
  event: () => [colours.event, colours.quiet, colours.ink, 1, 5, false],
  contested: () => [colours.contested, colours["contested-rule"], colours.ink, 3.5, 5, false],
};

function nodeLook(node, lit) {
  const [fill, rule, ink, width, radius, dashes] = NODE_LOOKS[node.group]();
  const colour = { background: fill, border: faded(rule, lit ? 1 : 0.25) };
  return {
    id: node.id,
    color: { ...colour, highlight: { background: fill, border: colours.focus }, hover: colour },
    font: { ...node.font, color: faded(ink, lit ? 1 : 0.4), face: "system-ui, sans-serif" },
    opacity: lit ? 1 : 0.3,
    borderWidth: width,
    borderWidthSelected: width + 2.5,
    shapeProperties: { borderRadius: radius, borderDashes: dashes },
  };
}

function edgeLook(edge, lit) {
  const colour = edge.kind === "part" ? colours.part : colours[edge.stance];
  const shade = faded(colour, !lit ? 0.1 : crowded && !isChosen() ? 0.3 : 1);
  const font = {
    color: faded(colour, lit ? 1 : 0.1), size: 18, face: "system-ui, sans-serif", vadjust: 0,
    strokeWidth: 5, strokeColor: faded(colours.paper, lit ? 1 : 0), align: "horizontal",
  };
  return { id: edge.id, color: { color: shade, highlight: shade, hover: shade }, font };
}

// What passes the filters: claims, the events they are about, and who is joined to those.
function shownIds() {
  const shown = new Set();
  for (const claim of given.claims) if (passes(claim)) shown.add(claim.event);
  return shown;
}

function litIds() {
  if (view.select && neighbours.has(view.select)) {
    return new Set([view.select, ...neighbours.get(view.select)]);
  }
  const found = search(view.query);
  if (!found) return null;
  const keys = found.agents.flatMap((agent) => [agent.key, agent.of]);
  return new Set([...keys, ...found.events.map((e) => e.id), ...found.claims.map((c) => c.event)]);
}

// Only what changed is handed on: vis-network takes long over thousands of nodes.
function changed(list, tell, look) {
  const fresh = [];
  for (const item of list) {
    const [lit, hidden] = tell(item);
    const now = `${lit} ${hidden} ${crowded && isChosen()}`;
    if (painted.get(item) !== now) fresh.push({ ...look(item, lit), hidden });
    painted.set(item, now);
  }
  return fresh;
}

const isChosen = () => Boolean(view.select && neighbours.has(view.select)) || Boolean(view.query);

function dress() {
  const shown = shownIds();
  const lit = litIds();
  const joined = new Set();
  drawnEdges.update(changed(edges, (edge) => {
    const event = events.has(edge.to) ? edge.to : edge.from;
    const hidden = !shown.has(event) ||
      (edge.kind === "line" && !edge.claims.some((claim) => passes(claims.get(claim))));
    if (!hidden) joined.add(edge.from).add(edge.to);
    const near = !lit || (view.select ? edge.from === view.select || edge.to === view.select : lit.has(event));
    return [near, hidden];
  }, edgeLook));
  drawnNodes.update(changed(given.nodes, (node) =>
    [!lit || lit.has(node.id), !(events.has(node.id) ? shown.has(node.id) : joined.has(node.id))], nodeLook));
  $("nothing").hidden = shown.size > 0;
}

function paint() {
  dress();
  if (neighbours.has(view.select)) network.selectNodes([view.select], false);
  else network.unselectAll();
}

function whole() {
  const nodes = drawnNodes.getIds({ filter: (node) => !node.hidden });
  if (!nodes.length) return;
  const boxes = nodes.map((id) => network.getBoundingBox(id));
  const [left, right] = [Math.min(...boxes.map((b) => b.left)), Math.max(...boxes.map((b) => b.right))];
  const [top, bottom] = [Math.min(...boxes.map((b) => b.top)), Math.max(...boxes.map((b) => b.bottom))];
  const { clientWidth: width, clientHeight: height } = $("network");
  const fitting = Math.min((width - MARGIN) / (right - left), (height - MARGIN) / (bottom - top), LARGEST);
  const scale = narrow.matches ? Math.max(fitting, TOUCHED) : fitting;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

function zoom(factor) {
  const still = calm.matches ? false : { duration: 150, easingFunction: "easeOutQuad" };
  network.moveTo({ scale: network.getScale() * factor, animation: still });
}

function reveal(id) {
  if (!neighbours.has(id)) return;
  const place = network.canvasToDOM(network.getPosition(id));
  const { clientWidth: width, clientHeight: height } = $("network");
  const inside = place.x > 60 && place.y > 40 && place.x < width - 60 && place.y < height - 40;
  const still = calm.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
  if (network.getScale() < READABLE && !narrow.matches) {
    network.fit({ nodes: [id, ...neighbours.get(id)], maxZoomLevel: 1, animation: still });
  } else if (!inside) network.focus(id, { scale: network.getScale(), animation: still });
}

// The drawn node nearest in the direction of an arrow key.
function towards(key) {
  const ids = drawnNodes.getIds({ filter: (node) => !node.hidden });
  const from = view.select && neighbours.has(view.select)
    ? network.getPosition(view.select) : network.getViewPosition();
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = "", least = Infinity;
  for (const id of ids) {
    const place = network.getPosition(id);
    const [x, y] = [place.x - from.x, place.y - from.y];
    const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (id !== view.select && along > 0 && along + 2 * aside < least) {
      best = id;
      least = along + 2 * aside;
    }
  }
  return best;
}

function hint(id, pointer) {
  const event = events.get(id);
  $("hint").textContent = event ? titleOf(event) : nameOf(id);
  $("hint").hidden = false;
  const room = $("drawing").clientWidth - $("hint").offsetWidth - 8;
  $("hint").style.left = `${Math.max(4, Math.min(pointer.x + 14, room))}px`;
  $("hint").style.top = `${pointer.y + 16}px`;
}

function draw(choose) {
  readColours();
  dress(); // before there is a network that would redraw for each change
  network = new vis.Network($("network"), { nodes: drawnNodes, edges: drawnEdges }, given.options);
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) return choose(nodes[0]);
    const edge = edges.length ? drawnEdges.get(edges[0]) : null;
    return choose(edge ? (events.has(edge.to) ? edge.to : edge.from) : "");
  });
  network.on("hoverNode", ({ node, pointer }) => hint(node, pointer.DOM));
  network.on("blurNode", () => { $("hint").hidden = true; });
  network.on("dragStart", () => { $("hint").hidden = true; });
  $("network").addEventListener("keydown", (press) => {
    if (press.key === "Escape") choose("");
    else if (press.key === "+" || press.key === "=") zoom(1.25);
    else if (press.key === "-") zoom(0.8);
    else if (press.key.startsWith("Arrow")) {
      press.preventDefault();
      const next = towards(press.key);
      if (next) choose(next);
    }
  });
  dark.addEventListener("change", () => { readColours(); painted.clear(); paint(); });
  whole();
}
