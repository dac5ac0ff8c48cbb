// All claims, opened from the compressed block after the first picture is drawn.

const agents = new Map(), events = new Map(), bundles = new Map(), claimPlaces = new Map();
const lists = { agents: [], events: [], bundles: [], articles: [], ordered: [] }; // ordered: events, the most telling first
let columns = null; // of claims; null until they are opened
let sentences = []; // what claims were read from, where it is more than their quotes
let haystack = null; // quotes and titles in small letters, made at the first search

async function inflate(text) {
  const raw = atob(text.trim());
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

async function openDetail() {
  const block = $("detail");
  const packed = await inflate(block.textContent);
  block.remove(); // it is not needed twice
  lists.articles = packed.articles;
  for (const article of packed.articles) article.day = dayNumber(article.published);
  lists.agents = packed.agents;
  for (const agent of packed.agents) agents.set(agent.key, agent);
  sentences = packed.sentences;
  lists.events = packed.events.map(([id, label, event_class, actors, recipients, first = "", last = "", status = ""], place) => ({
    id, place, event_class, actors: actors.map(keyAt), recipients: recipients.map(keyAt), first, last, status,
    alone: id.startsWith(given.series), // told of the series, and of none of its events
    words: CLASSES.get(event_class), title: label || CLASSES.get(event_class), claims: [], bundles: [],
  }));
  for (const event of lists.events) events.set(event.id, event);
  lists.bundles = packed.bundles.map(bundleOf);
  for (const bundle of lists.bundles) bundles.set(bundle.id, bundle);
  columns = packed.claims;
  columns.id.forEach((id, place) => claimPlaces.set(id, place));
  columns.event.forEach((event, place) => lists.events[event].claims.push(place));
  for (const event of lists.events) judge(event);
  lists.ordered = [...lists.events].sort(telling);
}

const keyAt = (place) => (place < 0 ? "" : lists.agents[place].key);

function bundleOf([event_class, from, to, members], place) {
  const [sources, targets] = [from.map(keyAt), to.map(keyAt)];
  for (const event of members) lists.events[event].bundles.push(place);
  return { id: [event_class, sources.join("+"), targets.join("+")].join("|"), place, event_class, sources, targets, events: members };
}

const telling = (one, other) => other.contested - one.contested || other.stories - one.stories ||
  other.claims.length - one.claims.length || one.place - other.place;

function judge(event) {
  const said = new Set(event.claims.map((place) => columns.stance[place]));
  event.contested = said.has("asserts") && said.has("denies");
  event.stories = new Set(event.claims.map((place) => columns.story[place])).size;
}

// How much stands behind some claims: copies are one story, words of one source one origin.
function support(places) {
  const articles = new Set(places.map((place) => columns.article[place]));
  const stories = new Set(places.map((place) => columns.story[place]));
  const publishers = new Set(places.map((place) => (columns.more[place] || {}).published_by).filter(Boolean));
  const origins = new Set(places.flatMap((place) => ((columns.more[place] || {}).origins || "").split("|").filter(Boolean)));
  return [plural(articles.size, "article"), plural(stories.size, "independent story", "independent stories"),
    ...(publishers.size ? [plural(publishers.size, "publisher")] : []), ...(origins.size ? [plural(origins.size, "origin")] : [])].join(", ");
}

// One claim as an object, made when it is shown.
function claimAt(place) {
  const claim = { at: place };
  for (const name of Object.keys(columns)) claim[name] = columns[name][place];
  const article = lists.articles[claim.article];
  claim.claimant = keyAt(claim.claimant);
  claim.speaker = keyAt(claim.speaker);
  claim.about = lists.events[claim.event];
  claim.sentence = claim.sentence < 0 ? "" : sentences[claim.sentence];
  return Object.assign(claim, article);
}

const nameOf = (key) => (agents.has(key) ? agents.get(key).label : key);
const endsOf = (line) => [...line.sources, ...line.targets];

function lineTitle(line) {
  const names = (keys) => keys.map(nameOf).join(", ");
  const words = CLASSES.get(line.event_class);
  if (!endsOf(line).length) return words;
  return line.targets.length ? `${words}: ${names(line.sources) || "unnamed"} → ${names(line.targets)}` : `${words}: ${names(line.sources)}`;
}

// All that an agent is called, in small letters: its name, code and other names.
function calledOf(agent) {
  agent.called = agent.called || [agent.label, agent.iso3, ...(agent.aliases || [])].join(" ").toLocaleLowerCase();
  return agent.called;
}

// Every word must be in one of the agent's names or its code, the event's title, or the quote and its article's title.
function search(text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length || !columns) return null;
  const titles = lists.articles.map((article) => article.title.toLocaleLowerCase());
  haystack = haystack || columns.quote.map((quote, place) => `${quote.toLocaleLowerCase()} ${titles[columns.article[place]]}`);
  const hit = (all) => words.every((word) => all.includes(word));
  const found = { agents: [], events: [], claims: [] };
  for (const agent of lists.agents) if (hit(calledOf(agent))) found.agents.push(agent);
  for (const event of lists.events) if (hit(event.title.toLocaleLowerCase())) found.events.push(event);
  haystack.forEach((all, place) => { if (hit(all)) found.claims.push(place); });
  return found;
}
