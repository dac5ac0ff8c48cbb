// What is drawn now: the most telling lines that pass, what is chosen, and who stands on them.

const LINES_MOST = 360; // vis-network stays under a fifth of a second at a change up to here
const CHOSEN_MOST = 40; // lines drawn for what is chosen, beyond those that are drawn anyway
const known = new Map(given.nodes.map((node) => [node.id, node]));
const spots = new Map(); // where everything stands now
const linesWanted = () => Math.max(view.lines, given.limit);

function kindOf(id) {
  if (!id) return "";
  if (events.has(id)) return "event";
  if (agents.has(id)) return "agent";
  return bundles.has(id) ? "line" : claimPlaces.has(id) ? "claim" : "";
}

// Places of the lines that a choice is about.
function linesOf(id) {
  const kind = kindOf(id);
  if (kind === "line") return [bundles.get(id).place];
  if (kind === "event") return events.get(id).bundles;
  if (kind === "claim") return lists.events[columns.event[claimPlaces.get(id)]].bundles;
  return kind === "agent" ? lists.bundles.filter((line) => endsOf(line).includes(id)).map((line) => line.place) : [];
}

// In one order, so that what lies over what does not change with the filters.
const byId = (one, other) => (one.id < other.id ? -1 : 1);

function shownLines() {
  if (!columns) return { lines: [...given.lines].sort(byId), passing: given.lines.length };
  const order = inScope(ranked());
  const wanted = new Set(order.slice(0, linesWanted()));
  const chosen = new Set(linesOf(view.select));
  let room = CHOSEN_MOST;
  for (const line of order) if (chosen.has(line) && !wanted.has(line) && room > 0) { wanted.add(line); room -= 1; }
  return { lines: [...wanted].map(lineAt).sort(byId), passing: order.length };
}

// Who is heard on which line: everybody on the chosen one, elsewhere those who only speak.
function voicesOf(lines) {
  if (!columns) return [];
  const shown = new Map(lines.map((line) => [line.id, line])), told = new Map();
  const focus = focusOf(view.select);
  const hear = (line, members, heard) => {
    for (const place of members.flatMap(passing)) {
      const speaker = keyAt(columns.speaker[place]);
      if (speaker && heard(speaker)) addVoice(told, line, speaker, place);
    }
  };
  if (focus && shown.has(focus.line.id)) hear(focus.line, focus.members, () => true);
  for (const [speaker, id] of given.voices) {
    const line = shown.get(id);
    if (line && id !== focus?.line.id) hear(line, line.events.map((at) => lists.events[at]), (who) => who === speaker);
  }
  return [...told.values()].map((voice) => ({ ...voice, stories: voice.stories.size }));
}

// The line that a choice is about, and the events on it that it is about.
function focusOf(id) {
  const kind = kindOf(id);
  if (!kind || kind === "agent") return null;
  const line = lists.bundles[linesOf(id)[0]];
  if (kind === "line") return { line, members: line.events.map((at) => lists.events[at]) };
  return { line, members: [kind === "event" ? events.get(id) : lists.events[columns.event[claimPlaces.get(id)]]] };
}

function addVoice(told, line, speaker, place) {
  const stance = columns.stance[place], key = JSON.stringify([speaker, line.id, stance]);
  const voice = told.get(key) || { speaker, line: line.id, stance, firmness: MODALITIES.at(-1), stories: new Set() };
  if (MODALITIES.indexOf(columns.modality[place]) < MODALITIES.indexOf(voice.firmness)) voice.firmness = columns.modality[place];
  voice.stories.add(columns.story[place]);
  told.set(key, voice);
}

const FOLDED_SIZE = 30;
const CHARACTER = 0.62; // width of a character relative to font size, as the layout takes it

function agentItem(key) {
  const agent = agents.get(key), label = agent.label.length > 24 ? `${agent.label.slice(0, 23)}…` : agent.label;
  return { id: key, label: label.replace(/[\p{C}\p{Z}]+/gu, " "), group: agent.group, code: agent.iso3, size: FOLDED_SIZE, wide: Math.max(FOLDED_SIZE, label.length * NAME * CHARACTER), high: FOLDED_SIZE + 24 };
}

const lineItem = (line) => ({ ...line, wide: Math.max(CLASSES.get(line.event_class).length + 5, lineLabel(line).length) * WORDS * CHARACTER + 10, high: 2 * WORDS });

// How far the middle of an agent's box, which holds its name too, is beneath that of its sign.
const beneath = (item) => (item.size ? (item.high - item.size) / 2 : 0);

// Who stands where. A line's middle follows the agents that it joins when these are moved.
function placeAll(agentKeys, lines) {
  spots.clear();
  const items = { agents: [], lines: [] }, taken = [], late = [];
  const put = (item, spot) => {
    const [x, y] = spot;
    spots.set(item.id, spot);
    taken.push(boxOf(item, [x, y + beneath(item)]));
  };
  for (const key of agentKeys) {
    const node = known.get(key) || agentItem(key);
    items.agents.push(node);
    if (view.moved.has(key)) put(node, view.moved.get(key));
    else if (known.has(key)) put(node, [node.x, node.y]);
    else late.push(node);
  }
  for (const line of lines) {
    const node = known.get(line.id) || lineItem(line);
    items.lines.push({ line });
    if (view.moved.has(line.id)) put(node, view.moved.get(line.id));
    else if (known.has(line.id)) put(node, carried(line, node));
    else late.push({ ...node, ends: endsOf(line) });
  }
  for (const node of late.filter((item) => !item.ends)) {
    const near = lines.filter((line) => endsOf(line).includes(node.id)).flatMap(endsOf).filter((key) => spots.has(key));
    const [x, y] = freeSpot(node, middle(near.map((key) => spots.get(key))), taken);
    spots.set(node.id, [x, y - Math.round(beneath(node))]);
  }
  for (const node of late.filter((item) => item.ends)) {
    spots.set(node.id, freeSpot(node, middle(node.ends.map((key) => spots.get(key)).filter(Boolean)), taken));
  }
  return items;
}

function carried(line, node) {
  const ends = endsOf(line);
  let [x, y] = [node.x, node.y];
  for (const key of ends) {
    const now = view.moved.get(key), home = known.get(key);
    if (!now || !home) continue;
    x += (now[0] - home.x) / ends.length;
    y += (now[1] - home.y) / ends.length;
  }
  return [Math.round(x), Math.round(y)];
}

// What a choice or a search leaves bright; null where nothing is chosen.
function brightIds(lines, voices) {
  const chosen = new Set(linesOf(view.select).map((place) => lists.bundles[place].id));
  if (view.select && columns) {
    const bright = new Set([view.select, ...chosen]);
    for (const line of lines) if (chosen.has(line.id)) for (const key of endsOf(line)) bright.add(key);
    for (const voice of voices) {
      if (chosen.has(voice.line)) bright.add(voice.speaker);
      if (voice.speaker === view.select) bright.add(voice.line);
    }
    return bright;
  }
  const found = search(view.query);
  if (!found) return null;
  const hits = new Set(found.agents.flatMap((agent) => [agent.key, agent.of]));
  const told = [...found.events, ...found.claims.filter(passes).map((place) => lists.events[columns.event[place]])];
  for (const event of told) for (const place of event.bundles) hits.add(lists.bundles[place].id);
  return hits;
}

function scene() {
  const { lines, passing } = shownLines();
  const voices = voicesOf(lines);
  const keys = new Set([...lines.flatMap(endsOf), ...voices.map((voice) => voice.speaker), ...scopeAgents()]);
  if (!columns) for (const [speaker] of given.voices) keys.add(speaker);
  if (kindOf(view.select) === "agent") keys.add(view.select);
  const items = placeAll([...keys].sort(), lines);
  return { ...items, voices, passing, bright: brightIds(lines, voices) };
}
