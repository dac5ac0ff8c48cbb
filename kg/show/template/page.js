// What every part needs: making nodes, words for numbers and days, and what the page was given.
// Words from articles are only ever put in as text.

const given = JSON.parse(document.getElementById("head").textContent);
const STANCES = { asserts: "Asserted", denies: "Denied", unconfirmed: "Unconfirmed" };
const SIGNS = { asserts: "say", denies: "deny", unconfirmed: "unconfirmed" };
const MODALITIES = ["actual", "alleged", "planned", "possible", "conditional"];
const CLASSES = new Map(given.classes);
const NUMBER = new Intl.NumberFormat("en");
const DAY = 86400000;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const narrow = window.matchMedia("(max-width: 900px)");

const $ = (id) => document.getElementById(id);
const plural = (count, one, many = `${one}s`) => `${NUMBER.format(count)} ${count === 1 ? one : many}`;

function make(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (name === "class") node.className = value;
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== "" && child !== null));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

function shape(name, traits, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [trait, value] of Object.entries(traits)) node.setAttribute(trait, value);
  node.append(...children);
  return node;
}

function amount(text) {
  return text === "" ? "" : NUMBER.format(Number(text));
}

// A claim's figure in digits; "" where it gives none.
function figure(claim) {
  const [low, high] = [amount(claim.quantity_low), amount(claim.quantity_high)];
  if (!low && !high) return "";
  if (low === high) return `${low} ${claim.unit}`.trim();
  if (low && high) return `${low}–${high} ${claim.unit}`.trim();
  return (low ? `at least ${low} ${claim.unit}` : `at most ${high} ${claim.unit}`).trim();
}

const day = (date) => (date ? make("time", { datetime: date }, date) : "");

// When, in the claim's words and in days; nothing where the claim does not tell.
function when(claim) {
  const { time_start: start, time_end: end, time_text: words } = claim;
  const days = start === end ? [day(start)]
    : [start && "from ", day(start), start && end && " ", end && "to ", day(end)];
  const told = days.filter(Boolean);
  return words && told.length ? [words, " (", ...told, ")"] : words ? [words] : told;
}

// Days since 1970 of a date as articles carry it; null where it names no day.
function dayNumber(date) {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return found ? Date.UTC(found[1], found[2] - 1, found[3]) / DAY : null;
}

const dayText = (number) => new Date(number * DAY).toISOString().slice(0, 10);
// A column's or a term's name in words: counterAccusation, kind_of_denial.
const inWords = (name) => name.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
