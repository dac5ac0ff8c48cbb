// Which claims pass the filters, and what that leaves of each line: counted anew at every change.
// Plain arrays by place: 50,000 claims are counted in a few milliseconds.

const STANCE_NAMES = Object.keys(STANCES);
const NOT_SAID = MODALITIES.length; // firmness of a line that nobody asserts
const sieve = { claims: null, undated: null, days: null };
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

function sift() {
  const { tally, firm, stories, seen, sides: said } = sieve;
  said.fill(0);
  tally.fill(0);
  firm.fill(NOT_SAID);
  stories.fill(0);
  sieve.round += 1;
  const { event: about, first, lines, slots, from: slotOf } = grain;
  const shut = new Map(given.classes.map(([name]) => [name, view.hidden.has(name)]));
  const stands = lists.events.map((event) => !shut.get(event.event_class) &&
    (!view.contested || event.contested) && (!view.backed || event.stories > 1));
  const stances = STANCE_NAMES.map((name) => !view.hidden.has(name));
  const modalities = MODALITIES.map((name) => !view.hidden.has(name));
  const who = whoPasses(), article = lists.articles.map((one) => !view.article || one.article === view.article);
  const from = dayNumber(view.from) ?? -Infinity, to = dayNumber(view.to) ?? Infinity;
  const dated = Boolean(view.from || view.to);
  for (let place = 0; place < sieve.claims.length; place += 1) {
    const event = about[place], stance = grain.stance[place], modality = grain.modality[place];
    const free = stands[event] && stances[stance] && modalities[modality] && article[columns.article[place]] && who(place);
    const inside = free && (!dated || (grain.days[place] >= from && grain.days[place] <= to));
    sieve.free[place] = free ? 1 : 0;
    sieve.claims[place] = inside ? 1 : 0;
    if (!inside) continue;
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
  if (!view.claimant) return () => true;
  if (view.claimant === NOBODY) return (place) => columns.claimant[place] < 0;
  const wanted = lists.agents.findIndex((agent) => agent.key === view.claimant);
  return (place) => columns.claimant[place] === wanted || columns.speaker[place] === wanted;
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
