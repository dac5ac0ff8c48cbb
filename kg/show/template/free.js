// Places for what the layout did not place, since it was folded then: the free spot nearest to
// where it belongs. The same for the same view, whatever was looked at before.

const TURN = Math.PI * (3 - Math.sqrt(5)); // the golden angle: spots of a spiral spread evenly
const STEP = 15, TRIES = 1500, GAP = 20;
const WIDER = 400; // tries after which the spiral runs twice as far out: in a crowd the near ones are all taken

const boxOf = (item, [x, y]) => ({ x, y, wide: item.wide, high: item.high });

function collides(one, other) {
  return Math.abs(one.x - other.x) * 2 < one.wide + other.wide + GAP && Math.abs(one.y - other.y) * 2 < one.high + other.high + GAP;
}

function freeSpot(item, [x, y], taken) {
  let box = null;
  for (let at = 0; at < TRIES; at += 1) {
    const away = STEP * Math.sqrt(at) * (1 + at / WIDER), angle = at * TURN;
    box = boxOf(item, [x + 1.4 * away * Math.cos(angle), y + away * Math.sin(angle)]);
    if (!taken.some((other) => collides(box, other))) break;
  }
  taken.push(box);
  return [Math.round(box.x), Math.round(box.y)];
}

function middle(spots) {
  const sum = spots.reduce(([x, y], [x2, y2]) => [x + x2, y + y2], [0, 0]);
  return spots.length ? sum.map((value) => value / spots.length) : [0, 0];
}
