"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byID = new Map(data.actors.map(a => [a.id, a]));
const $ = id => document.getElementById(id);

// Colours that eyes of all kinds tell apart (Okabe and Ito, 2008).
const palette = ["#e69f00", "#0072b2", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#b5a900"];
const fixed = { person: palette[0], state: palette[1], organization: palette[2], group: palette[3], role: palette[4], place: palette[5], thing: palette[6] };
const other = "#8d939c";

// make builds an element; words go in as text, never as markup.
function make(name, properties = {}, ...children) {
  const e = Object.assign(document.createElement(name), properties);
  e.append(...children);
  return e;
}

// ---- what is shown ----

const state = { act: "", outlet: "", since: "", until: "", least: 1, colour: "type", hidden: new Set(), chosen: null };

const group = a => String((state.colour === "community" ? a.measures.community : a[state.colour]) || "unknown");

// groups are the colours' names, those of most actors first.
function groups() {
  const counts = new Map();
  for (const a of data.actors) counts.set(group(a), (counts.get(group(a)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

let colours = new Map();
function setColours() {
  const ranked = groups().filter(name => name !== "unknown");
  colours = new Map(ranked.map((name, i) => [name, state.colour === "type" ? fixed[name] || other : palette[i] || other]));
  colours.set("unknown", other);
}
const colour = a => colours.get(group(a));

// passes tells whether a claim is of the outlet and the days that are asked for.
function passes(claim) {
  const d = data.documents[claim.document];
  return (!state.outlet || d.outlet === state.outlet) &&
    (!state.since || d.date && d.date >= state.since) && (!state.until || d.date && d.date <= state.until);
}

// kinds are those of edges, what is done first.
const kinds = ["verb", "planned", "possible", "denied"];

// ties puts the edges that pass into one line from each actor to each other.
function ties() {
  const found = new Map();
  for (const edge of data.edges) {
    if (state.act && !(edge.class + " " + edge.label).toLowerCase().includes(state.act)) continue;
    if (state.hidden.has(group(byID.get(edge.source))) || state.hidden.has(group(byID.get(edge.target)))) continue;
    const claims = edge.claims.filter(passes);
    if (!claims.length) continue;
    const id = edge.source + "\n" + edge.target;
    if (!found.has(id)) found.set(id, { id, source: edge.source, target: edge.target, edges: [], weight: 0, documents: new Set() });
    const tie = found.get(id);
    tie.edges.push({ ...edge, claims });
    claims.forEach(c => tie.documents.add(c.document));
  }
  for (const tie of found.values()) {
    tie.edges.sort((a, b) => b.weight - a.weight || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.claims.length - a.claims.length);
    tie.both = tie.edges.some(e => e.symmetric);
    tie.kind = tie.edges[0].kind;
    tie.label = tie.edges[0].label + (tie.edges.length > 1 ? " +" + (tie.edges.length - 1) : "");
    tie.weight = new Set([...tie.documents].map(d => data.documents[d].copy || data.documents[d].id)).size;
    tie.claims = new Set(tie.edges.flatMap(e => e.claims.map(c => c.id))).size;
  }
  return [...found.values()].filter(t => t.weight >= state.least).sort((a, b) => b.weight - a.weight || b.claims - a.claims);
}

// ---- the picture ----

// What is drawn shrinks less than the distances between it.
let scale = 1;
const scaled = name => element => element.data(name) * scale;

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function look() {
  const [ink, quiet, page, line, denied, accent] = ["--ink", "--quiet", "--page", "--line", "--denied", "--accent"].map(css);
  return [
    { selector: "node", style: {
      width: scaled("size"), height: scaled("size"), "background-color": "data(colour)", "border-width": 1.5, "border-color": page,
      "z-index": "data(above)", label: "data(name)", color: ink, "font-size": scaled("font"), "text-valign": "bottom", "text-margin-y": 3,
      "text-outline-color": page, "text-outline-width": 2.5, "font-family": "system-ui, sans-serif" } },
    { selector: "edge", style: {
      width: scaled("width"), "line-color": line, "target-arrow-color": line, "source-arrow-color": line, "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", "control-point-step-size": 30, opacity: 0.85, label: "data(label)", color: quiet, "font-size": e => 9 * scale,
      "text-rotation": "autorotate", "text-outline-color": page, "text-outline-width": 2, "font-family": "system-ui, sans-serif" } },
    { selector: "edge[?both]", style: { "source-arrow-shape": "triangle" } },
    { selector: "edge[kind = 'planned']", style: { "line-style": "dashed", "line-dash-pattern": [9, 4] } },
    { selector: "edge[kind = 'denied']", style: { "line-style": "dashed", "line-color": denied, "target-arrow-color": denied, color: denied } },
    { selector: "edge[kind = 'possible']", style: { "line-style": "dotted" } },
    { selector: ".faded", style: { opacity: 0.25, "text-opacity": 0.6 } },
    { selector: "node[side = 'above']", style: { "text-valign": "top", "text-margin-y": -3 } },
    { selector: "node[side = 'right']", style: { "text-valign": "center", "text-halign": "right", "text-margin-x": 3, "text-margin-y": 0 } },
    { selector: "node[side = 'left']", style: { "text-valign": "center", "text-halign": "left", "text-margin-x": -3, "text-margin-y": 0 } },
    { selector: "node[side = 'on']", style: { "text-valign": "center", "text-margin-y": 0 } },
    { selector: ".crowded", style: { "text-opacity": 0 } },
    { selector: "node.chosen", style: { "border-color": accent, "border-width": 4 } },
    { selector: "edge.chosen", style: { "line-color": accent, "target-arrow-color": accent, "source-arrow-color": accent, opacity: 1, "text-opacity": 1, width: e => Math.max(e.data("width"), 3) * scale } },
  ];
}

const cy = cytoscape({
  container: $("graph"), layout: { name: "preset" }, style: look(), minZoom: 0.05, maxZoom: 6, boxSelectionEnabled: false,
  elements: data.actors.map((a, i) => ({
    data: { id: a.id, name: a.name, above: data.actors.length - i, size: 2 * a.radius, font: 10 + a.radius / 5, colour: other }, position: { x: a.x, y: a.y },
  })),
});

let waiting = 0;
cy.on("zoom", () => {
  scale = Math.min(Math.max(0.95 / cy.zoom(), 0.6), 2.2);
  if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; cy.style().update(); declutter(); });
});

// ---- labels ----

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

// width is that of a text by the size of its letters.
function width(text) {
  if (!widths.has(text)) { pen.font = "100px system-ui, sans-serif"; widths.set(text, pen.measureText(text).width / 100); }
  return widths.get(text);
}

// sides are where the label of a node may stand, the best first.
function sides(node) {
  const { x, y } = node.renderedPosition(), font = node.data("font") * scale * cy.zoom(), away = node.renderedHeight() / 2 + 3;
  const half = width(node.data("name")) * font / 2, high = 0.6 * font;
  const side = (name, x, y) => ({ name, box: [x - half, y - high, x + half, y + high] });
  return [side("below", x, y + away + high), side("above", x, y - away - high), side("right", x + away + half, y), side("left", x - away - half, y), side("on", x, y)];
}

// along are boxes under the label of an edge, none where it is longer than its line.
function along(edge) {
  const a = edge.source().renderedPosition(), b = edge.target().renderedPosition(), { x, y } = edge.renderedMidpoint();
  const size = 9 * scale * cy.zoom(), length = width(edge.data("label")) * size, apart = Math.hypot(a.x - b.x, a.y - b.y);
  if (length > apart - (edge.source().renderedWidth() + edge.target().renderedWidth()) / 2 - 16) return [];
  const steps = Math.ceil(length / size), ux = (b.x - a.x) / apart, uy = (b.y - a.y) / apart, half = 0.55 * size;
  return Array.from({ length: steps + 1 }, (_, i) => (i / steps - 0.5) * length)
    .map(at => [x + at * ux - half, y + at * uy - half, x + at * ux + half, y + at * uy + half]);
}

// foremost is how many actors have their names whatever circles of others are there.
const foremost = 25;

// declutter puts each label where there is room, those of ties first, which have one
// place alone. An actor's name takes that of ties where it has no other. What is
// chosen comes first and may stand over the circles of others, then what is stronger;
// labels without room are hidden.
function declutter() {
  const taken = cy.nodes(":visible").map(node => {
    const { x, y } = node.renderedPosition(), r = node.renderedWidth() / 2;
    return { box: [x - r, y - r, x + r, y + r], node };
  });
  const rank = element => element.hasClass("near") + element.hasClass("chosen");
  const over = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const faded = (node, of) => node && rank(of) > 0 && !rank(node);
  const blockers = (box, of) => taken.filter(t => over(t.box, box) && !faded(t.node, of));
  cy.batch(() => {
    for (const edge of cy.edges().sort((a, b) => rank(b) - rank(a) || b.data("width") - a.data("width"))) {
      const boxes = along(edge), fits = boxes.length > 0 && boxes.every(box => !blockers(box, edge).length);
      edge.toggleClass("crowded", !fits);
      if (fits) taken.push(...boxes.map(box => ({ box, edge })));
    }
    for (const [i, node] of cy.nodes(":visible").sort((a, b) => rank(b) - rank(a)).toArray().entries()) {
      const places = sides(node).map(side => ({ ...side, blockers: blockers(side.box, node).filter(b => b.node !== node) }));
      const place = places.find(p => !p.blockers.length) || places.find(p => p.blockers.every(b => b.edge)) ||
        i < foremost && places.find(p => p.blockers.every(b => b.edge || b.node));
      node.toggleClass("crowded", !place);
      if (!place) continue;
      const moved = new Set(place.blockers.filter(b => b.edge).map(b => b.edge.addClass("crowded").id()));
      if (moved.size) taken.splice(0, taken.length, ...taken.filter(t => !t.edge || !moved.has(t.edge.id())));
      taken.push({ box: place.box });
      node.data("side", place.name);
    }
  });
  const all = cy.edges().length, told = all - cy.edges(".crowded").length;
  $("hint").textContent = told < all ? told + " of " + plural(all, "tie") + " have room for their label: point at the others, or zoom in." : "";
}

let shown = new Map(); // ties by id

function redraw() {
  shown = new Map(ties().map(t => [t.id, t]));
  const tied = new Set([...shown.values()].flatMap(t => [t.source, t.target]));
  cy.batch(() => {
    cy.edges().remove();
    cy.add([...shown.values()].map(t => ({ group: "edges", data: {
      id: t.id, source: t.source, target: t.target, label: t.label, kind: t.kind, both: t.both, width: Math.min(1 + Math.log2(t.weight), 6) } })));
    for (const a of data.actors) cy.getElementById(a.id).style("display", tied.has(a.id) ? "element" : "none").data("colour", colour(a));
  });
  const left = data.tied > data.actors.length ? " strongest of " + data.tied : "";
  $("counts").textContent = tied.size + " actors" + left + ", " + shown.size + " ties";
  if (state.chosen && !shown.has(state.chosen) && !tied.has(state.chosen)) state.chosen = null;
  show();
}

// mark shows what is chosen, and what is beside it.
function mark() {
  cy.batch(() => {
    cy.elements().removeClass("faded chosen near");
    if (!state.chosen) return;
    const e = cy.getElementById(state.chosen);
    const near = e.isNode() ? e.closedNeighborhood() : e.union(e.connectedNodes());
    cy.elements().difference(near).addClass("faded");
    near.addClass("near");
    e.addClass("chosen");
  });
  declutter();
}

// ---- the panel ----

function choose(id, focus) {
  state.chosen = id;
  show();
  if (focus) { $("panel").focus(); cy.animate({ center: { eles: cy.getElementById(id) } }, { duration: 200 }); }
}

function show() {
  mark();
  const id = state.chosen;
  $("panel").replaceChildren(...(shown.has(id) ? tieDetails(shown.get(id)) : byID.has(id) ? actorDetails(byID.get(id)) : overview()));
  $("panel").scrollTop = 0;
}

const dot = a => { const e = make("span", { className: "dot" }); e.style.setProperty("--c", colour(a)); return e; };
const plural = (n, word) => n + " " + word + (n === 1 ? "" : "s");

function item(children, number, id) {
  return make("li", {}, make("button", { type: "button", onclick: () => choose(id, true) }, ...children, make("span", { className: "number" }, number)));
}

function overview() {
  const found = $("find").value.trim().toLowerCase();
  const names = a => [a.name, ...(a.aliases || [])];
  const list = data.actors.filter(a => cy.getElementById(a.id).style("display") !== "none" && names(a).some(n => n.toLowerCase().includes(found)));
  const strongest = [...shown.values()].slice(0, 7);
  return [
    ...(found || !strongest.length ? [] : [make("h2", {}, "Ties in most documents"), make("ul", {}, ...strongest.map(tieItem))]),
    make("h2", {}, found ? "Actors found" : "Actors, by the strength of their ties"),
    make("ul", { id: "actors" }, ...list.map(a => item([dot(a), a.name], a.measures.strength, a.id))),
    ...(list.length ? [] : [make("p", { className: "quiet" }, "None.")]),
  ];
}

const arrow = t => t.edges[0].symmetric ? " ↔ " : " → ";
const tieItem = t => item([byID.get(t.source).name + arrow(t) + byID.get(t.target).name, make("span", { className: "quiet" }, t.label)], t.weight, t.id);

const back = () => make("button", { type: "button", onclick: () => choose(null, true) }, "← All actors");

function actorDetails(a) {
  const about = [["Type", a.type], ["Country", a.country], ["Role", a.role], ["Also", (a.aliases || []).filter(n => n !== a.name).join(", ")],
    ["Documents", a.documents], ["Acts on", a.measures.outdegree], ["Acted on by", a.measures.indegree], ["Strength", a.measures.strength],
    ["Betweenness", a.measures.betweenness.toFixed(1)], ["PageRank", a.measures.pagerank.toFixed(4)], ["Community", a.measures.community]];
  const lists = [["Acts on", t => t.source === a.id], ["Acted on by", t => t.target === a.id]].flatMap(([title, of]) => {
    const list = [...shown.values()].filter(of);
    return list.length ? [make("h3", {}, title), make("ul", {}, ...list.map(tieItem))] : [];
  });
  return [back(), make("h2", {}, dot(a), " " + a.name),
    make("dl", {}, ...about.filter(([, value]) => value !== undefined && value !== "").flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))])), ...lists];
}

// sources counts the documents of a tie.
const sources = t => plural(t.documents.size, "document") + (t.weight < t.documents.size ? " of " + plural(t.weight, "text") : "");

function tieDetails(t) {
  const name = id => make("button", { type: "button", onclick: () => choose(id, true) }, byID.get(id).name);
  return [back(), make("h2", {}, name(t.source), arrow(t), name(t.target)),
    make("p", { className: "quiet" }, sources(t) + ", " + plural(t.edges.length, "act")),
    ...t.edges.flatMap(e => [make("h3", {}, e.label), ...e.claims.map(c => quote(e, c))])];
}

function quote(edge, claim) {
  const d = data.documents[claim.document];
  const words = claim.words.map(([text, part]) => part ? make("mark", { className: part, title: part }, text) : text);
  const how = [edge.kind === "denied" ? "denied" : "", claim.modality === "asserted" ? "" : claim.modality].filter(Boolean).join(", ");
  const source = [d.outlet, d.date, d.title || d.id].filter(Boolean).join(", ");
  return make("blockquote", { className: edge.kind, cite: claim.id }, ...words,
    make("footer", {}, how ? make("b", {}, how + " — ") : "", claim.says ? "says " + claim.says + " — " : "", source));
}

// ---- controls ----

function legend() {
  const names = groups();
  const most = state.colour === "type" ? names : names.filter(n => colours.get(n) !== other);
  $("legend").replaceChildren(...most.map(name => {
    const swatch = make("span", { className: "dot" });
    swatch.style.setProperty("--c", colours.get(name));
    const b = make("button", { type: "button" }, swatch, state.colour === "community" ? "community " + name : name);
    b.setAttribute("aria-pressed", String(!state.hidden.has(name)));
    b.onclick = () => { state.hidden.has(name) ? state.hidden.delete(name) : state.hidden.add(name); legend(); redraw(); };
    return b;
  }), ...lines());
}

// lines tells what the kinds of lines mean where there are several.
function lines() {
  const there = kinds.filter(kind => data.edges.some(e => e.kind === kind));
  return there.length < 2 ? [] : there.map(kind => make("span", { className: "line " + kind }, kind === "verb" ? "said to be done" : kind));
}

function recolour() { setColours(); legend(); redraw(); }

const unique = list => [...new Set(list)].filter(Boolean).sort();
const dates = unique(data.documents.map(d => d.date));
const outlets = unique(data.documents.map(d => d.outlet));
$("acts").append(...unique(data.edges.map(e => e.class)).map(value => make("option", { value })));
$("outlet").append(...outlets.map(value => make("option", { value }, value)));
if (outlets.length < 2) $("outlet").parentElement.hidden = true;
for (const id of ["since", "until"]) Object.assign($(id), { min: dates[0] || "", max: dates[dates.length - 1] || "" });
if (dates.length < 2) document.querySelectorAll(".dates").forEach(e => { e.style.display = "none"; });
if (outlets.length < 2) $("outlet").parentElement.style.display = "none";
$("least").max = Math.max(1, ...ties().map(t => t.weight));
if ($("least").max < 2) $("least").parentElement.style.display = "none";

function readFilters() {
  Object.assign(state, { act: $("act").value.trim().toLowerCase(), outlet: $("outlet").value, since: $("since").value, until: $("until").value, least: Number($("least").value) });
  $("least-shown").textContent = state.least;
  if (state.colour !== $("colour").value) { state.colour = $("colour").value; state.hidden.clear(); recolour(); } else redraw();
}
$("filters").addEventListener("input", event => { if (event.target.id === "find") { state.chosen = null; show(); } else readFilters(); });
$("filters").addEventListener("reset", () => setTimeout(() => { state.hidden.clear(); state.chosen = null; readFilters(); recolour(); fit(); }));
$("filters").addEventListener("submit", event => event.preventDefault());
$("find").addEventListener("keydown", event => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.querySelector("#actors button")?.click();
});

// tip says beside the mouse what a line or a node is.
function tip(id, at) {
  $("tip").replaceChildren(...(shown.has(id) ? tieTip(shown.get(id)) : actorTip(byID.get(id))));
  $("tip").hidden = false;
  const { offsetWidth: wide, offsetHeight: high } = $("tip"), room = 14;
  $("tip").style.left = Math.max(0, Math.min(at.x + room, cy.width() - wide)) + "px";
  $("tip").style.top = (at.y + room + high > cy.height() ? at.y - room - high : at.y + room) + "px";
}

const quietly = text => make("div", { className: "quiet" }, text);
const tieTip = t => [make("b", {}, byID.get(t.source).name + arrow(t) + byID.get(t.target).name),
  ...t.edges.slice(0, 5).map(e => make("div", {}, e.label)), ...(t.edges.length > 5 ? [quietly("and " + (t.edges.length - 5) + " more")] : []),
  quietly(sources(t))];
const actorTip = a => [make("b", {}, a.name), quietly([a.role, a.type, a.country].filter(Boolean).join(", ")), quietly("strength " + a.measures.strength)];

function fit() { cy.fit(cy.elements(":visible"), 30); if (cy.zoom() > 1.6) { cy.zoom(1.6); cy.center(cy.elements(":visible")); } }
const zoom = by => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
$("in").onclick = () => zoom(1.3);
$("out").onclick = () => zoom(1 / 1.3);
$("fit").onclick = fit;

cy.on("tap", event => choose(event.target === cy ? null : event.target.id()));
cy.on("mouseover mousemove", "node, edge", event => { $("graph").style.cursor = "pointer"; tip(event.target.id(), event.renderedPosition); });
cy.on("mouseout", "node, edge", () => { $("graph").style.cursor = ""; $("tip").hidden = true; });
cy.on("tap pan zoom", () => { $("tip").hidden = true; });
document.addEventListener("keydown", event => {
  const writing = /^(INPUT|SELECT)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !writing) { event.preventDefault(); $("find").focus(); }
  if (event.key === "Escape") { $("find").value = ""; choose(null); }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(look()));

setColours();
legend();
redraw();
fit();
