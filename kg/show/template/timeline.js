// Claims per day of publication under the drawing. A stretch is chosen by dragging over the bars,
// by the two handles with pointer or arrow keys, or in the date fields of the legend.

const BARS_MOST = 120;
const BAR_DAYS = [1, 7, 30, 91, 365, 3653];
const HIGH = 46;
const time = { first: 0, last: -1, step: 1, from: 0 };

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

function prepareTimeline() {
  const days = lists.articles.map((article) => article.day).filter((one) => one !== null);
  if (!days.length) return;
  time.first = days.reduce((one, other) => Math.min(one, other));
  time.last = days.reduce((one, other) => Math.max(one, other));
  time.step = BAR_DAYS.find((step) => (time.last - time.first + 1) / step <= BARS_MOST) || BAR_DAYS.at(-1);
  for (const name of ["earliest", "latest"]) $(name).max = time.last - time.first + 1;
  for (const name of ["from", "to"]) {
    $(name).min = dayText(time.first);
    $(name).max = dayText(time.last);
  }
  $("timeline").hidden = time.first === time.last;
}

const count = () => Math.ceil((time.last - time.first + 1) / time.step);

function sumsPerBar() {
  const bars = Array.from({ length: count() }, () => [0, 0, 0]);
  let undated = 0;
  for (let place = 0; place < sieve.free.length; place += 1) {
    if (!sieve.free[place]) continue;
    const at = grain.days[place];
    if (Number.isNaN(at)) undated += 1;
    else bars[Math.floor((at - time.first) / time.step)][grain.stance[place]] += 1;
  }
  return { bars, undated };
}

function showTimeline() {
  if (time.last <= time.first) return;
  const { bars, undated } = sumsPerBar();
  const most = Math.max(1, ...bars.map((bar) => bar[0] + bar[1] + bar[2]));
  const from = dayNumber(view.from) ?? time.first, to = dayNumber(view.to) ?? time.last;
  const inside = (at) => time.first + (at + 1) * time.step > from && time.first + at * time.step <= to;
  const wide = $("bars").clientWidth || 600; // in pixels, so that hatches are not stretched
  $("bars").setAttribute("viewBox", `0 0 ${wide} ${HIGH}`);
  $("bars").replaceChildren(...hatches(), ...bars.flatMap((bar, at) => bricks(bar, at, most, inside(at), wide / bars.length)));
  showScale(most, from, to, undated);
}

// Denied is hatched and unconfirmed dotted, so that the bars are told without colour.
function hatches() {
  const pattern = (id, ...marks) => shape("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", class: id }, shape("rect", { width: 6, height: 6, class: "ground" }), ...marks);
  return [
    pattern("hatch-denies", shape("path", { d: "M-1 1l2-2M0 6l6-6M5 7l2-2", class: "stroke" })),
    pattern("hatch-unconfirmed", shape("circle", { cx: 3, cy: 3, r: 1.3, class: "dot" })),
  ];
}

function bricks(bar, at, most, inside, step) {
  let top = HIGH;
  const first = dayText(time.first + at * time.step);
  const told = `${time.step > 1 ? "from " : ""}${first}: ${STANCE_NAMES.map((name, place) => `${bar[place]} ${SIGNS[name]}`).join(", ")}`;
  return STANCE_NAMES.flatMap((name, stance) => {
    if (!bar[stance]) return [];
    const high = (bar[stance] / most) * HIGH;
    top -= high;
    const gap = Math.min(step * 0.16, 24);
    const look = { class: `brick ${name}${inside ? "" : " outside"}`, x: at * step + gap / 2, width: step - gap, y: top, height: high };
    if (name !== "asserts") look.fill = `url(#hatch-${name})`;
    return [shape("rect", look, shape("title", {}, told))];
  });
}

function showScale(most, from, to, undated) {
  const unit = { 1: "day", 7: "week", 30: "30 days", 91: "quarter", 365: "year" }[time.step] || `${time.step} days`;
  const chosen = Boolean(view.from || view.to);
  $("time-first").textContent = dayText(time.first);
  $("time-last").textContent = dayText(time.last);
  $("time-said").textContent = (chosen ? `Chosen: ${dayText(from)} to ${dayText(to)}` : `Claims per ${unit} of publication, at most ${NUMBER.format(most)}`) +
    (undated ? `; ${plural(undated, "claim")} without a date${chosen ? " left out" : ""}` : "");
  $("all-time").hidden = !chosen;
  // The first handle stands where its day begins, the last where its day ends.
  for (const [name, value, past] of [["earliest", from, 0], ["latest", to, 1]]) {
    $(name).value = clamp(value, time.first, time.last) - time.first + past;
    $(name).setAttribute("aria-valuetext", dayText(clamp(value, time.first, time.last)));
  }
  const span = time.last - time.first + 1;
  $("window").style.left = `${(100 * (clamp(from, time.first, time.last) - time.first)) / span}%`;
  $("window").style.right = `${(100 * (time.last - clamp(to, time.first, time.last))) / span}%`;
  $("window").hidden = !chosen;
}

// The whole time is no choice: claims without a date pass then.
function chooseDays(from, to) {
  const [one, other] = [clamp(Math.min(from, to), time.first, time.last), clamp(Math.max(from, to), time.first, time.last)];
  view.from = one === time.first && other === time.last ? "" : dayText(one);
  view.to = view.from ? dayText(other) : "";
  refresh();
}

function listenTimeline() {
  const at = (event) => {
    const { left, width } = $("bars").getBoundingClientRect();
    return time.first + Math.floor(clamp((event.clientX - left) / width, 0, 0.9999) * (time.last - time.first + 1));
  };
  const stretch = (event) => {
    const here = at(event), bar = time.first + Math.floor((here - time.first) / time.step) * time.step;
    return here >= time.from ? [time.from, Math.max(bar + time.step - 1, here)] : [bar, time.from];
  };
  let waiting = 0;
  $("bars").addEventListener("pointerdown", (event) => {
    const here = at(event);
    time.from = time.first + Math.floor((here - time.first) / time.step) * time.step;
    $("bars").setPointerCapture(event.pointerId);
    chooseDays(...stretch(event));
  });
  $("bars").addEventListener("pointermove", (event) => {
    if (!$("bars").hasPointerCapture(event.pointerId)) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => chooseDays(...stretch(event)));
  });
  for (const name of ["earliest", "latest"]) {
    $(name).addEventListener("input", () => {
      let [from, to] = [Number($("earliest").value), Number($("latest").value) - 1];
      if (from > to) [from, to] = name === "earliest" ? [to, to] : [from, from];
      chooseDays(time.first + from, time.first + to);
    });
  }
  new ResizeObserver(() => showTimeline()).observe($("bars"));
  $("all-time").addEventListener("click", () => { view.from = view.to = ""; refresh(); $("earliest").focus(); });
}
