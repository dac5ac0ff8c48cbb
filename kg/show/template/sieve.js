// Which claims pass the filters, and what that leaves of each line: counted anew at every change.
// Plain arrays by place: 50,000 claims are counted in a few milliseconds.

const STANCE_NAMES = Object.keys(STANCES);
const NOT_SAID = MODALITIES.length; // firmness of a line that nobody asserts
const sieve = { claims: null, free: null, facets: null };
let grain = null; // claims in small numbers

function prepare() {
  const count = columns.id.length;
  grain = {
    stance: Uint8Array.from(columns.stance, (name) => STANCE_NAMES.indexOf(name)),
    modality: Uint8Array.from(columns.modality, (name) => MODALITIES.indexOf(name)),
    days: Float64Array.from(columns.article, (place) => lists.articles[place].day ?? NaN),
    event: Int32Array.from(columns.event),
    negated: Uint8Array.from(columns.negated),
    ...flatLines(),
  };
  Object.assign(grain, storySlots(count));
  const size = lists.bundles.length;
  sieve.claims = new Uint8Array(count);
  sieve.free = new Uint8Array(count); // passes all but the choice of days
  sieve.tally = new Int32Array(3 * size);
  sieve.firm = new Uint8Array(size);
  sieve.stories = new Int32Array(size);
  sieve.contested = new Uint8Array(size);
  sieve.sides = new Uint8Array(lists.events.length); // which stances pass on an event, a bit each
  sieve.seen = new Uint32Array(grain.slotCount);
  sieve.round = 0;
}

// The lines of all events in one row: those of event n are lines[first[n]] to before lines[first[n + 1]].
function flatLines() {
  const first = new Int32Array(lists.events.length + 1);
  lists.events.forEach((event, place) => { first[place + 1] = first[place] + event.bundles.length; });
  return { first, lines: Int32Array.from(lists.events.flatMap((event) => event.bundles)) };
}

// A number for each pair of line and story, so that a story is counted once a line; in one row by claim.
function storySlots(count) {
  const numbers = new Map(), slots = [], from = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    from[place] = slots.length;
    for (let at = grain.first[grain.event[place]]; at < grain.first[grain.event[place] + 1]; at += 1) {
      const pair = grain.lines[at] * count + columns.story[place];
      let number = numbers.get(pair);
      if (number === undefined) numbers.set(pair, number = numbers.size);
      slots.push(number);
    }
  }
  return { slots: Int32Array.from(slots), from, slotCount: numbers.size };
}

// What a claim fails in, a bit each: a count beside a filter leaves that filter itself aside.
const FAILS = { stance: 1, modality: 2, event_class: 4, event: 8, article: 16, claimant: 32, days: 64 };

function sift() {
  const { tally, firm, stories, seen, sides: said } = sieve;
  for (const counts of [said, tally, stories]) counts.fill(0);
  firm.fill(NOT_SAID);
  sieve.round += 1;
  const { event: about, first, lines, slots, from: slotOf } = grain;
  const failed = failing();
  sieve.facets = emptyFacets();
  for (let place = 0; place < sieve.claims.length; place += 1) {
    const fails = failed(place), event = about[place], stance = grain.stance[place], modality = grain.modality[place];
    sieve.free[place] = (fails & ~FAILS.days) === 0 ? 1 : 0;
    sieve.claims[place] = fails === 0 ? 1 : 0;
    if ((fails & (fails - 1)) === 0) countFacets(place, fails); // fails in one thing at most
    if (fails) continue;
    said[event] |= 1 << stance;
    for (let at = first[event], slot = slotOf[place]; at < first[event + 1]; at += 1, slot += 1) {
      const line = lines[at];
      tally[3 * line + stance] += 1;
      if (stance === 0 && !grain.negated[place] && modality < firm[line]) firm[line] = modality;
      if (seen[slots[slot]] !== sieve.round) {
        seen[slots[slot]] = sieve.round;
        stories[line] += 1;
      }
    }
  }
  findContested();
  findScope();
}

function failing() {
  const shut = new Map(given.classes.map(([name]) => [name, view.hidden.has(name)]));
  const ofEvent = lists.events.map((event) => (shut.get(event.event_class) ? FAILS.event_class : 0) |
    ((view.contested && !event.contested) || (view.backed && event.stories < 2) ? FAILS.event : 0));
  const ofStance = STANCE_NAMES.map((name) => (view.hidden.has(name) ? FAILS.stance : 0));
  const ofModality = MODALITIES.map((name) => (view.hidden.has(name) ? FAILS.modality : 0));
  const who = whoPasses(), from = dayNumber(view.from) ?? -Infinity, to = dayNumber(view.to) ?? Infinity;
  const dated = Boolean(view.from || view.to);
  const ofArticle = lists.articles.map((one) => (view.article.size && !view.article.has(one.article) ? FAILS.article : 0) |
    (dated && !(one.day !== null && one.day >= from && one.day <= to) ? FAILS.days : 0));
  return (place) => ofEvent[grain.event[place]] | ofStance[grain.stance[place]] | ofModality[grain.modality[place]] |
    ofArticle[columns.article[place]] | (who(place) ? 0 : FAILS.claimant);
}

const emptyFacets = () => ({ stance: new Int32Array(STANCE_NAMES.length), modality: new Int32Array(MODALITIES.length),
  event_class: new Map(given.classes.map(([name]) => [name, 0])), claimant: new Int32Array(lists.agents.length + 1), article: new Int32Array(lists.articles.length) });

// How many claims each filter would leave, beside the other filters.
function countFacets(place, fails) {
  const { facets } = sieve, counts = (name) => fails === 0 || fails === FAILS[name];
  if (counts("stance")) facets.stance[grain.stance[place]] += 1;
  if (counts("modality")) facets.modality[grain.modality[place]] += 1;
  if (counts("article")) facets.article[columns.article[place]] += 1;
  if (counts("event_class")) {
    const name = lists.events[grain.event[place]].event_class;
    facets.event_class.set(name, facets.event_class.get(name) + 1);
  }
  if (counts("claimant")) {
    const [who, speaker] = [columns.claimant[place], columns.speaker[place]];
    facets.claimant[who + 1] += 1; // before all agents stands the article's own voice
    if (speaker !== who) facets.claimant[speaker + 1] += 1;
  }
}

// A line is contested where one of its events is both asserted and denied by claims that pass.
function findContested() {
  sieve.contested.fill(0);
  sieve.sides.forEach((said, place) => {
    if ((said & BOTH) === BOTH) for (const line of lists.events[place].bundles) sieve.contested[line] = 1;
  });
}

const BOTH = 3; // the bits of asserts and denies
const NOBODY = "article"; // in the address: claims in an article's own voice

function whoPasses() {
  if (!view.claimant.size) return () => true;
  const wanted = Uint8Array.from(lists.agents, (agent) => (view.claimant.has(agent.key) ? 1 : 0)), own = view.claimant.has(NOBODY);
  return (place) => (columns.claimant[place] < 0 ? own : wanted[columns.claimant[place]] === 1 || wanted[columns.speaker[place]] === 1);
}

const passes = (place) => sieve.claims[place] === 1;
const passing = (event) => event.claims.filter(passes);

// A line as the drawing takes it, with what passes; the head gives the same at opening.
function lineAt(place) {
  const { tally, firm, stories } = sieve, bundle = lists.bundles[place];
  const stances = {};
  STANCE_NAMES.forEach((name, at) => { if (tally[3 * place + at]) stances[name] = tally[3 * place + at]; });
  return { ...bundle, stances, firmness: MODALITIES[firm[place]] || "", stories: stories[place], contested: sieve.contested[place] === 1 };
}

// Places of the lines that anything passes on, the most telling first.
function ranked() {
  const { tally, stories } = sieve, found = [];
  const weight = new Float64Array(stories.length);
  for (let line = 0; line < stories.length; line += 1) {
    if (!stories[line]) continue;
    const [said, denied, open] = [tally[3 * line], tally[3 * line + 1], tally[3 * line + 2]];
    weight[line] = sieve.contested[line] * 1e12 + stories[line] * 1e6 + said + denied + open;
    found.push(line);
  }
  return found.sort((one, other) => weight[other] - weight[one] || one - other);
}
