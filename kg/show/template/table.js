// The same claims as a table, for those who cannot or would not use the picture.

const TABLE_ROWS = 200;

function tableRow(claim) {
  const event = events.get(claim.event);
  return make("tr", {},
    make("td", {}, link(event.id, titleOf(event)), make("div", { class: "quiet" }, event.words)),
    make("td", {}, speakerOf(claim)),
    make("td", { class: `stance ${claim.stance}` }, STANCES[claim.stance], make("div", { class: "quiet" },
      `${claim.negated ? "not, " : ""}${MODALITIES[claim.modality]}`)),
    make("td", { class: "quote", dir: "auto" }, ...marked(claim)),
    make("td", {}, figure(claim), make("div", { class: "quiet" }, ...when(claim))),
    make("td", {}, make("bdi", {}, claim.title || claim.article), make("div", { class: "quiet" },
      claim.publisher, claim.publisher && claim.published ? ", " : "", day(claim.published))));
}

function showTable() {
  if (!view.table) return $("table").replaceChildren();
  const found = search(view.query);
  const hits = found && new Set(found.claims.map((claim) => claim.id));
  const about = (claim) => !events.has(view.select) && !agents.has(view.select) ? !hits || hits.has(claim.id)
    : [claim.event, claim.speaker, claim.claimant].includes(view.select);
  const list = given.claims.filter((claim) => passes(claim) && about(claim));
  const head = ["Event", "Who says it", "Stance", "Words", "Figure, time", "Article"];
  const body = make("tbody");
  const caption = make("caption", {}, `${plural(list.length, "claim")} that pass filters, choice and search`);
  let at = 0;
  const widths = make("colgroup", {}, ...head.map(() => make("col")));
  const button = make("button", { type: "button", class: "more", onclick: grow }, "Show more");
  function grow() {
    body.append(...list.slice(at, at + TABLE_ROWS).map(tableRow));
    at += TABLE_ROWS;
    button.hidden = at >= list.length;
  }
  grow();
  return $("table").replaceChildren(
    make("table", {}, caption, widths, make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))), body),
    button);
}
