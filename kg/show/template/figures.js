// Which figure is claimed by whom: a chart of what is counted in one unit, the smallest first.

const WIDE_SPAN = 100; // from largest to smallest; a wider one is drawn by powers of ten

const bounds = (claim) => {
  const low = claim.quantity_low === "" ? null : Number(claim.quantity_low), high = claim.quantity_high === "" ? null : Number(claim.quantity_high);
  return [low ?? high, high ?? low];
};

const hasFigure = (place) => Boolean(columns.quantity_low[place] || columns.quantity_high[place]);

// The figures of some claims by unit: {name, low, high, claims}, in order of size.
function figuresByUnit(places) {
  const units = gather(places.filter(hasFigure), (place) => columns.unit[place].toLowerCase());
  return [...units].map(([unit, own]) => {
    const told = [...gather(own.map(claimAt), figure)].map(([name, claims]) => {
      const [low, high] = bounds(claims[0]);
      return { name, low, high, claims };
    });
    return { unit, told: told.sort((one, other) => one.low - other.low || one.high - other.high) };
  }).sort((one, other) => other.told.length - one.told.length || (one.unit < other.unit ? -1 : 1));
}

// Some figure lies wholly above another of its unit.
const differ = ({ told }) => told.length > 1 && Math.min(...told.map(({ high }) => high)) < Math.max(...told.map(({ low }) => low));

function scaleOf(told) {
  const most = Math.max(...told.map(({ high }) => high)), least = Math.min(...told.map(({ low }) => low));
  if (least > 0 && most / least > WIDE_SPAN) {
    const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)) || 1];
    return { at: (value) => (Math.log10(value) - from) / Math.max(1, to - from), from: 10 ** from, to: 10 ** to };
  }
  return { at: (value) => (most > 0 ? clamp(value / most, 0, 1) : 0), from: 0, to: most };
}

function chartRow({ name, low, high, claims }, scale, several) {
  const bar = make("span", { class: "bar" }), track = make("span", { class: "gauge", "aria-hidden": "true" }, bar);
  bar.style.left = `${(100 * scale.at(low)).toFixed(2)}%`;
  bar.style.width = `${(100 * Math.max(0, scale.at(high) - scale.at(low))).toFixed(2)}%`;
  const said = cards(claims.map(({ at }) => at), true).map(([claim]) => make("dd", {}, speakerOf(claim), make("span", { class: "quiet" },
    ` ${SAYS[claim.stance]} (${claim.modality}): “`, make("bdi", {}, claim.quantity_words), "”", when(claim).length ? ", " : "", ...when(claim))));
  return [make("dt", {}, make("bdi", {}, name), make("span", { class: "quiet" }, ` in ${support(claims.map(({ at }) => at))}`), several ? track : ""), ...said];
}

function figures(places) {
  const units = figuresByUnit(places);
  if (!units.length) return [];
  const count = units.reduce((sum, { told }) => sum + told.reduce((n, { claims }) => n + cards(claims.map(({ at }) => at), true).length, 0), 0);
  const [{ told }] = units, span = told.length > 1 ? `: ${told[0].name} to ${told.at(-1).name}` : "";
  const charts = units.flatMap((unit) => {
    const scale = scaleOf(unit.told);
    return [make("dl", { class: "chart" }, ...unit.told.flatMap((one) => chartRow(one, scale, unit.told.length > 1))),
      unit.told.length > 1 ? make("p", { class: "ends quiet", "aria-hidden": "true" }, make("span", {}, NUMBER.format(scale.from)), make("span", {}, `${NUMBER.format(scale.to)} ${unit.unit}`)) : ""];
  });
  return [make("details", { class: "figures", open: count <= FIGURES_OPEN ? "" : null }, make("summary", {}, `Figures claimed, and by whom (${count})${span}`), ...charts)];
}
