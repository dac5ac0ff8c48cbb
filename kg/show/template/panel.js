// The panel: what is at stake at opening, then an event with its sides, an agent, or a search.

const LISTED = 60; // entries of a list shown before "Show more"
const FIGURES_OPEN = 4; // entries that leave both sides in sight on a laptop

// Marks the words that carry the claim: cue, figure, time. Where two overlap, the first stays.
function marked(claim) {
  const text = claim.quote, low = text.toLowerCase();
  const spans = [];
  for (const [name, words] of [["cue", claim.cue], ["figure", claim.quantity_words], ["when", claim.time_text]]) {
    const start = words ? low.indexOf(words.toLowerCase()) : -1;
    const end = start + (words || "").length;
    if (start >= 0 && low.length === text.length && spans.every((s) => end <= s.start || start >= s.end)) {
      spans.push({ name, start, end });
    }
  }
  spans.sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const { name, start, end } of spans) {
    parts.push(text.slice(at, start), make("mark", { class: name }, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter(Boolean);
}

const link = (id, text) =>
  make("button", { type: "button", class: "link", onclick: () => choose(id) }, make("bdi", {}, text));

function speakerOf(claim) {
  if (!claim.claimant) return make("span", { class: "who" }, "The article itself");
  const who = make("span", { class: "who" }, link(claim.claimant, nameOf(claim.claimant)));
  if (claim.speaker !== claim.claimant) who.append(make("span", { class: "quiet" }, ` for ${nameOf(claim.speaker)}`));
  return who;
}

// Copies of one report that say the same in the same words are one card with several articles.
function cards(list) {
  const bundles = new Map();
  for (const claim of list) {
    const key = JSON.stringify([claim.event, claim.claimant, claim.stance, claim.modality, claim.negated, claim.quote]);
    bundles.set(key, [...(bundles.get(key) || []), claim]);
  }
  return [...bundles.values()];
}

function source(claim) {
  const where = [claim.publisher, claim.published].filter(Boolean).join(", ");
  return make("span", { title: claim.article }, make("bdi", {}, claim.title || claim.article), where ? " (" : "",
    ...(where ? [claim.publisher, claim.publisher && claim.published ? ", " : "", day(claim.published), ")"] : []));
}

function card(bundle, withEvent) {
  const claim = bundle[0];
  const badges = [
    make("span", { class: "badge" }, MODALITIES[claim.modality]),
    claim.negated ? make("span", { class: "badge clash" }, "says it does not happen") : "",
    claim.phase === "starts" ? "" : make("span", { class: "badge" }, claim.phase),
  ].flatMap((badge) => (badge ? [" ", badge] : []));
  const facts = [
    figure(claim) && make("span", {}, `Figure: ${figure(claim)}`),
    when(claim).length && make("span", {}, "When: ", ...when(claim)),
    claim.place && make("span", {}, "Where: ", make("bdi", {}, claim.place)),
    claim.cue && !claim.quote.toLowerCase().includes(claim.cue.toLowerCase()) && make("span", {}, `Cue: “${claim.cue}”`),
  ].filter(Boolean);
  return make("article", { class: "card" },
    make("div", {}, speakerOf(claim), ...badges),
    withEvent ? make("div", { class: claim.stance }, `${STANCES[claim.stance]}: `, link(claim.event, titleOf(events.get(claim.event)))) : "",
    make("blockquote", { dir: "auto" }, ...marked(claim)),
    facts.length ? make("div", { class: "facts" }, ...facts) : "",
    make("div", { class: "facts" }, ...bundle.map(source)));
}

function more(list, render, holder) {
  let at = 0;
  const button = make("button", { type: "button", class: "more", onclick: () => grow(true) });
  function grow(focus) {
    const fresh = list.slice(at, at + LISTED).map(render);
    holder.append(...fresh);
    at += fresh.length;
    button.textContent = `Show ${Math.min(LISTED, list.length - at)} more of ${list.length}`;
    button.hidden = at >= list.length;
    const first = focus && fresh[0] && fresh[0].querySelector("button");
    if (first) first.focus();
  }
  grow(false);
  return [holder, button];
}

function sums(list) {
  const counts = tally(list);
  const signs = { asserts: "say", denies: "deny", unconfirmed: "unconfirmed" };
  return make("span", { class: "sums" }, ...Object.keys(STANCES).filter((stance) => counts[stance])
    .map((stance) => make("span", { class: stance }, make("b", {}, String(counts[stance])), ` ${signs[stance]}`)));
}

const eventRow = (event) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => choose(event.id) },
  make("span", {}, make("bdi", {}, titleOf(event))), sums(claimsOf(event))));
const agentRow = (agent) => make("li", {}, make("button", { type: "button", class: "row", onclick: () => choose(agent.key) },
  make("span", {}, make("bdi", {}, agent.label)), make("span", { class: "sums" }, agent.words)));

function block(title, list, render) {
  if (!list.length) return [];
  return [make("h3", {}, `${title} (${NUMBER.format(list.length)})`), ...more(list, render, make("ul", { class: "list" }))];
}

// Which figure is claimed by whom: one entry a figure, the smallest first. A long list opens on demand,
// so that both sides' words are in sight at once.
function figures(list) {
  const least = (claim) => Number(claim.quantity_low || claim.quantity_high);
  const told = new Map();
  for (const bundle of cards(list.filter((claim) => figure(claim)).sort((a, b) => least(a) - least(b)))) {
    const name = figure(bundle[0]);
    told.set(name, [...(told.get(name) || []), bundle[0]]);
  }
  if (!told.size) return [];
  const said = (claim) => make("dd", {}, speakerOf(claim), make("span", { class: "quiet" },
    `, ${STANCES[claim.stance].toLowerCase()} as ${MODALITIES[claim.modality]}: “`, make("bdi", {}, claim.quantity_words), "”", when(claim).length ? ", " : "", ...when(claim)));
  const entries = [...told].flatMap(([name, by]) => [make("dt", {}, name), ...by.map(said)]);
  const count = entries.length - told.size;
  return [make("details", { class: "figures", open: count <= FIGURES_OPEN ? "" : null },
    make("summary", {}, `Figures claimed (${count})`), make("dl", {}, ...entries))];
}

const overviewLink = () => make("button", { type: "button", class: "link", onclick: () => choose("") }, "Overview");

function eventPanel(event) {
  const list = claimsOf(event);
  const seen = list.filter((claim) => passes(claim));
  const roles = (title, keys) => keys.length ? [make("dt", {}, title),
    make("dd", {}, ...keys.flatMap((key, at) => [at ? ", " : "", link(key, nameOf(key))]))] : [];
  const sides = Object.keys(STANCES).map((stance) => [stance, cards(seen.filter((claim) => claim.stance === stance))])
    .filter(([, bundles]) => bundles.length);
  return [
    make("div", { class: "top" }, make("span", {}, event.words), overviewLink()),
    make("h2", {}, make("bdi", {}, titleOf(event))),
    make("p", {}, event.contested ? make("span", { class: "badge clash" }, "contested") : "", event.contested ? " " : "",
      make("span", { class: "quiet" }, `${plural(list.length, "claim")} in ${plural(event.articles, "article")}, ${event.stories} independent`)),
    make("dl", {}, ...roles("Who acts", event.actors), ...roles("Upon whom", event.recipients)),
    ...figures(seen),
    seen.length < list.length ? make("p", { class: "quiet" }, `${plural(list.length - seen.length, "claim")} hidden by the filters.`) : "",
    make("div", { class: sides.length > 1 ? "sides two" : "sides" }, ...sides.map(([stance, bundles]) =>
      make("section", { class: `side ${stance}` }, make("h3", {}, `${STANCES[stance]} (${bundles.length})`),
        ...more(bundles, (bundle) => card(bundle, false), make("div"))))),
  ];
}

function agentPanel(agent) {
  const made = given.claims.filter((claim) => (claim.speaker === agent.key || claim.claimant === agent.key) && passes(claim));
  const part = given.events.filter((event) => passesEvent(event) && (event.actors.includes(agent.key) || event.recipients.includes(agent.key)));
  const voices = given.agents.filter((other) => other.of === agent.key);
  return [
    make("div", { class: "top" }, make("span", {}, agent.words), overviewLink()),
    make("h2", {}, make("bdi", {}, agent.label)),
    make("dl", {},
      ...(agent.of ? [make("dt", {}, "Belongs to"), make("dd", {}, link(agent.of, nameOf(agent.of)))] : []),
      ...(agent.iso3 ? [make("dt", {}, "Code"), make("dd", {}, agent.iso3)] : []),
      ...(agent.wikidata ? [make("dt", {}, "Wikidata"), make("dd", {}, agent.wikidata)] : []),
      ...(voices.length ? [make("dt", {}, "Voices"), make("dd", {}, ...voices.flatMap((voice, at) => [at ? ", " : "", link(voice.key, voice.label)]))] : [])),
    ...block("Takes part in", part, eventRow),
    ...(made.length ? [make("h3", {}, `Claims (${cards(made).length})`), ...more(cards(made), (bundle) => card(bundle, true), make("div"))] : []),
  ];
}

function foundPanel(found) {
  const total = found.agents.length + found.events.length + found.claims.length;
  return [
    make("div", { class: "top" }, make("span", {}, "Search"), make("button", { type: "button", class: "link", onclick: () => find("") }, "Clear")),
    make("h2", {}, total ? `${plural(total, "hit")} for “${view.query}”` : `Nothing holds “${view.query}”`),
    ...block("Agents", found.agents, agentRow),
    ...block("Events", found.events, eventRow),
    ...(found.claims.length ? [make("h3", {}, `Words of quotes (${found.claims.length})`),
      ...more(cards(found.claims), (bundle) => card(bundle, true), make("div"))] : []),
  ];
}

function overview() {
  const many = (one, other) => other.claims.length - one.claims.length;
  const shown = given.events.filter((event) => passesEvent(event) && claimsOf(event).some((claim) => passes(claim)));
  const involved = new Map();
  for (const event of shown) for (const key of new Set([...event.actors, ...event.recipients])) involved.set(key, (involved.get(key) || 0) + 1);
  const busiest = [...involved.keys()].sort((one, other) => involved.get(other) - involved.get(one));
  return [
    make("h2", {}, "Who says what, and who denies it"),
    make("p", { class: "quiet" }, "Nothing here is held to be a fact: each line is what somebody says. Choose an event to read both sides in their own words."),
    ...block("Contested events", shown.filter((event) => event.contested).sort(many), eventRow),
    ...block("Other events", shown.filter((event) => !event.contested).sort(many), eventRow),
    ...block("Agents", busiest.map((key) => agents.get(key)), agentRow),
  ];
}

function showPanel() {
  const found = search(view.query);
  const event = events.get(view.select), agent = agents.get(view.select);
  const content = event ? eventPanel(event) : agent ? agentPanel(agent) : found ? foundPanel(found) : overview();
  $("panel").replaceChildren(...content.filter((node) => node !== ""));
  $("panel").scrollTop = 0;
}
