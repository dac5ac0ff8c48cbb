// The same claims as a table, for those who cannot or would not use the picture.

const TABLE_ROWS = 100;
// Its columns, and what each is sorted by.
const HEADS = {
  event: ["Event", (place) => lists.events[columns.event[place]].title],
  who: ["Who says it", (place) => (columns.claimant[place] < 0 ? "" : lists.agents[columns.claimant[place]].label)],
  stance: ["Stance", (place) => grain.stance[place] * 10 + grain.modality[place]],
  words: ["Words", (place) => columns.quote[place]],
  figure: ["Figure, time", (place) => (hasFigure(place) ? Number(columns.quantity_low[place] || columns.quantity_high[place]) : Infinity)],
  article: ["Article", (place) => lists.articles[columns.article[place]].published || "~"],
};

function tableRow(place) {
  const claim = claimAt(place);
  return make("tr", {},
    make("td", {}, link(claim.about.id, claim.about.title), make("div", { class: "quiet" }, claim.about.words)),
    make("td", {}, speakerOf(claim)),
    make("td", { class: `stance ${claim.stance}` }, STANCES[claim.stance], make("div", { class: "quiet" },
      `${claim.negated ? "not, " : ""}${claim.modality}`)),
    make("td", { class: "quote", dir: "auto" }, ...marked(claim), " ", opener(claim)),
    make("td", {}, figure(claim), make("div", { class: "quiet" }, ...when(claim))),
    make("td", {}, make("bdi", {}, claim.title || claim.article), make("div", { class: "quiet" },
      make("bdi", {}, claim.publisher), claim.publisher && claim.published ? ", " : "", day(claim.published))));
}

// Places of the claims in view: those that pass the filters, the choice and the search.
function inView() {
  const kind = kindOf(view.select), found = kind ? null : search(view.query);
  const hits = found && new Set(found.claims);
  const chosen = kind === "event" ? new Set([events.get(view.select).place])
    : kind === "line" ? new Set(bundles.get(view.select).events)
    : kind === "claim" ? new Set([columns.event[claimPlaces.get(view.select)]]) : null;
  const own = kind === "agent" ? lists.agents.indexOf(agents.get(view.select)) : -1;
  const part = new Set(own < 0 ? [] : lists.events.filter((event) => event.actors.includes(view.select) || event.recipients.includes(view.select)).map((event) => event.place));
  const near = scope.lines && new Set(lists.events.filter(eventInScope).map((event) => event.place));
  const list = [];
  for (let place = 0; place < sieve.claims.length; place += 1) {
    if (!passes(place)) continue;
    if (chosen && !chosen.has(columns.event[place])) continue;
    if (near && !near.has(columns.event[place])) continue;
    if (own >= 0 && columns.speaker[place] !== own && columns.claimant[place] !== own && !part.has(columns.event[place])) continue;
    if (!hits || hits.has(place)) list.push(place);
  }
  return list;
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

// In the order asked for; "-" before the column's name turns it round.
function sorted(list) {
  const back = view.sort.startsWith("-"), head = HEADS[view.sort.replace("-", "")];
  if (!head) return list;
  const keys = new Map(list.map((place) => [place, head[1](place)]));
  const compare = (one, other) => (typeof one === "string" ? COLLATOR.compare(one, other) : one === other ? 0 : one - other);
  return [...list].sort((one, other) => (back ? -1 : 1) * compare(keys.get(one), keys.get(other)) || one - other);
}

function headCell([name, [words]]) {
  const state = view.sort === name ? "ascending" : view.sort === `-${name}` ? "descending" : null;
  const press = () => {
    view.sort = state === "ascending" ? `-${name}` : state === "descending" ? "" : name;
    refresh();
    $("table").querySelector(`[data-sort="${name}"]`).focus();
  };
  return make("th", { scope: "col", "aria-sort": state }, make("button", { type: "button", class: "sort", "data-sort": name, onclick: press },
    words, make("span", { "aria-hidden": "true" }, state === "ascending" ? " ▲" : state === "descending" ? " ▼" : " ↕")));
}

function showTable() {
  if (!view.table) return $("table").replaceChildren();
  const list = sorted(inView());
  const body = make("tbody");
  const caption = make("caption", {}, `${plural(list.length, "claim")} that pass filters, choice and search`);
  const widths = make("colgroup", {}, ...Object.keys(HEADS).map(() => make("col")));
  let at = 0;
  const button = make("button", { type: "button", class: "more", onclick: () => { const first = at; grow(); body.rows[first].querySelector("button").focus(); } }, "Show more");
  function grow() {
    body.append(...list.slice(at, at + TABLE_ROWS).map(tableRow));
    at += TABLE_ROWS;
    button.hidden = at >= list.length;
  }
  grow();
  if (!list.length) body.append(make("tr", { class: "none" }, make("td", { colspan: Object.keys(HEADS).length }, "No rows: no claim passes filters, choice and search.")));
  return $("table").replaceChildren(
    make("table", {}, caption, widths, make("thead", {}, make("tr", {}, ...Object.entries(HEADS).map(headCell))), body),
    button);
}
