// What is in view, to take along: the drawing as PNG, its claims as CSV.

const SHARP = 2; // picture dots a screen pixel
const CSV_COLUMNS = [
  "id", "event", "event_title", "event_class", "actors", "recipients", "claimant", "claimant_of", "stance", "modality", "negated",
  "phase", "quantity_words", "quantity_low", "quantity_high", "unit", "time_start", "time_end", "time_text", "place", "cue",
  "quote", "start", "end", "article", "title", "publisher", "published",
];

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = make("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function csvRow(place) {
  const claim = claimAt(place), event = claim.about;
  const names = (keys) => keys.map(nameOf).join("|");
  const told = { ...claim, event: event.id, event_title: event.title, event_class: event.event_class, actors: names(event.actors), recipients: names(event.recipients),
    claimant: claim.claimant ? nameOf(claim.claimant) : "", claimant_of: claim.speaker ? nameOf(claim.speaker) : "", negated: Boolean(claim.negated) };
  return CSV_COLUMNS.map((name) => cell(String(told[name] ?? ""))).join(",");
}

// As RFC 4180 has it, every character as it is in the article.
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function exportCsv() {
  const lines = [CSV_COLUMNS.join(","), ...inView().map(csvRow)];
  // The mark in front tells spreadsheets that this is UTF-8.
  save(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), "claims.csv");
  say(`${plural(lines.length - 1, "claim")} saved as claims.csv`);
}

// What the picture shows, in words beneath it.
function caption() {
  const parts = [$("counts").textContent];
  if (view.select) parts.push(`chosen: ${nodeName(view.select)}`);
  if (view.query) parts.push(`search: ${view.query}`);
  if (view.hidden.size) parts.push(`without ${[...view.hidden].sort().join(", ")}`);
  if (view.contested) parts.push("only contested");
  if (view.backed) parts.push("two or more independent stories");
  if (view.claimant) parts.push(`said by ${view.claimant === NOBODY ? "the articles themselves" : nameOf(view.claimant)}`);
  if (view.article) parts.push(`article ${view.article}`);
  if (view.from || view.to) parts.push(`published ${view.from || "…"} to ${view.to || "…"}`);
  return parts.map((part) => (part.length > 160 ? `${part.slice(0, 159)}…` : part)).join(" · ");
}

function exportPng() {
  if (view.table) { view.table = false; refresh(); }
  const frame = $("network").getBoundingClientRect();
  const { width, height } = frame, foot = 34;
  const picture = make("canvas", { width: Math.round(width * SHARP), height: Math.round((height + foot) * SHARP) });
  const ink = picture.getContext("2d");
  ink.scale(SHARP, SHARP);
  ink.fillStyle = colours.paper;
  ink.fillRect(0, 0, width, height + foot);
  drawSharp(frame, (canvas) => ink.drawImage(canvas, 0, 0, width, height));
  ink.font = `12px ${FACE}`;
  ink.fillStyle = colours.ink;
  ink.fillText(`${document.title}: ${caption()}`, 12, height + 21, width - 24);
  picture.toBlob((blob) => { save(blob, "network.png"); say("Picture saved as network.png"); }, "image/png");
}

// vis-network draws for the screen's dots; for the picture the drawing is made larger for a moment.
function drawSharp({ width, height }, take) {
  const scale = network.getScale(), position = network.getViewPosition();
  const sized = (factor) => {
    network.setSize(factor === 1 ? "100%" : `${width * factor}px`, factor === 1 ? "100%" : `${height * factor}px`);
    network.moveTo({ position, scale: scale * factor, animation: false });
    network.redraw();
  };
  sized(SHARP);
  take($("network").querySelector("canvas"));
  sized(1);
}
