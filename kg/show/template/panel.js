// The panel: questions and what is at stake at opening, then a series, an event, a claim, an agent, or a search.

const row = (id, text, ...rest) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => choose(id) },
  make("span", {}, make("bdi", {}, text)), ...rest));
const eventRow = (event) => row(event.id, event.title, sums(passing(event)));
const agentRow = (agent) => row(agent.key, agent.label, make("span", { class: "sums" }, agent.words));

function block(title, list, render) {
  if (!list.length) return [];
  return [make("h3", {}, `${title} (${NUMBER.format(list.length)})`), ...more(list, render, make("ul", { class: "list" }))];
}

// Back to the answer that a choice was made from, else to the overview.
const overviewLink = () => make("button", { type: "button", class: "link", onclick: () => choose("") }, view.ask && view.select ? "← Answer" : "Overview");
const top = (...words) => make("div", { class: "top" }, make("span", {}, ...words), overviewLink());
const heading = (text) => make("h2", { tabindex: "-1" }, make("bdi", {}, text));

function roles(title, keys) {
  if (!keys.length) return [];
  return [make("dt", {}, title), make("dd", {}, ...keys.flatMap((key, at) => [at ? ", " : "", link(key, nameOf(key))]))];
}

const partiesOf = (sources, targets) => make("dl", {}, ...roles(targets.length || sources.length < 2 ? "Who acts" : "Together", sources), ...roles("Upon whom", targets));

// Asserted left, denied right, what is left unconfirmed beneath; before them the way to each.
function sides(places) {
  const kinds = STANCE_NAMES.map((stance) => [stance, places.filter((place) => columns.stance[place] === stance)])
    .filter(([, own]) => own.length);
  const sections = kinds.map(([stance, own]) =>
    make("section", { class: `side ${stance}` }, make("h3", { tabindex: "-1" }, `${STANCES[stance]} (${NUMBER.format(own.length)})`),
      who(own), ...more(cards(own), (bundle) => card(bundle, false), make("div"))));
  return [kinds.length > 1 ? jumps(kinds, sections) : "", make("div", { class: kinds.length > 1 ? "sides two" : "sides" }, ...sections)];
}

// On a narrow screen one side lies beneath the other: who is on each, and the way there.
function jumps(kinds, sections) {
  return make("ul", { class: "list jumps" }, ...kinds.map(([stance, own], at) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => {
    sections[at].scrollIntoView({ behavior: calm.matches ? "auto" : "smooth" });
    sections[at].firstChild.focus({ preventScroll: true });
  } }, make("span", { class: stance }, `${STANCES[stance]} (${NUMBER.format(own.length)}) `), make("span", { class: "by" }, named(own))))));
}

// Who speaks, as plain words.
function named(places) {
  const names = [...new Set(places.map((place) => keyAt(columns.speaker[place])))].map(called);
  return `by ${names.slice(0, 4).map(short).join(", ")}${names.length > 4 ? " and others" : ""}`;
}

// Everybody on a side at a glance, the most frequent first.
function who(places) {
  const counts = new Map();
  for (const place of places) counts.set(keyAt(columns.speaker[place]), (counts.get(keyAt(columns.speaker[place])) || 0) + 1);
  const names = [...counts].sort(([, n], [, m]) => m - n).slice(0, 12);
  return make("p", { class: "names" }, "By ", ...names.flatMap(([key, count], at) => [at ? ", " : "",
    key ? make("bdi", {}, nameOf(key)) : "the articles themselves", count > 1 ? ` (${count})` : ""]), counts.size > 12 ? " and others" : "");
}

function hiddenNote(all, seen) {
  if (all <= seen) return "";
  const show = () => { clearFilters(); refresh(); $("panel").focus({ preventScroll: true }); };
  return make("p", { class: "quiet" }, `${plural(all - seen, "claim")} hidden by the filters. `, make("button", { type: "button", class: "link", onclick: show }, "Show everything"));
}

// Both sides of a dispute, and before them when each spoke, the figures and who answered whom.
function dispute(seen, all) {
  const [ways, both] = sides(seen);
  const charts = figures(seen);
  return [hiddenNote(all, seen.length), ways, ...charts, ...lanes(seen, !charts.some((chart) => chart.open)), both, ...whereabouts(seen)];
}

function eventPanel(event) {
  const seen = passing(event), series = lists.bundles[event.bundles[0]];
  const level = event.alone ? "told of the series, of no one event" : "on this event";
  return [
    top(event.words), heading(event.title),
    make("p", {}, event.contested ? make("span", { class: "badge clash" }, "✕ contested") : "", event.contested ? " " : "",
      make("span", { class: "quiet" }, `${plural(event.claims.length, "claim")} ${level}, in ${support(event.claims)}`)),
    partiesOf(event.actors, event.recipients),
    series.events.length > 1 ? make("p", {}, "One of ", link(series.id, `${plural(series.events.length, "event")} of this series`)) : "",
    ...dispute(seen, event.claims.length),
  ];
}

function linePanel(line) {
  const members = line.events.map((place) => lists.events[place]);
  if (members.length === 1) return eventPanel(members[0]);
  const shown = members.filter((event) => passing(event).length);
  const seen = shown.flatMap(passing), all = members.reduce((sum, event) => sum + event.claims.length, 0);
  const events = shown.filter((event) => !event.alone), loose = shown.filter((event) => event.alone);
  return [
    top(`${CLASSES.get(line.event_class)}, a series`), heading(lineTitle(line)),
    make("p", { class: "quiet" }, `${plural(seen.length, "claim")} on this series, in ${support(seen)}`),
    partiesOf(line.sources, line.targets), ...chronicle(events), ...block("Told of no one event", loose, eventRow), ...dispute(seen, all),
  ];
}

// The day of an event: what the graph dates it by, else when it was first told.
function dayOf(event) {
  if (event.first || event.last) return { date: event.first || event.last, published: false };
  const days = event.claims.map((place) => lists.articles[columns.article[place]].published).filter(Boolean).sort();
  return { date: days[0] || "", published: true };
}

// The events of a series in order of time.
function chronicle(events) {
  const dated = events.map((event) => ({ event, ...dayOf(event) }));
  dated.sort((one, other) => !one.date - !other.date || (one.date < other.date ? -1 : one.date > other.date ? 1 : one.event.place - other.event.place));
  return block("Events", dated, ({ event, date, published }) => make("li", { class: event.contested ? "moment clash" : "moment" }, make("button", { type: "button", class: "row", onclick: () => choose(event.id) },
    make("span", { class: "day" }, date ? day(date) : "undated", date && published ? make("small", {}, "first told") : ""), make("span", {}, make("bdi", {}, event.title)), sums(passing(event)))));
}

function agentPanel(agent) {
  const at = lists.agents.indexOf(agent);
  const made = [];
  for (let place = 0; place < sieve.claims.length; place += 1) {
    if (passes(place) && (columns.speaker[place] === at || columns.claimant[place] === at)) made.push(place);
  }
  const part = lists.events.filter((event) => (event.actors.includes(agent.key) || event.recipients.includes(agent.key)) && passing(event).length);
  const voices = lists.agents.filter((other) => other.of === agent.key);
  const said = cards(made).sort(([a], [b]) => (b.stance === "denies") - (a.stance === "denies"));
  const fact = (name, value) => (value ? [make("dt", {}, name), make("dd", {}, make("bdi", {}, value))] : []);
  return [
    top(agent.words), heading(agent.label), ...steps(agent),
    make("dl", {}, ...roles("Belongs to", agent.of ? [agent.of] : []), ...fact("Also called", (agent.aliases || []).join(", ")),
      ...fact("Code", agent.iso3), ...fact("Wikidata", agent.wikidata), ...roles("Voices", voices.map((voice) => voice.key))),
    ...block("Takes part in", part.sort(telling), eventRow),
    ...(said.length ? [make("h3", {}, `What it says (${NUMBER.format(made.length)})`), make("p", {}, sums(made)), ...more(said, (bundle) => card(bundle, true), make("div"))] : []),
    ...(part.length || said.length ? [] : [make("p", { class: "quiet" }, "Nothing that passes the filters names it.")]),
  ];
}

function foundPanel(found) {
  const quotes = cards(found.claims.filter(passes)), hidden = found.claims.length - found.claims.filter(passes).length;
  const total = found.agents.length + found.events.length + quotes.length;
  return [
    make("div", { class: "top" }, make("span", {}, "Search"), make("button", { type: "button", class: "link", onclick: () => find("") }, "Clear")),
    heading(total ? `${plural(total, "hit")} for “${view.query}”` : `Nothing holds “${view.query}”`),
    hidden ? make("p", { class: "quiet" }, `${plural(hidden, "claim")} with these words hidden by the filters.`) : "",
    ...block("Agents", found.agents, agentRow),
    ...block("Events", found.events, eventRow),
    ...(quotes.length ? [make("h3", {}, `Words of quotes (${NUMBER.format(quotes.length)})`), ...more(quotes, (bundle) => card(bundle, true), make("div"))] : []),
  ];
}

function overview() {
  const shown = lists.ordered.filter((event) => eventInScope(event) && event.claims.some(passes));
  const involved = new Map();
  for (const event of shown) for (const keys of [event.actors, event.recipients]) for (const key of keys) involved.set(key, (involved.get(key) || 0) + 1);
  const busiest = [...involved.keys()].sort((one, other) => involved.get(other) - involved.get(one) || (one < other ? -1 : 1));
  return [
    heading("Who says what, and who denies it"),
    make("p", { class: "quiet" }, "Nothing here is held to be a fact: each line is what somebody says. Ask, or choose a line or an event to read both sides in their own words."),
    ...questions(), ...ways(),
    ...block("Contested events", shown.filter((event) => event.contested), eventRow),
    ...block("Other events", shown.filter((event) => !event.contested && !event.alone), eventRow),
    ...block("Told of no one event", shown.filter((event) => !event.contested && event.alone), eventRow),
    ...block("Agents", busiest.map((key) => agents.get(key)), agentRow),
    shown.length ? "" : make("p", { class: "quiet" }, "No event passes these filters."),
  ];
}

function content() {
  const id = view.select, kind = kindOf(id);
  if (kind === "event") return eventPanel(events.get(id));
  if (kind === "agent") return agentPanel(agents.get(id));
  if (kind === "line") return linePanel(bundles.get(id));
  if (kind === "claim") return claimPanel(claimAt(claimPlaces.get(id)));
  const found = search(view.query);
  return found ? foundPanel(found) : ASKED[view.ask] ? answerPanel(ASKED[view.ask]) : overview();
}

function showPanel() {
  $("panel").replaceChildren(...content().filter((node) => node !== ""));
  $("panel").scrollTop = 0;
}
