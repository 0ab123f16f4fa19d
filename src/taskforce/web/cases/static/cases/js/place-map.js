// Shows where a case is and, on the page where it is set, lets one draw it. The list of coordinates
// is the form's own field: the map only writes into it, so that everything works without the map.

import {
  Map,
  NavigationControl,
  ScaleControl,
  addProtocol,
} from "../../vendor/maplibre/maplibre-gl.mjs";
import { layers, sources } from "./place-style.js";
import { fromText, toFeatures, toText } from "./place-text.js";

const canvas = document.getElementById("map");
const content = JSON.parse(document.getElementById("map-content").textContent);
const list = document.getElementById("id_coordinates");
const told = document.getElementById("map-message");
let parts = [];

start().catch((error) => {
  canvas.dataset.map = "failed";
  told.textContent = content.words.failed;
  console.warn("The map could not be shown:", error);
});

async function start() {
  canvas.dataset.map = "loading";
  await document.fonts.load('16px "IBM Plex Sans SemiBold"', "æøå");
  addProtocol("pmtiles", new globalThis.pmtiles.Protocol().tile);
  const tokens = getComputedStyle(document.documentElement);
  parts = content.draws ? fromText(list.value) : fromShape(content.shape);
  const map = new Map({
    container: canvas,
    style: { version: 8, sources: sources(content), layers: layers(content, tokens) },
    bounds: content.bounds ?? [10.8, 54.5, 12.7, 56.0],
    fitBoundsOptions: { padding: 8, maxZoom: 16 },
    minZoom: 6.6,
    maxZoom: 18,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    locale: {
      "NavigationControl.ZoomIn": content.words.zoomIn,
      "NavigationControl.ZoomOut": content.words.zoomOut,
      "Map.Title": content.words.map,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.on("error", (event) => console.warn("Map:", event.error?.message));
  map.on("load", () => {
    show(map);
    // An outline is a line without stations.
    if (content.outline) map.setLayoutProperty("places", "visibility", "none");
  });
  map.on("idle", () => (canvas.dataset.map = "idle"));
  if (content.draws) letDraw(map);
}

function letDraw(map) {
  const does = {
    add: () => add(map, map.getCenter()),
    undo: () => set(map, withoutLast(parts)),
    clear: () => set(map, []),
  };
  map.getCanvas().style.cursor = "crosshair";
  map.on("click", (event) => add(map, event.lngLat));
  for (const button of document.querySelectorAll("[data-draw]")) {
    button.addEventListener("click", () => does[button.dataset.draw]());
  }
  document.getElementById("draw-tools").hidden = false;
  list.addEventListener("input", () => {
    parts = fromText(list.value);
    show(map);
  });
}

// A dig is a route, to which every click adds; a mast is one place, which every click moves.
function add(map, { lng, lat }) {
  const position = [lng, lat];
  const last = parts.at(-1) ?? [];
  set(map, content.line ? [...parts.slice(0, -1), [...last, position]] : [[position]]);
}

function withoutLast(before) {
  const shorter = (before.at(-1) ?? []).slice(0, -1);
  return [...before.slice(0, -1), ...(shorter.length ? [shorter] : [])];
}

function set(map, now) {
  parts = now;
  list.value = toText(parts);
  show(map);
}

function show(map) {
  map.getSource("place")?.setData(toFeatures(parts));
  const count = parts.flat().length;
  const words = count === 0 ? "none" : count === 1 ? "point" : "line";
  if (content.draws) told.textContent = content.words[words].replace("{count}", count);
  canvas.dataset.points = count;
}

function fromShape(shape) {
  if (!shape) return [];
  if (shape.type === "Point") return [[shape.coordinates]];
  return shape.type === "LineString" ? [shape.coordinates] : shape.coordinates;
}
