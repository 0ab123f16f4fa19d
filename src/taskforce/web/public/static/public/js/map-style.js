// The look of the map: sea, land, municipalities or small areas by need, and white spots.

import { coverLayers, mobileSources, pointLayers } from "./map-mobile.js";

const HIDDEN_OPACITY = 0.15;

export function style(content, tokens) {
  const colour = (name) => tokens.getPropertyValue(`--${name}`).trim();
  const ramp = (show) =>
    content.breaks[show].map((_, index) => index).concat(content.breaks[show].length)
      .map((index) => colour(`${show === "change" ? "change" : "need"}-${index}`));
  return {
    version: 8,
    sources: { ...sources(content), ...mobileSources(content), names: names(content) },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      ...layers(content, colour, ramp(content.show)),
    ].filter((layer) => !layer["source-layer"] || layer.source === "mobile" || content.tiles[layer.source]),
  };
}

function sources(content) {
  const found = {};
  for (const [layer, path] of Object.entries(content.tiles)) {
    found[layer] = { type: "vector", url: `pmtiles://${location.origin}${path}` };
  }
  if (found.municipalities) {
    found.municipalities.attribution = content.attribution;
    found.municipalities.promoteId = "code";
  }
  return found;
}

// One name for each municipality, in its middle; a name on every tile's piece would be a crowd.
function names(content) {
  const features = Object.values(content.municipalities)
    .filter((one) => one.middle)
    .map((one) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: one.middle },
      properties: { name: one.name },
    }));
  return { type: "geojson", data: { type: "FeatureCollection", features } };
}

function layers(content, colour, ramp) {
  const inLayer = (id, type, layer, paint, more = {}) => ({
    id, type, source: layer, "source-layer": layer, paint, ...more,
  });
  const ofThreshold = { filter: ["==", ["get", "threshold"], content.threshold] };
  return [
    inLayer("land", "fill", "land", {
      "fill-color": colour("land"),
      // The coast comes in pieces; smoothed edges would show as a seam.
      "fill-antialias": false,
    }),
    inLayer("municipalities", "fill", "municipalities", {
      "fill-color": byMunicipality(content, colour, ramp),
      "fill-opacity": 0.92,
    }),
    inLayer("hexes", "fill", "hexes", {
      "fill-color": byHex(content, colour, ramp),
      "fill-opacity": ["case", ["has", shareName(content)], 0.85, HIDDEN_OPACITY],
      "fill-outline-color": "rgba(255,255,255,0.5)",
    }, { layout: { visibility: "none" } }),
    ...coverLayers(content, colour),
    inLayer("borders", "line", "municipalities", {
      "line-color": "#3d4a52",
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 11, 1.6],
    }),
    inLayer("white_spots", "fill", "white_spots", {
      "fill-color": colour("spot"),
      "fill-opacity": ["interpolate", ["linear"], ["zoom"], 7, 0.75, 10, 0.3],
    }, ofThreshold),
    inLayer("white_spot_edges", "line", "white_spots", {
      "line-color": colour("spot"),
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.4, 9, 1.2, 12, 2.2],
    }, ofThreshold),
    ...pointLayers(content, colour),
    {
      id: "names", type: "symbol", source: "names",
      layout: {
        "text-field": ["get", "name"],
        "text-font": ["IBM Plex Sans SemiBold"],
        "text-size": ["interpolate", ["linear"], ["zoom"], 6, 11, 9, 16],
        "text-padding": 2,
      },
      paint: { "text-color": "#16242c", "text-halo-color": "rgba(255,255,255,0.9)", "text-halo-width": 1.6 },
    },
  ];
}

function byMunicipality(content, colour, ramp) {
  const pairs = Object.entries(content.municipalities)
    .filter(([, one]) => one.class >= 0)
    .flatMap(([code, one]) => [code, ramp[one.class]]);
  return pairs.length ? ["match", ["get", "code"], ...pairs, colour("hidden")] : colour("hidden");
}

// Small areas are shown by share only: numbers of whole municipalities and of small areas have no
// legend in common. A number that is withheld is not in the tiles at all.
function shareName({ when, threshold }) {
  return `${when}_share_${threshold}`;
}

function byHex(content, colour, ramp) {
  const steps = content.breaks.share.flatMap((edge, index) => [edge, ramp[index + 1]]);
  const share = ["to-number", ["get", shareName(content)]];
  const coloured = ["step", share, ramp[0], ...steps];
  return ["case", ["has", shareName(content)], coloured, colour("hidden")];
}
