// Questions in words: each sets filters and opens the list that answers it.

const GROUP_ROWS = 6; // entries of a group in sight before the rest is asked for
const FIRM = new Set(["actual", "alleged"]);
const only = (group, ...wanted) => { for (const name of GROUPS[group]) if (!wanted.includes(name)) view.hidden.add(name); };
const unfiltered = () => {};

// Each question: its words, the filters that it sets, what its list shows, and its answer.
const ASKED = {
  denials: { words: "Who denies what?", set: () => only("stance", "denies"), told: "Denials only, by who denies.", answer: denials },
  contested: { words: "What is contested?", set: () => { view.contested = true; }, told: "Events that somebody asserts and somebody denies.", answer: () => eventsOf("Contested events", (event) => event.contested) },
  figures: { words: "Which figures differ?", set: unfiltered, told: "Events of which figures in one unit lie apart, the widest apart first.", answer: differing },
  changed: { words: "What changed since …?", set: () => { view.from = view.from || recent(); }, told: "Claims of articles published since then.", answer: changes },
  answers: { words: "Who answers whom?", set: unfiltered, told: "Whose claims are taken up by whom, the most often first.", answer: () => answers(passingPlaces()) },
  backed: { words: "What do several sources tell?", set: () => { view.backed = true; }, told: "Events that two or more independent stories tell, the most told first.", answer: backed },
  planned: { words: "What is only planned or possible?", set: () => only("modality", ...MODALITIES.filter((name) => !FIRM.has(name))), told: "Events that nobody asserts as done.", answer: planned },
  open: { words: "What is left unconfirmed?", set: () => only("stance", "unconfirmed"), told: "What somebody neither asserts nor denies.", answer: () => eventsOf("Left unconfirmed", () => true) },
  speakers: { words: "Who says the most?", set: unfiltered, told: "Claimants by the number of their claims.", answer: speakers },
  where: { words: "Where does it happen?", set: unfiltered, told: "Places that claims name, by state.", answer: () => whereList() },
  between: { words: "How are two connected?", set: unfiltered, told: "The shortest ways over lines that pass the filters.", answer: () => ways(true) },
  doubtful: { words: "Which claims to doubt?", set: unfiltered, told: "Claims that the readers were least sure of.", answer: doubtful },
};

const OFFERED = {
  changed: () => time.last > time.first, where: () => columns.place.some(Boolean),
  doubtful: () => columns.certainty.some(Boolean), between: () => lists.agents.length > 1,
};

function questions() {
  const asked = Object.entries(ASKED).filter(([name]) => !OFFERED[name] || OFFERED[name]());
  return [make("ul", { class: "questions", "aria-label": "Questions" }, ...asked.map(([name, { words }]) =>
    make("li", {}, make("button", { type: "button", onclick: () => ask(name) }, words))))];
}

function ask(name) {
  const since = view.from;
  clearFilters();
  if (name === "changed") view.from = since;
  Object.assign(view, { ask: name, select: "", query: "" });
  ASKED[name].set();
  refresh();
  $("panel").querySelector("h2").focus({ preventScroll: true });
  if (narrow.matches) showBeneath(true);
  say(`${ASKED[name].words} ${$("panel").querySelectorAll(".row").length} entries`);
}

function leave() {
  view.ask = "";
  clearFilters();
  refresh();
  $("panel").focus({ preventScroll: true });
}

function answerPanel({ words, told: explained, answer }) {
  const found = answer().filter(Boolean);
  return [
    make("div", { class: "top" }, make("span", {}, "Question"), make("button", { type: "button", class: "link", onclick: leave }, "All questions")),
    heading(words), make("p", { class: "quiet" }, explained), ...found,
    found.length ? "" : make("p", { class: "quiet" }, "Nothing that passes the filters answers this."),
  ];
}

function passingPlaces() {
  const found = [];
  for (let at = 0; at < sieve.claims.length; at += 1) if (passes(at) && eventInScope(lists.events[columns.event[at]])) found.push(at);
  return found;
}

const shownEvents = () => lists.ordered.filter((event) => eventInScope(event) && event.claims.some(passes));
const eventsOf = (title, wanted) => block(title, shownEvents().filter(wanted), eventRow);

// Groups with a heading each: {title, key, list} of events.
function grouped(groups) {
  return more(groups, ({ title, key, list }) => {
    const holder = make("ul", { class: "list" }, ...list.slice(0, GROUP_ROWS).map(eventRow));
    const rest = list.slice(GROUP_ROWS);
    const open = make("button", { type: "button", class: "link", onclick: () => { holder.append(...rest.map(eventRow)); open.remove(); holder.children[GROUP_ROWS].firstChild.focus(); } }, `${NUMBER.format(rest.length)} more`);
    return make("section", {}, make("h3", {}, key ? link(key, title) : make("bdi", {}, title), ` (${NUMBER.format(list.length)})`), holder, rest.length ? open : "");
  }, make("div"));
}

const eventsAt = (places) => [...new Set(places.map((at) => lists.events[columns.event[at]]))].sort(telling);

function denials() {
  const by = gather(passingPlaces().filter((at) => columns.stance[at] === "denies"), (at) => keyAt(columns.speaker[at]));
  const groups = [...by].map(([key, own]) => ({ key, title: key ? nameOf(key) : "The articles themselves", list: eventsAt(own), size: own.length }));
  return groups.length ? grouped(groups.sort((one, other) => other.size - one.size || (one.key < other.key ? -1 : 1))) : [];
}

function differing() {
  const found = [];
  for (const event of shownEvents()) {
    const places = event.alone ? [] : passing(event).filter(hasFigure);
    if (places.length < 2) continue;
    const apart = figuresByUnit(places).filter(differ);
    if (apart.length) found.push({ event, apart: apart[0].told, times: apart[0].told.at(-1).high / (apart[0].told[0].low || 1) });
  }
  found.sort((one, other) => other.times - one.times || one.event.place - other.event.place);
  return block("Events", found, ({ event, apart }) => row(event.id, event.title, make("span", { class: "sums" }, `${apart[0].name} … ${apart.at(-1).name}`)));
}

// The day from which "since" is asked where nobody chose one: a week before the last, later where all is younger.
const recent = () => dayText(Math.max(time.first + 1, time.last - 7));

function changes() {
  const from = dayNumber(view.from) ?? time.first, isNew = (at) => grain.days[at] >= from;
  const since = make("input", { type: "date", value: view.from, min: dayText(time.first), max: dayText(time.last), "aria-label": "Since" });
  since.addEventListener("change", () => { view.from = since.value; refresh(); });
  const shown = shownEvents().map((event) => ({ event, before: event.claims.filter((at) => sieve.free[at] && !isNew(at)) }));
  const stances = (places) => new Set(places.map((at) => columns.stance[at]));
  const clashes = (places) => stances(places).has("asserts") && stances(places).has("denies");
  const fresh = shown.filter(({ before }) => !before.length), known = shown.filter(({ before }) => before.length);
  const turned = known.filter(({ event, before }) => !clashes(before) && clashes([...before, ...passing(event)]));
  const figure = (at) => `${columns.quantity_low[at]}–${columns.quantity_high[at]} ${columns.unit[at]}`;
  const counted = known.filter(({ event, before }) => passing(event).some((at) => hasFigure(at) && !before.map(figure).includes(figure(at))));
  const list = (title, some) => block(title, some.map(({ event }) => event), eventRow);
  return [make("p", {}, make("label", {}, "Since ", since)), ...list("Contested now", turned), ...list("New figures", counted), ...list("New events", fresh),
    ...list("More is said", known.filter((one) => !turned.includes(one) && !counted.includes(one)))];
}

function backed() {
  return block("Events", shownEvents().filter((event) => !event.alone).sort((one, other) => other.stories - one.stories || one.place - other.place),
  (event) => row(event.id, event.title, make("span", { class: "sums" }, support(event.claims))));
}

function planned() {
  return eventsOf("Planned, possible or conditional", (event) =>
  event.claims.every((at) => columns.stance[at] !== "asserts" || grain.negated[at] || !FIRM.has(columns.modality[at])));
}

function speakers() {
  const by = [...gather(passingPlaces(), (at) => keyAt(columns.speaker[at]))].filter(([key]) => key).sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return block("Claimants", by, ([key, own]) => row(key, nameOf(key), sums(own)));
}

function whereList() {
  const by = gather(passingPlaces().filter((at) => columns.place[at]), (at) => JSON.stringify([columns.place[at], columns.place_of[at]]));
  const groups = [...by].map(([told, own]) => {
    const [name, state] = JSON.parse(told);
    return { title: state ? `${name} (${nameOf(state)})` : name, list: eventsAt(own), size: own.length };
  });
  return groups.length ? grouped(groups.sort((one, other) => other.size - one.size || (one.title < other.title ? -1 : 1))) : [];
}

function doubtful() {
  const least = passingPlaces().filter((at) => columns.certainty[at] !== "").sort((one, other) => columns.certainty[one] - columns.certainty[other] || one - other);
  return least.length ? more(least, (at) => card([claimAt(at)], true), make("div")) : [];
}
