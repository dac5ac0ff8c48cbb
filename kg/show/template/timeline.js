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
  for (const name of ["earliest", "latest"]) $(name).max = time.last - time.first;
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
  $("bars").setAttribute("viewBox", `0 0 ${bars.length} ${HIGH}`);
  $("bars").replaceChildren(...bars.flatMap((bar, at) => bricks(bar, at, most, inside(at))));
  showScale(most, from, to, undated);
}

function bricks(bar, at, most, inside) {
  let top = HIGH;
  return STANCE_NAMES.flatMap((name, stance) => {
    if (!bar[stance]) return [];
    const high = (bar[stance] / most) * HIGH;
    top -= high;
    const look = { class: `brick ${name}${inside ? "" : " outside"}`, x: at + 0.08, width: 0.84, y: top, height: high };
    return [shape("rect", look)];
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
  for (const [name, value] of [["earliest", from], ["latest", to]]) {
    $(name).value = clamp(value, time.first, time.last) - time.first;
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
      let [from, to] = [Number($("earliest").value), Number($("latest").value)];
      if (from > to) [from, to] = name === "earliest" ? [to, to] : [from, from];
      chooseDays(time.first + from, time.first + to);
    });
  }
  $("all-time").addEventListener("click", () => { view.from = view.to = ""; refresh(); $("earliest").focus(); });
}
