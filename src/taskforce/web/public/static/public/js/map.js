// Shows the map. What it shows comes from the page (#map-content); the colours from the style
// sheet; the layers from our own server. Without this script the table has the same figures.

import {
  AttributionControl,
  Map,
  NavigationControl,
  ScaleControl,
  addProtocol,
} from "../../vendor/maplibre/maplibre-gl.mjs";
import { style } from "./map-style.js";
import { attachLayers } from "./map-layers.js";
import { attachPopups } from "./map-popups.js";

const canvas = document.getElementById("map");
const message = document.getElementById("map-message");
const content = JSON.parse(document.getElementById("map-content").textContent);

start().catch((error) => {
  canvas.dataset.map = "failed";
  message.textContent = content.words.failed;
  console.warn("The map could not be shown:", error);
});

async function start() {
  canvas.dataset.map = "loading";
  addProtocol("pmtiles", new globalThis.pmtiles.Protocol().tile);
  // Labels are drawn with the page's own typeface, which must have arrived before the map.
  await document.fonts.load('16px "IBM Plex Sans SemiBold"', "æøå");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new Map({
    container: canvas,
    style: style(content, getComputedStyle(document.documentElement)),
    bounds: content.bounds ?? [10.8, 54.5, 12.7, 56.0],
    fitBoundsOptions: { padding: 24 },
    minZoom: 6.6,
    maxZoom: 15,
    hash: "map",
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: still ? 0 : 200,
    locale: {
      "NavigationControl.ZoomIn": content.words.zoomIn,
      "NavigationControl.ZoomOut": content.words.zoomOut,
      "Popup.Close": content.words.close,
      "Map.Title": content.words.map,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.addControl(new AttributionControl({ compact: false }), "bottom-right");
  map.on("movestart", () => (canvas.dataset.map = "moving"));
  map.on("idle", () => (canvas.dataset.map = "idle"));
  map.on("error", (event) => console.warn("Map:", event.error?.message));
  attachLayers(map, content);
  attachPopups(map, content);
  keepPlace();
}

// A link to another day, or another question, opens at the place one is looking at.
function keepPlace() {
  const add = (link) => (link.hash = location.hash);
  for (const link of document.querySelectorAll("[data-keeps-place]")) {
    link.addEventListener("click", () => add(link));
  }
  const form = document.querySelector("form.question");
  form?.addEventListener("submit", () => (form.action = location.pathname + location.hash));
}
