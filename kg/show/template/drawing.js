// The network: vis-network draws what was placed, and is only told what changed.

const sheet = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const told = { nodes: new Map(), edges: new Map() };
const LARGEST = 1.15; // zoom at which few nodes are shown
const TOUCHED = 0.6; // smaller, and a finger cannot hit what is drawn
const READABLE = 0.5; // below this zoom words cannot be read
const MARGIN = 44;
let network = null;
let drawnNow = null;

// What changed since the last time: what to draw anew, and what to take away.
function change(kind, specs) {
  const last = told[kind];
  told[kind] = new Map(specs.map((spec) => [spec.id, JSON.stringify(spec)]));
  return {
    fresh: specs.filter((spec) => last.get(spec.id) !== told[kind].get(spec.id)),
    gone: [...last.keys()].filter((id) => !told[kind].has(id)),
  };
}

const MANY = 60; // changes from which giving everything anew is quicker than each, measured at 200 and 1,000 nodes

function tell(edgeSpecs, nodeSpecs) {
  const edges = change("edges", edgeSpecs), nodes = change("nodes", nodeSpecs);
  const size = [edges, nodes].reduce((sum, { fresh, gone }) => sum + fresh.length + gone.length, 0);
  if (network && size > MANY) {
    sheet.nodes = new vis.DataSet(nodeSpecs);
    sheet.edges = new vis.DataSet(edgeSpecs);
    const position = network.getViewPosition(), scale = network.getScale();
    network.setData(sheet); // which fits all in anew
    network.moveTo({ position, scale, animation: false });
    return;
  }
  for (const [data, { fresh, gone }] of [[sheet.edges, edges], [sheet.nodes, nodes]]) {
    if (gone.length) data.remove(gone);
    if (fresh.length) data.update(fresh);
  }
}

function paint() {
  drawnNow = scene();
  const { agents: signs, lines, voices, bright } = drawnNow;
  const lit = (id) => !bright || bright.has(id);
  const own = (line) => !bright || (kindOf(view.select) ? linesOf(view.select).includes(line.place) : bright.has(line.id));
  const ownIds = new Set(lines.filter(({ line }) => own(line)).map(({ line }) => line.id));
  tell([
    ...lines.flatMap(({ line }) => halves(line, ownIds.has(line.id))),
    ...voices.map((voice) => voiceEdge(voice, lit(voice.line) && lit(voice.speaker))),
  ], [
    ...signs.map((node) => agentNode(node, spots.get(node.id), lit(node.id))),
    ...lines.map(({ line }) => lineNode(line, spots.get(line.id), ownIds.has(line.id) || lit(line.id))),
  ]);
  $("nothing").hidden = drawnNow.passing > 0;
  showFolded();
  if (network) pick();
}

// Marked as chosen in the drawing: the node itself, or the line of an event or claim.
function pick() {
  const [first] = linesOf(view.select);
  const id = spots.has(view.select) ? view.select : first === undefined ? "" : lists.bundles[first].id;
  if (spots.has(id)) network.selectNodes([id], false);
  else if (network.getSelectedNodes().length) network.unselectAll();
}

function showFolded() {
  const lines = drawnNow.lines.length, more = drawnNow.passing - lines;
  $("folded").hidden = more <= 0 && lines <= given.limit;
  if ($("folded").hidden) return;
  $("folded-text").textContent = more > 0
    ? `Drawn: ${NUMBER.format(lines)} of ${plural(drawnNow.passing, "line")}, contested and most reported first. ` +
      `Folded: ${NUMBER.format(more)}. Filters and choices bring them out; search, panel and table hold them all.`
    : `All ${plural(lines, "line")} that pass the filters are drawn.`;
  $("more-lines").disabled = more <= 0 || linesWanted() >= LINES_MOST;
  $("fewer-lines").disabled = linesWanted() <= given.limit;
}

function extent() {
  const boxes = [...spots.keys()].filter((id) => sheet.nodes.get(id)).map((id) => network.getBoundingBox(id)).filter(Boolean);
  return {
    left: Math.min(...boxes.map((b) => b.left)), right: Math.max(...boxes.map((b) => b.right)),
    top: Math.min(...boxes.map((b) => b.top)), bottom: Math.max(...boxes.map((b) => b.bottom)), any: boxes.length > 0,
  };
}

function whole() {
  const { left, right, top, bottom, any } = extent();
  if (!any) return;
  const { clientWidth: width, clientHeight: height } = $("network");
  const fitting = Math.min((width - MARGIN) / (right - left), (height - MARGIN) / (bottom - top), LARGEST);
  const scale = narrow.matches ? Math.max(fitting, TOUCHED) : fitting;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

const motion = (duration) => (calm.matches ? false : { duration, easingFunction: "easeInOutQuad" });

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion(150) });
  setTimeout(keepCamera, 200);
}

function keepCamera() {
  const { x, y } = network.getViewPosition();
  view.camera = [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join(",");
  keepAddress();
}

function useCamera() {
  const [x, y, scale] = view.camera.split(",").map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale > 0) network.moveTo({ position: { x, y }, scale, animation: false });
  else whole();
}

function reveal(id) {
  const [first] = linesOf(id);
  const target = spots.has(id) ? id : first === undefined ? "" : lists.bundles[first].id;
  if (!spots.has(target)) return;
  const place = network.canvasToDOM(network.getPosition(target));
  const { clientWidth: width, clientHeight: height } = $("network");
  const inside = place.x > 60 && place.y > 40 && place.x < width - 60 && place.y < height - 40;
  if (inside && (network.getScale() >= READABLE || narrow.matches)) return;
  network.focus(target, { scale: Math.max(network.getScale(), READABLE + 0.2), animation: motion(250) });
}

// A node moved by hand, pointer or keys, with the middles of its lines.
function move(id, [x, y]) {
  view.moved.set(id, [Math.round(x), Math.round(y)]);
  for (const { line } of drawnNow.lines) {
    if (!endsOf(line).includes(id) || view.moved.has(line.id) || !known.has(line.id)) continue;
    const spot = carried(line, known.get(line.id));
    spots.set(line.id, spot);
    network.moveNode(line.id, ...spot);
  }
  spots.set(id, view.moved.get(id));
}

function hint(id, pointer) {
  const line = bundles.get(id);
  if (!columns || (!line && !agents.has(id))) return;
  const what = line ? `${lineTitle(line)}. ${toldOf(lineAt(line.place))}` : `${nameOf(id)}, ${agents.get(id).words.toLowerCase()}`;
  $("hint").textContent = what.length > 300 ? `${what.slice(0, 300)}…` : what;
  $("hint").hidden = false;
  const room = $("drawing").clientWidth - $("hint").offsetWidth - 8;
  $("hint").style.left = `${Math.max(4, Math.min(pointer.x + 14, room))}px`;
  $("hint").style.top = `${pointer.y + 16}px`;
}

function toldOf(line) {
  const said = Object.entries(line.stances).map(([stance, count]) => `${count} ${SIGNS[stance]}`).join(", ");
  return `${said}; ${plural(line.stories, "independent story", "independent stories")}`;
}

// Codes in the signs of states.
function codes(context) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const node of drawnNow.agents) {
    if (!node.code) continue;
    const [x, y] = spots.get(node.id), { bright } = drawnNow;
    context.font = `600 ${Math.max(10, Math.min(node.size * 0.34, 22))}px ${FACE}`;
    context.fillStyle = faded(colours["on-state"], !bright || bright.has(node.id) ? 1 : 0.5);
    context.fillText(node.code, x, y + 1);
  }
}

function draw(choose) {
  readColours();
  paint(); // before there is a network that would redraw for each change
  network = new vis.Network($("network"), sheet, given.options);
  network.on("click", ({ nodes, edges: hit }) => {
    $("hint").hidden = true;
    if (nodes.length) return choose(nodes[0]);
    const edge = hit.length ? sheet.edges.get(hit[0]) : null;
    return choose(edge ? (bundles.has(edge.to) ? edge.to : edge.from) : "");
  });
  network.on("hoverNode", ({ node, pointer }) => { hint(node, pointer.DOM); $("network").style.cursor = "pointer"; });
  network.on("blurNode", () => { $("hint").hidden = true; $("network").style.cursor = ""; });
  network.on("hoverEdge", () => { $("network").style.cursor = "pointer"; });
  network.on("blurEdge", () => { $("network").style.cursor = ""; });
  network.on("dragStart", () => { $("hint").hidden = true; });
  network.on("dragging", ({ nodes: [id] }) => { if (id) { const { x, y } = network.getPosition(id); move(id, [x, y]); } });
  network.on("dragEnd", ({ nodes: [id] }) => (id ? afterMove() : keepCamera()));
  network.on("zoom", () => { clearTimeout(draw.waiting); draw.waiting = setTimeout(keepCamera, 300); });
  network.on("afterDrawing", codes);
  dark.addEventListener("change", () => { readColours(); paint(); network.redraw(); });
  useCamera();
}

function afterMove() {
  paint();
  $("put-back").hidden = !view.moved.size;
  keepAddress();
}
