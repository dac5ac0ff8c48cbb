// A dispute at a glance: who spoke when, which figures stand against each other, who answered whom, where.

const LANES_MOST = 8;
const GLYPHS = { asserts: "●", denies: "✕", unconfirmed: "?" };
const VERBS = { asserts: "asserts", denies: "denies", unconfirmed: "does not confirm" };

const gather = (list, kind) => {
  const found = new Map();
  for (const one of list) found.set(kind(one), [...(found.get(kind(one)) || []), one]);
  return found;
};

// A lane for each claimant, along the days of publication, and who answered whom; both sides' own
// words are to stay in sight beneath, so that it opens by itself only where no figures stand above.
function lanes(places, open) {
  const dated = places.filter((place) => !Number.isNaN(grain.days[place]));
  const days = dated.map((place) => grain.days[place]), first = Math.min(...days), last = Math.max(...days);
  const by = [...gather(dated, (place) => keyAt(columns.speaker[place]))].sort(([, one], [, other]) => other.length - one.length);
  if (dated.length < 2 || (first === last && by.length < 2)) return [];
  const shown = by.slice(0, LANES_MOST), rest = by.length - shown.length;
  const at = (number) => (last > first ? (number - first) / (last - first) : 0.5);
  const axis = make("div", { class: "lane axis" }, make("span", {}, "Published"), make("span", { class: "ends" }, day(dayText(first)), last > first ? day(dayText(last)) : ""));
  return [make("details", { class: "lanes", open: open ? "" : null }, make("summary", {}, "Who spoke when, and who answered whom"),
    ...shown.map(([speaker, own]) => lane(speaker, own, at)), axis,
    rest > 0 ? make("p", { class: "quiet" }, `${plural(rest, "other claimant")} beneath, among both sides`) : "",
    make("p", { class: "quiet" }, ...STANCE_NAMES.flatMap((name) => [make("span", { class: name, "aria-hidden": "true" }, GLYPHS[name]), ` ${VERBS[name]}  `])),
    ...answered(places).slice(0, ANSWERS_MOST).map((one) => make("p", {}, link(columns.id[one.places[0]], answerWords(one)), ` (${plural(one.places.length, "claim")})`)))];
}

function lane(speaker, places, at) {
  const track = make("div", { class: "track-line" });
  const name = speaker ? nameOf(speaker) : "The articles themselves";
  for (const [number, own] of gather(places, (place) => grain.days[place])) {
    [...gather(own, (place) => columns.stance[place])].forEach(([stance, some], beside) => {
      const label = `${dayText(number)}: ${name} ${VERBS[stance]}, ${plural(some.length, "claim")}`;
      const spot = make("button", { type: "button", class: `spot ${stance}`, title: label, "aria-label": label, onclick: () => choose(columns.id[some[0]]) }, GLYPHS[stance]);
      spot.style.left = `calc(${(100 * at(number)).toFixed(2)}% - ${(24 * at(number) - 24 * beside * (at(number) > 0.5 ? -1 : 1)).toFixed(1)}px)`;
      track.append(spot);
    });
  }
  return make("div", { class: "lane" }, make("span", { class: "names" }, speaker ? link(speaker, name) : name), track);
}

// Who takes up whose claim: a denial names the claims that it disputes.
function answered(places) {
  const found = new Map();
  for (const place of places) {
    if (columns.stance[place] === "asserts" || !columns.disputes[place].length) continue;
    const key = JSON.stringify([keyAt(columns.speaker[place]), columns.stance[place]]);
    const one = found.get(key) || { places: [], whom: new Map() };
    one.places.push(place);
    for (const speaker of new Set(columns.disputes[place].map((other) => keyAt(columns.speaker[other])))) one.whom.set(speaker, (one.whom.get(speaker) || 0) + 1);
    found.set(key, one);
  }
  return [...found].map(([key, one]) => ({ key, who: JSON.parse(key)[0], stance: JSON.parse(key)[1], ...one }))
    .sort((one, other) => other.places.length - one.places.length || (one.key < other.key ? -1 : 1));
}

const WHOM_MOST = 4, ANSWERS_MOST = 6;
const called = (key) => (key ? nameOf(key) : "the articles themselves");

function answerWords({ who, stance, whom }) {
  const names = [...whom].sort(([, one], [, other]) => other - one).map(([key]) => short(called(key)));
  const rest = names.length - WHOM_MOST, listed = names.slice(0, WHOM_MOST).join(", ") + (rest > 0 ? ` and ${plural(rest, "other")}` : "");
  return `${called(who)} ${VERBS[stance]} what is said by ${listed}`;
}

const answerRow = (one) => row(columns.id[one.places[0]], answerWords(one), make("span", { class: "sums" }, plural(one.places.length, "claim")));

function answers(places) {
  const found = answered(places);
  return found.length ? block("Who answered whom", found, answerRow) : [];
}

// Places by the state that they lie in: a hint where it is, without a map.
function whereabouts(places) {
  const told = places.filter((place) => columns.place[place]);
  if (!told.length) return [];
  const states = [...gather(told, (place) => columns.place_of[place])].sort(([, one], [, other]) => other.length - one.length);
  const names = (own) => [...gather(own, (place) => columns.place[place])].sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([name, some], at) => [at ? ", " : "", make("bdi", {}, name), some.length > 1 ? ` (${some.length})` : ""]);
  return [make("h3", {}, "Where"), make("dl", { class: "where" }, ...states.flatMap(([state, own]) =>
    [make("dt", {}, state && agents.has(state) ? link(state, nameOf(state)) : state || "elsewhere"), make("dd", {}, ...names(own))]))];
}
