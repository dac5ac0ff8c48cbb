// Lists of which several may be wanted at once: who speaks, and in which articles.

const PICKS_SHOWN = 40; // entries in sight; typing narrows the list down to what is sought

const PICKS = {
  claimant: {
    all: [], // {value, text, place}: its place in the counts beside filters
    none: "Anybody",
    entries: () => [{ value: NOBODY, text: "The article itself", sought: "the article itself", place: 0 },
      ...lists.agents.map((agent, at) => ({ value: agent.key, text: agent.label, sought: calledOf(agent), place: at + 1 }))],
    order: (one, other) => sieve.facets.claimant[other.place] - sieve.facets.claimant[one.place] || one.place - other.place,
  },
  article: {
    all: [],
    none: "Any",
    entries: () => lists.articles.map((article, place) => ({ value: article.article, place,
      text: `${article.published} ${article.title || article.article}`.trim(), sought: `${article.published} ${article.title} ${article.article} ${article.publisher}`.toLocaleLowerCase() })),
    order: (one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : one.place - other.place),
  },
};

// Only who speaks somewhere is listed.
function fillLists() {
  const spoken = new Set([0, ...columns.claimant.map((place) => place + 1), ...columns.speaker.map((place) => place + 1)]);
  for (const [name, pick] of Object.entries(PICKS)) {
    pick.all = pick.entries().filter(({ place }) => name !== "claimant" || spoken.has(place));
    $(`${name}-find`).disabled = false;
    $(`${name}-find`).addEventListener("input", () => showPick(name));
    $(`${name}-box`).addEventListener("toggle", () => showPick(name));
  }
}

function showPick(name) {
  const pick = PICKS[name], words = $(`${name}-find`).value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  $(`${name}-chosen`).textContent = chosenWords(name);
  if (!$(`${name}-box`).open) return;
  const chosen = pick.all.filter(({ value }) => view[name].has(value));
  const found = pick.all.filter(({ value, sought }) => !view[name].has(value) && words.every((word) => sought.includes(word))).sort(pick.order);
  const listed = [...chosen, ...found.slice(0, PICKS_SHOWN)], held = document.activeElement?.dataset?.pick;
  $(`${name}-list`).replaceChildren(...listed.map((entry) => pickRow(name, entry)));
  const rest = found.length - PICKS_SHOWN;
  $(`${name}-rest`).textContent = rest > 0 ? `${NUMBER.format(rest)} more: type to narrow down` : found.length || chosen.length ? "" : "Nothing holds these words";
  // What was pressed is made anew: the focus stays on it.
  if (held) [...$(`${name}-list`).querySelectorAll("input")].find((box) => box.dataset.pick === held)?.focus();
}

function pickRow(name, { value, text, place }) {
  const box = make("input", { type: "checkbox", "data-pick": `${name} ${value}` });
  box.checked = view[name].has(value);
  box.addEventListener("change", () => {
    if (box.checked) view[name].add(value);
    else view[name].delete(value);
    refresh();
  });
  return make("li", { class: "key" }, make("label", { title: text.length > SHORT ? text.slice(0, 400) : null }, box, make("bdi", {}, short(text))),
    make("span", { class: "count" }, NUMBER.format(sieve.facets[name][place])));
}

function chosenWords(name) {
  const chosen = PICKS[name].all.filter(({ value }) => view[name].has(value));
  if (!view[name].size) return PICKS[name].none;
  return chosen.length === 1 ? short(chosen[0].text) : `${NUMBER.format(view[name].size)} chosen`;
}

function syncPicks() {
  for (const name of Object.keys(PICKS)) if (PICKS[name].all.length) showPick(name);
}
