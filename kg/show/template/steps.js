// Controls for what is around an agent and for the ways between two.

const NAMES_OFFERED = 400; // names that a field suggests; any other may be typed

// The agent that some words name: by any of its names, else the only one that the words are found in.
function agentNamed(text) {
  const words = text.trim().toLocaleLowerCase();
  if (!words) return null;
  const exact = lists.agents.find((agent) => [agent.label, agent.iso3, agent.key, ...(agent.aliases || [])].some((name) => name.toLocaleLowerCase() === words));
  const near = exact ? [] : lists.agents.filter((agent) => calledOf(agent).includes(words));
  return exact || (near.length ? near[0] : null);
}

function suggestions() {
  if ($("agent-names")) return;
  const names = lists.agents.filter((agent) => agent.group === "state").concat(lists.agents.filter((agent) => agent.group !== "state"));
  document.body.append(make("datalist", { id: "agent-names" }, ...names.slice(0, NAMES_OFFERED).map((agent) => make("option", { value: agent.label }))));
}

function agentField(name, value, chosen) {
  suggestions();
  const field = make("input", { type: "text", list: "agent-names", "aria-label": name, placeholder: name, value, autocomplete: "off", spellcheck: "false" });
  field.addEventListener("change", () => {
    const agent = agentNamed(field.value);
    field.setAttribute("aria-invalid", String(Boolean(field.value.trim()) && !agent));
    if (agent) chosen(agent.key);
  });
  return field;
}

function around(value) {
  Object.assign(view, { around: view.around === value ? "" : value, between: "" });
  refresh();
  whole();
}

function connectTo(from, to) {
  if (!from || !to || from === to) return;
  Object.assign(view, { around: "", between: `${from}|${to}`, select: "", ask: "between" });
  refresh();
  whole();
  $("panel").querySelector("h2").focus({ preventScroll: true });
}

// On an agent's panel: draw only what is one or two steps from it, or the ways to another.
function steps(agent) {
  const step = (count, words) => make("button", { type: "button", "aria-pressed": String(view.around === `${agent.key}.${count}`), onclick: () => around(`${agent.key}.${count}`) }, words);
  return [make("div", { class: "steps", role: "group", "aria-label": "Draw only" }, make("span", { class: "quiet" }, "Draw only"), step(1, "one step around"), step(2, "two steps"),
    agentField("ways to …", "", (to) => connectTo(agent.key, to)))];
}

// The ways between two, told step by step; with `fields` where the question is asked.
function ways(fields = false) {
  const [from = "", to = ""] = view.between.split("|");
  const ends = { from: agents.has(from) ? from : "", to: agents.has(to) ? to : "" };
  const field = (name, end) => agentField(name, ends[end] ? nameOf(ends[end]) : "", (key) => { ends[end] = key; connectTo(ends.from, ends.to); });
  const asked = fields ? [make("div", { class: "steps" }, field("From whom", "from"), field("to whom", "to"))] : [];
  if (!scope.lines || scope.agents.length < 2) return asked;
  const path = (members) => make("li", { class: "path" }, ...members.flatMap(({ key, lines }) => [
    ...(lines.length ? [make("span", { class: "step" }, ...lines.slice(0, 5).flatMap((line, at) => [at ? ", " : "– ", link(line.id, CLASSES.get(line.event_class))]), lines.length > 5 ? `, ${lines.length - 5} more –` : " –")] : []), link(key, nameOf(key))]));
  const count = scope.paths.length, length = count ? scope.paths[0].length - 1 : 0;
  return [...asked, make("h3", {}, count ? `${plural(length, "step")}, ${plural(count + scope.more, "way")}` : "Not connected"),
    count ? make("ol", { class: "list" }, ...scope.paths.map(path)) : make("p", { class: "quiet" }, `No lines that pass the filters lead from ${scope.agents.map(nameOf).join(" to ")}.`),
    scope.more ? make("p", { class: "quiet" }, `${plural(scope.more, "weaker way")} as short ${scope.more === 1 ? "is" : "are"} left out.`) : ""];
}
