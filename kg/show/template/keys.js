// The drawing by keyboard: arrows go from node to node, with Shift they move the chosen one.

const NUDGE = 20;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const pointed = () => network.getSelectedNodes()[0] || "";

// The node nearest in the direction of an arrow key.
function towards([dx, dy]) {
  const start = pointed();
  const from = start ? network.getPosition(start) : network.getViewPosition();
  let best = "", least = Infinity;
  for (const [id, spot] of spots) {
    const [x, y] = [spot[0] - from.x, spot[1] - from.y];
    const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (id !== start && along > 0 && along + 2 * aside < least) {
      best = id;
      least = along + 2 * aside;
    }
  }
  return best;
}

function nudge([dx, dy]) {
  const id = pointed();
  if (!id) return;
  const { x, y } = network.getPosition(id);
  network.moveNode(id, x + dx * NUDGE, y + dy * NUDGE);
  move(id, [x + dx * NUDGE, y + dy * NUDGE]);
  afterMove();
  say(`${nodeName(id)} moved`);
}

function onKey(press, choose) {
  const arrow = ARROWS[press.key];
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  if (arrow && press.shiftKey) nudge(arrow);
  else if (arrow) { const next = towards(arrow); if (next) choose(next); }
  else if (press.key === "Enter" && view.select) $("panel").focus();
  else if (press.key === "Escape") choose("");
  else if (press.key === "+" || press.key === "=") zoom(1.25);
  else if (press.key === "-") zoom(0.8);
  else if (press.key === "0") fit();
  else return;
  press.preventDefault();
}

function fit() {
  whole();
  view.camera = "";
  keepAddress();
}
