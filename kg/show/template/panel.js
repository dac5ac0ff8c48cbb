// The panel: what is at stake at opening, then a line, an event, a claim, an agent, or a search.

const row = (id, text, ...rest) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => choose(id) },
  make("span", {}, make("bdi", {}, text)), ...rest));
const eventRow = (event) => row(event.id, event.title, sums(passing(event)));
const agentRow = (agent) => row(agent.key, agent.label, make("span", { class: "sums" }, agent.words));

function block(title, list, render) {
  if (!list.length) return [];
  return [make("h3", {}, `${title} (${NUMBER.format(list.length)})`), ...more(list, render, make("ul", { class: "list" }))];
}

const overviewLink = () => make("button", { type: "button", class: "link", onclick: () => choose("") }, "Overview");
const top = (...words) => make("div", { class: "top" }, make("span", {}, ...words), overviewLink());
const heading = (text) => make("h2", { tabindex: "-1" }, make("bdi", {}, text));

function roles(title, keys) {
  if (!keys.length) return [];
  return [make("dt", {}, title), make("dd", {}, ...keys.flatMap((key, at) => [at ? ", " : "", link(key, nameOf(key))]))];
}

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
  const names = [...new Set(places.map((place) => keyAt(columns.speaker[place])))].map((name) => (name ? nameOf(name) : "the articles themselves"));
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
  return all > seen ? make("p", { class: "quiet" }, `${plural(all - seen, "claim")} hidden by the filters.`) : "";
}

function eventPanel(event) {
  const seen = passing(event), [ways, both] = sides(seen);
  return [
    top(event.words), heading(event.title),
    make("p", {}, event.contested ? make("span", { class: "badge clash" }, "✕ contested") : "", event.contested ? " " : "",
      make("span", { class: "quiet" }, `${plural(event.claims.length, "claim")} in ${support(event.claims)}`)),
    make("dl", {}, ...roles("Who acts", event.actors), ...roles("Upon whom", event.recipients)),
    ways, ...figures(seen), hiddenNote(event.claims.length, seen.length), both,
  ];
}

function linePanel(line) {
  const members = line.events.map((place) => lists.events[place]);
  if (members.length === 1) return eventPanel(members[0]);
  const shown = members.filter((event) => passing(event).length).sort(telling);
  const seen = shown.flatMap(passing), [ways, both] = sides(seen), all = members.reduce((sum, event) => sum + event.claims.length, 0);
  return [
    top(CLASSES.get(line.event_class)), heading(lineTitle(line)),
    make("p", { class: "quiet" }, `${plural(seen.length, "claim")} on ${plural(shown.length, "event")}, ${plural(lineAt(line.place).stories, "independent story", "independent stories")}`),
    make("dl", {}, ...roles(line.directed ? "Who acts" : "Together", line.source ? [line.source] : []), ...roles(line.directed ? "Upon whom" : "with", line.target ? [line.target] : [])),
    ways, ...block("Events", shown, eventRow), ...figures(seen), hiddenNote(all, seen.length), both,
  ];
}

// One claim in full, and the other side's claims on the same event beside it.
function claimPanel(claim) {
  const event = claim.about;
  const against = claim.stance === "asserts" ? "denies" : "asserts";
  const direct = new Set([...claim.disputes, ...event.claims.filter((place) => columns.disputes[place].includes(claim.at))]);
  const others = event.claims.filter((place) => columns.stance[place] === against && passes(place));
  others.sort((one, other) => direct.has(other) - direct.has(one) || one - other);
  const own = make("section", { class: `side ${claim.stance}` }, make("h3", {}, `${STANCES[claim.stance]}: this claim`), fullClaim(claim));
  const other = make("section", { class: `side ${against}` }, make("h3", {}, `${STANCES[against]} (${NUMBER.format(others.length)})`),
    ...(others.length ? more(cards(others), (bundle) => card(bundle, false), make("div")) : [make("p", { class: "quiet" }, against === "denies" ? "Nobody denies it here." : "Nobody asserts it here.")]));
  return [
    top(make("button", { type: "button", class: "link", onclick: () => choose(event.id) }, "← ", make("bdi", {}, short(event.title)))),
    heading(`${claim.claimant ? nameOf(claim.claimant) : "The article itself"} ${SAYS[claim.stance]}`),
    make("div", { class: "sides two" }, ...(claim.stance === "asserts" ? [own, other] : [other, own])),
  ];
}

// Where the graph tells origins: how many other claims on the event go back to the same one.
function sameOrigin(claim) {
  const own = (claim.more && claim.more.origins ? claim.more.origins : "").split("|").filter(Boolean);
  const shared = claim.about.claims.filter((place) => place !== claim.at && columns.more[place] &&
    (columns.more[place].origins || "").split("|").some((origin) => own.includes(origin)));
  return shared.length ? `${plural(shared.length, "other claim")} on this event` : "";
}

function fullClaim(claim) {
  const fact = (name, ...value) => (value.some(Boolean) ? [make("dt", {}, name), make("dd", {}, ...value)] : []);
  const text = (value) => (value ? make("bdi", {}, value) : "");
  return make("article", { class: "card" },
    make("blockquote", { dir: "auto", class: "large" }, ...marked(claim)),
    make("dl", {},
      ...fact("Claimant", speakerOf(claim)), ...fact("Event", link(claim.about.id, claim.about.title)),
      ...fact("Firmness", claim.modality, claim.negated ? ", says it does not happen" : ""), ...fact("Phase", claim.phase),
      ...fact("Figure", figure(claim)), ...fact("When", ...when(claim)), ...fact("Where", text(claim.place)), ...fact("Cue", text(claim.cue)),
      ...Object.entries(claim.more || {}).filter(([name]) => name !== "origins").flatMap(([name, value]) => fact(inWords(name), text(name === "kind" ? inWords(value) : value))),
      ...fact("Same origin", sameOrigin(claim)),
      ...fact("Article", text(claim.title || claim.article)), ...fact("Publisher", text(claim.publisher)), ...fact("Published", day(claim.published)),
      ...fact("Characters", `${claim.start}–${claim.end} of `, text(claim.article)), ...fact("Claim", claim.id)));
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
  return [
    top(agent.words), heading(agent.label),
    make("dl", {}, ...roles("Belongs to", agent.of ? [agent.of] : []),
      ...(agent.iso3 ? [make("dt", {}, "Code"), make("dd", {}, agent.iso3)] : []),
      ...(agent.wikidata ? [make("dt", {}, "Wikidata"), make("dd", {}, agent.wikidata)] : []),
      ...roles("Voices", voices.map((voice) => voice.key))),
    ...block("Takes part in", part.sort(telling), eventRow),
    ...(said.length ? [make("h3", {}, `What it says (${NUMBER.format(made.length)})`), make("p", {}, sums(made)), ...more(said, (bundle) => card(bundle, true), make("div"))] : []),
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
  const shown = lists.ordered.filter((event) => event.claims.some(passes));
  const involved = new Map();
  for (const event of shown) for (const keys of [event.actors, event.recipients]) for (const key of keys) involved.set(key, (involved.get(key) || 0) + 1);
  const busiest = [...involved.keys()].sort((one, other) => involved.get(other) - involved.get(one) || (one < other ? -1 : 1));
  return [
    heading("Who says what, and who denies it"),
    make("p", { class: "quiet" }, "Nothing here is held to be a fact: each line is what somebody says. Choose a line or an event to read both sides in their own words."),
    ...block("Contested events", shown.filter((event) => event.contested), eventRow),
    ...block("Other events", shown.filter((event) => !event.contested), eventRow),
    ...block("Agents", busiest.map((key) => agents.get(key)), agentRow),
  ];
}

function content() {
  const id = view.select, kind = kindOf(id);
  if (kind === "event") return eventPanel(events.get(id));
  if (kind === "agent") return agentPanel(agents.get(id));
  if (kind === "line") return linePanel(bundles.get(id));
  if (kind === "claim") return claimPanel(claimAt(claimPlaces.get(id)));
  const found = search(view.query);
  return found ? foundPanel(found) : overview();
}

function showPanel() {
  $("panel").replaceChildren(...content().filter((node) => node !== ""));
  $("panel").scrollTop = 0;
}
