// How agents and lines are painted. Shape, dashes, marks and width tell everything; colour repeats it.

const MARKS = { asserts: "", denies: "✕", unconfirmed: "?" };
const WIDEST = 8, THIN = 1.1;
const FACE = "system-ui, sans-serif";
const NAME = 18, WORDS = 17; // as the layout counts them
const FAINT = 0.16; // of what a choice or a search leaves aside
let colours = {};

function readColours() {
  const sheet = getComputedStyle(document.documentElement);
  colours = Object.fromEntries([
    "paper", "sheet", "ink", "quiet", "state", "on-state", "body", "on-body", "voice", "contested",
    "contested-rule", "focus", "asserts", "denies", "unconfirmed",
  ].map((name) => [name, sheet.getPropertyValue(`--${name}`).trim()]));
}

function faded(colour, strength) {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${strength})`;
}

// What a line says as a whole: contested where somebody asserts and somebody denies one of its events.
function standing({ stances, contested }) {
  if (contested) return "contested";
  return stances.asserts ? "asserts" : stances.denies ? "denies" : "unconfirmed";
}

const strokeOf = (state) => colours[state === "contested" ? "denies" : state];
const widthOf = (stories) => Math.min(1.4 + 1.3 * Math.log2(stories), WIDEST);

function lineLabel(line) {
  const { stances } = line;
  const marks = [stances.denies && (line.contested || !stances.asserts) ? MARKS.denies : "", stances.unconfirmed && (line.contested || !stances.asserts) ? MARKS.unconfirmed : "", line.stories > 1 ? line.stories : ""];
  const never = stances.asserts && !line.firmness, words = CLASSES.get(line.event_class);
  return `${never ? `no ${words.toLowerCase()}` : words} ${marks.filter(Boolean).join(" ")}`.trim();
}

const AGENT_LOOKS = {
  state: () => [colours.state, colours.state, "dot", 1],
  body: () => [colours.body, colours["on-body"], "square", 1.5],
  voice: () => [colours.voice, colours.quiet, "dot", 1.5],
};

function agentNode(node, [x, y], lit) {
  const [fill, rule, form, width] = AGENT_LOOKS[node.group]();
  const border = faded(rule, lit ? 1 : FAINT), own = { background: fill, border };
  return {
    id: node.id, x, y, label: node.label, shape: form, size: node.size / 2, opacity: lit ? 1 : FAINT, borderWidth: width, borderWidthSelected: width + 4,
    color: { ...own, hover: { background: fill, border: colours.focus }, highlight: { background: fill, border: colours.focus } },
    font: { size: NAME, face: FACE, color: faded(colours.ink, lit ? 1 : 0.35), strokeWidth: 6, strokeColor: faded(colours.paper, lit ? 0.85 : 0), vadjust: -3 },
    shapeProperties: { borderDashes: node.group === "voice" ? [4, 3] : false },
  };
}

function lineNode(line, [x, y], lit) {
  const state = standing(line), clash = state === "contested";
  const rule = faded(clash ? colours["contested-rule"] : strokeOf(state), lit ? 1 : FAINT);
  const fill = clash ? colours.contested : colours.sheet;
  return {
    id: line.id, x, y, label: lineLabel(line), shape: "box", margin: 5, opacity: lit ? 1 : FAINT,
    borderWidth: clash ? 2.5 : 1, borderWidthSelected: clash ? 4.5 : 4,
    color: { background: fill, border: rule, hover: { background: fill, border: colours.focus }, highlight: { background: fill, border: colours.focus } },
    font: { size: WORDS, face: FACE, color: faded(colours.ink, lit ? 1 : 0.35) },
    shapeProperties: { borderRadius: clash ? 2 : 9, borderDashes: line.firmness && given.dashes[line.firmness].length ? given.dashes[line.firmness].slice(0, 2).map((stroke) => Math.min(stroke, 6)) : false },
  };
}

const CROSS = { enabled: true, type: "bar", scaleFactor: 0.8 };
const DOUBT = { enabled: true, type: "diamond", scaleFactor: 0.6 };

function crossing(state) {
  return state === "contested" || state === "denies" ? CROSS : state === "unconfirmed" ? DOUBT : { enabled: false };
}

// The parts of a line: from all who act to its words, and on to all whom it is done to.
function halves(line, lit) {
  const state = standing(line);
  const shade = faded(strokeOf(state), lit ? 1 : FAINT);
  const look = { dashes: given.dashes[line.firmness]?.length ? given.dashes[line.firmness] : false,
    width: widthOf(line.stories), color: { color: shade, highlight: shade, hover: shade } };
  const middle = crossing(state);
  const directed = line.targets.length > 0;
  const tip = { enabled: directed, type: "arrow", scaleFactor: Math.max(0.45, 0.9 - 0.05 * look.width) };
  return [
    ...line.sources.map((key, at) => ({ id: `${line.id}|${at}`, from: key, to: line.id, ...look, arrows: { middle, to: { enabled: false } } })),
    ...line.targets.map((key, at) => ({ id: `${line.id}|${line.sources.length + at}`, from: line.id, to: key, ...look, arrows: { middle, to: tip } })),
  ];
}

const ENDS = { asserts: "circle", denies: "bar", unconfirmed: "diamond" };

// From a speaker to what it speaks about.
function voiceEdge(voice, lit) {
  const shade = faded(colours[voice.stance], lit ? 1 : FAINT);
  return {
    id: `${voice.speaker}|${voice.line}|${voice.stance}`, from: voice.speaker, to: voice.line,
    dashes: given.dashes[voice.firmness]?.length ? given.dashes[voice.firmness] : false,
    width: THIN + 0.4 * Math.min(voice.stories - 1, 5), color: { color: shade, highlight: shade, hover: shade },
    smooth: { enabled: true, type: "curvedCW", roundness: 0.12 + 0.16 * STANCE_NAMES.indexOf(voice.stance) },
    arrows: { to: { enabled: true, type: ENDS[voice.stance], scaleFactor: 0.55 }, middle: voice.stance === "denies" ? { ...CROSS, scaleFactor: 0.5 } : { enabled: false } },
  };
}
