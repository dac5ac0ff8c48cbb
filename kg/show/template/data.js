// What the page was given, indexed. Words from articles are only ever put in as text.

const given = JSON.parse(document.getElementById("data").textContent);
const agents = new Map(given.agents.map((agent) => [agent.key, agent]));
const events = new Map(given.events.map((event) => [event.id, event]));
const claims = new Map(given.claims.map((claim) => [claim.id, claim]));
const STANCES = { asserts: "Asserted", denies: "Denied", unconfirmed: "Unconfirmed" };
const VERBS = { asserts: "assert", denies: "deny", unconfirmed: "not confirming" };
const MODALITIES = {
  actual: "actual", alleged: "alleged", planned: "planned",
  possible: "possible", conditional: "conditional",
};
const NUMBER = new Intl.NumberFormat("en");

// The view: everything that the address keeps, and nothing else.
const view = { select: "", query: "", hidden: new Set(), contested: false, table: false };

const $ = (id) => document.getElementById(id);

function make(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (name === "class") node.className = value;
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== "" && child !== null));
  return node;
}

const nameOf = (key) => (agents.has(key) ? agents.get(key).label : key);
const titleOf = (event) => event.label || event.words;
const claimsOf = (event) => event.claims.map((id) => claims.get(id));
const passesEvent = (event) =>
  !view.hidden.has(event.event_class) && (!view.contested || event.contested);
const passes = (claim) =>
  !view.hidden.has(claim.stance) && !view.hidden.has(claim.modality) &&
  passesEvent(events.get(claim.event));

function tally(list) {
  const counts = { asserts: 0, denies: 0, unconfirmed: 0 };
  for (const claim of list) counts[claim.stance] += 1;
  return counts;
}

function figure(claim) {
  if (!claim.quantity_words) return "";
  const [low, high] = [claim.quantity_low, claim.quantity_high].map((text) =>
    text === "" ? "" : NUMBER.format(Number(text)));
  if (!low && !high) return "";
  if (low === high) return `${low} ${claim.unit}`;
  if (low && high) return `${low}–${high} ${claim.unit}`;
  return low ? `at least ${low} ${claim.unit}` : `at most ${high} ${claim.unit}`;
}

const day = (date) => (date ? make("time", { datetime: date }, date) : "");

// When, in the claim's words and in days; nothing where the claim does not tell.
function when(claim) {
  const { time_start: start, time_end: end, time_text: words } = claim;
  const days = start === end ? [day(start)] : [start && "from ", day(start), start && end && " ", end && "to ", day(end)];
  const told = days.filter(Boolean);
  return words && told.length ? [words, " (", ...told, ")"] : words ? [words] : told;
}

const plural = (count, noun) => `${NUMBER.format(count)} ${noun}${count === 1 ? "" : "s"}`;

function search(text) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const hit = (...fields) => {
    const all = fields.join(" ").toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  };
  if (!words.length) return null;
  return {
    agents: given.agents.filter((agent) => hit(agent.label, agent.iso3)),
    events: given.events.filter((event) => hit(titleOf(event), event.words)),
    claims: given.claims.filter((claim) => hit(claim.quote, claim.title)),
  };
}
