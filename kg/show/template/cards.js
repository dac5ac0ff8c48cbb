// A claim as a card: who says it, how firmly, in which words, where and when.

const LISTED = 40; // entries of a list shown before "Show more"
const FIGURES_OPEN = 4; // entries that leave both sides' words in sight on a laptop; more open on demand

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
  if (claim.speaker !== claim.claimant) who.append(make("span", { class: "quiet" }, " for ", make("bdi", {}, nameOf(claim.speaker))));
  return who;
}

// The same words on the same event are one card: copies of one report in several articles, and the
// claims of all whom one sentence names ("both A and B deny"). Figures are told by claimant.
function cards(places, apart = false) {
  const bundled = new Map();
  for (const place of places) {
    const claim = claimAt(place);
    const key = JSON.stringify([claim.event, apart && claim.claimant, claim.stance, claim.modality, claim.negated, claim.quote]);
    bundled.set(key, [...(bundled.get(key) || []), claim]);
  }
  return [...bundled.values()];
}

function source(claim) {
  const where = [claim.publisher, claim.published].filter(Boolean).join(", ");
  return make("span", { title: claim.article.slice(0, 400) }, make("bdi", {}, claim.title || claim.article), where ? " (" : "",
    ...(where ? [make("bdi", {}, claim.publisher), claim.publisher && claim.published ? ", " : "", day(claim.published), ")"] : []));
}

function badges(claim) {
  return [
    make("span", { class: "badge" }, claim.modality),
    claim.negated ? make("span", { class: "badge clash" }, "says it does not happen") : "",
    claim.more && claim.more.kind ? make("span", { class: "badge" }, inWords(claim.more.kind)) : "",
    claim.phase === "starts" || !claim.phase ? "" : make("span", { class: "badge" }, claim.phase),
  ].flatMap((badge) => (badge ? [" ", badge] : []));
}

function facts(claim) {
  return [
    figure(claim) && make("span", {}, `Figure: ${figure(claim)}`),
    when(claim).length && make("span", {}, "When: ", ...when(claim)),
    claim.place && make("span", {}, "Where: ", make("bdi", {}, claim.place)),
    claim.certainty && make("span", {}, `Certainty: ${claim.certainty}`),
    claim.cue && !claim.quote.toLowerCase().includes(claim.cue.toLowerCase()) && make("span", {}, "Cue: “", make("bdi", {}, claim.cue), "”"),
  ].filter(Boolean);
}

function card(bundle, withEvent) {
  const claim = bundle[0], told = facts(claim);
  const speakers = firsts(bundle, (one) => one.claimant), articles = firsts(bundle, (one) => one.article);
  return make("article", { class: "card" },
    make("div", {}, ...speakers.flatMap((one, at) => [at ? ", " : "", speakerOf(one)]), ...badges(claim)),
    withEvent ? make("div", { class: claim.stance }, `${STANCES[claim.stance]}: `, link(claim.about.id, claim.about.title)) : "",
    make("blockquote", { dir: "auto" }, ...marked(claim)),
    told.length ? make("div", { class: "facts" }, ...told) : "",
    make("div", { class: "facts" }, ...articles.map(source)),
    make("div", { class: "facts" }, ...speakers.map((one) => opener(one, speakers.length > 1))));
}

// The first of each kind.
function firsts(list, kind) {
  const found = new Map();
  for (const one of list) if (!found.has(kind(one))) found.set(kind(one), one);
  return [...found.values()];
}

function opener(claim, named = false) {
  const words = named ? `Open the claim of ${short(claim.claimant ? nameOf(claim.claimant) : "the article")}` : "Open this claim";
  const name = `${words}: ${STANCES[claim.stance].toLowerCase()}, ${short(claim.quote)}`;
  return make("button", { type: "button", class: "link", "aria-label": name, onclick: () => choose(claim.id) }, words);
}

function more(list, render, holder) {
  let at = 0;
  const button = make("button", { type: "button", class: "more", onclick: () => grow(true) });
  function grow(focus) {
    const fresh = list.slice(at, at + LISTED).map(render);
    holder.append(...fresh);
    at += fresh.length;
    button.textContent = `Show ${Math.min(LISTED, list.length - at)} more of ${NUMBER.format(list.length)}`;
    button.hidden = at >= list.length;
    const first = focus && fresh[0] && fresh[0].querySelector("button");
    if (first) first.focus();
  }
  grow(false);
  return [holder, button];
}

function sums(places) {
  const counts = { asserts: 0, denies: 0, unconfirmed: 0 };
  for (const place of places) counts[columns.stance[place]] += 1;
  return make("span", { class: "sums" }, ...STANCE_NAMES.filter((stance) => counts[stance])
    .map((stance) => make("span", { class: stance }, make("b", {}, NUMBER.format(counts[stance])), ` ${SIGNS[stance]}`)));
}

const SAYS = { asserts: "says so", denies: "denies it", unconfirmed: "leaves it unconfirmed" };
