// One claim in full: its whole sentence, how sure the reading is, and the way to its source.

const HOW_FIRM = {
  actual: "told as what is or was", alleged: "told as hearsay", planned: "told as a plan",
  possible: "told as possible", conditional: "told on a condition",
};
const READERS = { lexicon: "the lexicon", taught: "the taught network" };
const FRAGMENT_WORDS = 8; // words by which a browser finds the quote in the page that it came from

// One claim, and the other side's claims on the same event beside it.
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

// The quote within its sentence.
function inSentence(claim) {
  if (!claim.sentence) return marked(claim);
  const end = claim.within + claim.quote.length;
  return [claim.sentence.slice(0, claim.within), make("span", { class: "said" }, ...marked(claim)), claim.sentence.slice(end)].filter(Boolean);
}

// Where the graph tells origins: how many other claims on the event go back to the same one.
function sameOrigin(claim) {
  const own = (claim.more && claim.more.origins ? claim.more.origins : "").split("|").filter(Boolean);
  const shared = claim.about.claims.filter((place) => place !== claim.at && columns.more[place] &&
    (columns.more[place].origins || "").split("|").some((origin) => own.includes(origin)));
  return shared.length ? `${plural(shared.length, "other claim")} on this event` : "";
}

// How far the reading may be trusted; a claim that nobody reckoned says nothing.
function certain(claim) {
  if (claim.certainty === "") return "";
  const chance = Number(claim.certainty);
  return make("span", {}, make("meter", { min: 0, max: 1, low: 0.3, high: 0.6, optimum: 1, value: chance, "aria-hidden": "true" }),
    ` ${claim.certainty}: of readings like this, ${Math.round(100 * chance)} in 100 are wholly right`);
}

const readers = (claim) => claim.read_by.split("|").filter(Boolean).map((name) => READERS[name] || inWords(name)).join(" and ");

// Only what a browser opens as a page becomes a link: an address is a text of the article's like any other.
function safeAddress(text) {
  try {
    const { protocol, href } = new URL(text);
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}

const outside = (href, text) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, make("bdi", {}, text));

// Browsers that know text fragments open the page where the words stand; others open its top.
function toQuote(address, quote) {
  const words = quote.split(/\s+/).slice(0, FRAGMENT_WORDS).join(" ");
  return `${address}${address.includes("#") ? "" : "#"}:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}

// The article at its publisher, and the text that the offsets count in, where a build put it beside the page.
function sources(claim) {
  const address = safeAddress(claim.url), links = [];
  if (address) links.push(outside(toQuote(address, claim.quote), `at ${new URL(address).hostname}`));
  if (location.protocol !== "about:") links.push(outside(toQuote(`articles/${encodeURIComponent(claim.article)}.txt`, claim.quote), "as it was read"));
  return links.flatMap((one, at) => [at ? ", " : "", one]);
}

function fullClaim(claim) {
  const fact = (name, ...value) => (value.some(Boolean) ? [make("dt", {}, name), make("dd", {}, ...value)] : []);
  const text = (value) => (value ? make("bdi", {}, value) : "");
  const state = claim.place_of ? ` (${nameOf(claim.place_of)})` : "";
  return make("article", { class: "card" },
    make("blockquote", { dir: "auto", class: "large" }, ...inSentence(claim)),
    make("dl", {},
      ...fact("Claimant", speakerOf(claim)), ...fact("Event", link(claim.about.id, claim.about.title)),
      ...fact("Firmness", `${claim.modality}, ${HOW_FIRM[claim.modality]}`, claim.negated ? "; says it does not happen" : ""),
      ...fact("Certainty", certain(claim)), ...fact("Read by", readers(claim)), ...fact("Source", ...sources(claim)), ...fact("Phase", claim.phase),
      ...fact("Figure", figure(claim)), ...fact("When", ...when(claim)), ...fact("Where", text(claim.place && claim.place + state)), ...fact("Cue", text(claim.cue)),
      ...Object.entries(claim.more || {}).filter(([name]) => name !== "origins").flatMap(([name, value]) => fact(inWords(name), text(name === "kind" ? inWords(value) : value))),
      ...fact("Same origin", sameOrigin(claim)),
      ...fact("Article", text(claim.title || claim.article)), ...fact("Publisher", text(claim.publisher)), ...fact("Published", day(claim.published)),
      ...fact("Characters", `${claim.start}–${claim.end} of `, text(claim.article)), ...fact("Claim", claim.id)));
}
