// Shows the sites on offer as dots; a click on one tells what it is and leads to its page. The table
// below has the same sites, so that nobody needs the map.

import {
  Map,
  NavigationControl,
  Popup,
  ScaleControl,
  addProtocol,
} from "../../vendor/maplibre/maplibre-gl.mjs";
import { layers, sources } from "../../cases/js/place-style.js";

const canvas = document.getElementById("sites-map");
const content = JSON.parse(document.getElementById("sites-map-content").textContent);
const told = document.getElementById("sites-map-message");
let map;

// A page may show other places on the same map; until it is ready, they wait in the content.
document.addEventListener("sites:show", (event) => {
  content.sites = event.detail;
  map?.getSource("place")?.setData(features(content.sites));
});

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
  map = new Map({
    container: canvas,
    style: { version: 8, sources: sources(content), layers: [...layers(content, tokens), ...texts()] },
    bounds: content.bounds ?? [10.8, 54.5, 12.7, 56.0],
    // The names stand below the dots, and the lowest one must not be cut.
    fitBoundsOptions: { padding: { top: 24, right: 40, bottom: 48, left: 40 }, maxZoom: 14 },
    minZoom: 6.6,
    maxZoom: 18,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: false,
    attributionControl: false,
    locale: {
      "NavigationControl.ZoomIn": content.words.zoomIn,
      "NavigationControl.ZoomOut": content.words.zoomOut,
      "Map.Title": content.words.map,
    },
  });
  map.scrollZoom.disable();
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.on("error", (event) => console.warn("Map:", event.error?.message));
  map.on("load", () => {
    if (content.numbered) map.setPaintProperty("places", "circle-radius", 11);
    map.getSource("place").setData(features(content.sites));
  });
  map.on("idle", () => {
    canvas.dataset.map = "idle";
    canvas.dataset.points = content.sites.length;
  });
  map.on("click", "places", (event) => open(event.features[0]));
  map.on("mouseenter", "places", () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", "places", () => (map.getCanvas().style.cursor = ""));
  told.textContent = content.words.chosen;
}

function open(feature) {
  const box = document.createElement("div");
  const link = document.createElement(feature.properties.page ? "a" : "strong");
  if (feature.properties.page) link.href = feature.properties.page;
  const { name, order } = feature.properties;
  link.textContent = order ? `${order}. ${name}` : name;
  const words = document.createElement("p");
  words.textContent = feature.properties.words;
  box.append(link, words);
  new Popup({ closeButton: false, offset: 10 })
    .setLngLat(feature.geometry.coordinates)
    .setDOMContent(box)
    .addTo(map);
}

function texts() {
  return content.numbered ? [names(1.4), numbers()] : [names(0.8)];
}

// The place in the order stands in the dot itself: it is never left out, and names give way to it.
function numbers() {
  return {
    id: "site-numbers", type: "symbol", source: "place",
    layout: {
      "text-field": ["to-string", ["get", "order"]], "text-font": ["IBM Plex Sans SemiBold"],
      "text-size": 13, "text-allow-overlap": true,
    },
    paint: { "text-color": "#ffffff" },
  };
}

function names(below) {
  return {
    id: "site-names", type: "symbol", source: "place", minzoom: content.namesFrom ?? 9,
    layout: {
      "text-field": ["get", "name"], "text-font": ["IBM Plex Sans SemiBold"], "text-size": 12,
      "text-anchor": "top", "text-offset": [0, below], "text-padding": 2,
    },
    paint: { "text-color": "#20303a", "text-halo-color": "#ffffff", "text-halo-width": 1.6 },
  };
}

function features(places) {
  return {
    type: "FeatureCollection",
    features: places.map(([lng, lat, name, words, page, order]) => ({
      type: "Feature",
      properties: { name, words, page, order },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}
