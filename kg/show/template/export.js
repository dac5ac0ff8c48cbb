// What is in view, to take along: the drawing as PNG, its claims as CSV.

const SHARP = 2; // picture dots a screen pixel
const CSV_COLUMNS = [
  "id", "event", "event_title", "event_class", "actors", "recipients", "claimant", "claimant_of", "stance", "modality", "negated",
  "phase", "quantity_words", "quantity_low", "quantity_high", "unit", "time_start", "time_end", "time_text", "place", "cue",
  "quote", "start", "end", "article", "title", "publisher", "published", "url", "certainty", "read_by",
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

// What the picture shows and what it leaves out, in words beneath it.
function caption() {
  const parts = [$("counts").textContent];
  const { lines, passing: all } = drawnNow;
  parts.push(all > lines.length ? `drawn: ${NUMBER.format(lines.length)} of ${plural(all, "line")}, folded: ${NUMBER.format(all - lines.length)}` : `drawn: all ${plural(lines.length, "line")}`);
  if (view.select) parts.push(`chosen: ${nodeName(view.select)}`);
  if (scope.lines) parts.push(scopeWords());
  if (view.query) parts.push(`search: ${view.query}`);
  if (view.hidden.size) parts.push(`without ${[...view.hidden].sort().join(", ")}`);
  if (view.contested) parts.push("only contested");
  if (view.backed) parts.push("two or more independent stories");
  if (view.claimant.size) parts.push(`said by ${[...view.claimant].map((key) => (key === NOBODY ? "the articles themselves" : nameOf(key))).join(", ")}`);
  if (view.article.size) parts.push(`${view.article.size > 1 ? "articles" : "article"} ${[...view.article].join(", ")}`);
  if (view.from || view.to) parts.push(`published ${view.from || "…"} to ${view.to || "…"}`);
  return parts.map((part) => (part.length > 160 ? `${part.slice(0, 159)}…` : part));
}

const READING = "Line: who acts → upon whom. Blue asserted, red with bars ✕ denied, violet ? unconfirmed. Dots: alleged; dashes: planned, possible, conditional. Number: independent stories.";

// Words in as few lines as hold them.
function wrapped(ink, words, width) {
  const lines = [];
  for (const word of words) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && ink.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function exportPng() {
  if (view.table) { view.table = false; refresh(); }
  const frame = $("network").getBoundingClientRect(), { width, height } = frame;
  const picture = make("canvas"), ink = picture.getContext("2d"), face = `12px ${FACE}`;
  ink.font = face;
  const lines = wrapped(ink, `${document.title}: ${caption().join(" · ")}. ${READING}`.split(" "), width - 24), foot = 14 + 16 * lines.length;
  picture.width = Math.round(width * SHARP);
  picture.height = Math.round((height + foot) * SHARP);
  ink.scale(SHARP, SHARP);
  ink.fillStyle = colours.paper;
  ink.fillRect(0, 0, width, height + foot);
  drawSharp(frame, (canvas) => ink.drawImage(canvas, 0, 0, width, height));
  ink.font = face;
  ink.fillStyle = colours.ink;
  lines.forEach((line, at) => ink.fillText(line, 12, height + 17 + 16 * at, width - 24));
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
