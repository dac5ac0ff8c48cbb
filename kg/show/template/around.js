// What is around an agent, by steps over lines that pass, and the ways between two agents.

const PATHS_MOST = 12; // shortest ways that are told; more of the same length are only counted
const scope = { lines: null, agents: [], paths: [], more: 0, missing: "" }; // lines: place -> step; null where all are meant

const LINKED = /^(.+)\.([12])$/;

function findScope() {
  Object.assign(scope, { lines: null, agents: [], paths: [], more: 0, missing: "" });
  const [, key, steps] = LINKED.exec(view.around) || [];
  const [from, to] = view.between.split("|");
  if (agents.has(key)) reach(key, Number(steps));
  else if (agents.has(from) && agents.has(to) && from !== to) connect(from, to);
}

// Lines that pass, by each agent that they join.
function linesByAgent() {
  const found = new Map();
  for (const line of lists.bundles) {
    if (!sieve.stories[line.place]) continue;
    for (const key of endsOf(line)) found.get(key)?.push(line) ?? found.set(key, [line]);
  }
  return found;
}

function reach(start, steps) {
  const joined = linesByAgent(), seen = new Set([start]);
  scope.lines = new Map();
  let rim = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const line of rim.flatMap((key) => joined.get(key) || [])) {
      if (!scope.lines.has(line.place)) scope.lines.set(line.place, step);
      for (const key of endsOf(line)) if (!seen.has(key)) { seen.add(key); next.push(key); }
    }
    rim = next;
  }
  scope.agents = [start];
}

// The shortest ways from one agent to another; two who share a line are one step apart.
function connect(from, to) {
  const joined = linesByAgent(), far = new Map([[from, 0]]), before = new Map();
  let rim = [from];
  while (rim.length && !far.has(to)) {
    const next = [];
    for (const key of rim) {
      for (const other of new Set((joined.get(key) || []).flatMap(endsOf))) {
        if (!far.has(other)) { far.set(other, far.get(key) + 1); before.set(other, []); next.push(other); }
        if (far.get(other) === far.get(key) + 1) before.get(other).push(key);
      }
    }
    rim = next;
  }
  scope.lines = new Map();
  scope.agents = [from, to];
  if (!far.has(to)) return;
  const strength = (one, other) => between(joined, one, other).reduce((sum, line) => sum + sieve.stories[line.place], 0);
  const found = waysBack(to, from, before);
  const weak = (path) => Math.min(...path.slice(1).map((key, at) => strength(path[at], key)));
  const ranked = found.map((path) => [weak(path), path]).sort(([one, a], [other, b]) => other - one || (a.join("|") < b.join("|") ? -1 : 1));
  scope.more = Math.max(0, ranked.length - PATHS_MOST);
  scope.paths = ranked.slice(0, PATHS_MOST).map(([, path]) => path.map((key, at) => ({ key, lines: at ? between(joined, path[at - 1], key) : [] })));
  for (const path of scope.paths) path.forEach(({ lines }, step) => { for (const line of lines) scope.lines.set(line.place, step); });
}

const WAYS_LOOKED = 500;

function waysBack(to, from, before) {
  const found = [], open = [[to]];
  while (open.length && found.length < WAYS_LOOKED) {
    const path = open.pop();
    if (path[0] === from) found.push(path);
    else for (const key of before.get(path[0])) open.push([key, ...path]);
  }
  return found;
}

const between = (joined, one, other) => (joined.get(one) || []).filter((line) => endsOf(line).includes(other));

// Lines in the order given, the nearest first where only some are meant.
function inScope(order) {
  if (!scope.lines) return order;
  return order.filter((line) => scope.lines.has(line)).map((line, at) => [scope.lines.get(line), at, line])
    .sort(([one, n], [other, m]) => one - other || n - m).map(([, , line]) => line);
}

const scopeAgents = () => (scope.lines ? scope.agents : []);
const eventInScope = (event) => !scope.lines || event.bundles.some((line) => scope.lines.has(line));

function scopeWords() {
  if (!scope.lines) return "";
  const names = scope.agents.map(nameOf);
  if (names.length > 1) return scope.paths.length ? `shortest ways between ${names.join(" and ")}` : `${names.join(" and ")} are not connected`;
  return `around ${names[0]}, ${view.around.endsWith("1") ? "one step" : "two steps"}`;
}
