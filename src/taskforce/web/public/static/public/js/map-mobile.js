// Mobile coverage on the map: small areas as reported, measured and predicted, and masts and sites
// as dots. The dots are fetched when they are first shown.

export const COVERS = ["reported", "measured", "predicted", "disagreement"];

const NOTHING = { type: "FeatureCollection", features: [] };
const TIERS = { likely: "cover-0", uncertain: "cover-unsure", unlikely: "cover-3" };
// Metres in a pixel at zoom 0, at the latitude of Zealand.
const METRES_PER_PIXEL = 78271.517 * Math.cos((55.4 * Math.PI) / 180);

export function mobileSources({ mobile }) {
  const found = {};
  if (mobile.tiles) {
    found.mobile = { type: "vector", url: `pmtiles://${location.origin}${mobile.tiles}` };
  }
  for (const name of new Set(Object.keys(mobile.points).map(sourceOf))) {
    found[name] = { type: "geojson", data: NOTHING };
  }
  return found;
}

export function coverLayers({ mobile }, colour) {
  if (!mobile.tiles) return [];
  const steps = [0, 1, 2, 3].flatMap((number) => [number, colour(`cover-${number}`)]);
  const tiers = Object.entries(TIERS).flatMap(([tier, name]) => [tier, colour(name)]);
  const kinds = Object.entries(mobile.groups).flatMap(([kind, group]) => [kind, colour(`differ-${group}`)]);
  const pairs = {
    reported: steps, measured: steps, predicted: tiers,
    disagreement: ["agree", colour("cover-agree"), ...kinds],
  };
  return Object.entries(pairs).flatMap(([name, colours]) => {
    const paint = ["match", ["get", name], ...colours, colour("hidden")];
    return [area(name, paint), edge(name, paint)];
  });
}

function area(name, colours) {
  return {
    id: name, type: "fill", source: "mobile", "source-layer": "mobile",
    layout: { visibility: "none" },
    // What has no colour can be touched all the same, and then says why.
    paint: { "fill-color": colours, "fill-opacity": ["case", ["has", name], 0.85, 0] },
  };
}

// From afar a small area would be a grain of sand; its edge makes it large enough to be seen.
function edge(name, colours) {
  return {
    id: `${name}_edges`, type: "line", source: "mobile", "source-layer": "mobile",
    filter: ["has", name],
    layout: { visibility: "none", "line-join": "round" },
    paint: {
      "line-color": ["step", ["zoom"], colours, 10, "#ffffff"],
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 3, 9, 2, 10, 0.6],
    },
  };
}

export function pointLayers({ mobile }, colour) {
  const dot = (id, fill, more = {}) => ({
    id, type: "circle", source: sourceOf(id), layout: { visibility: "none" },
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["zoom"], 7, 2.5, 11, 6],
      "circle-color": fill, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5,
      ...more.paint,
    },
    ...(more.filter && { filter: more.filter }),
  });
  const isOther = ["==", ["get", "kind"], "other"];
  const isPlanned = ["==", ["get", "kind"], "planned"];
  return [
    doubts(colour, isPlanned),
    dot("other_masts", colour("mast-other"), { filter: isOther }),
    dot("masts", ["case", isPlanned, "#ffffff", colour("mast")], {
      filter: ["!", isOther], paint: { "circle-stroke-color": ["case", isPlanned, colour("mast"), "#ffffff"] },
    }),
    dot("sites", colour("public-site")),
    dot("ranking", colour("ranked-site"), { paint: { "circle-radius": 11 } }),
    {
      id: "ranking_numbers", type: "symbol", source: "ranking",
      layout: {
        visibility: "none", "text-field": ["to-string", ["get", "rank"]],
        "text-font": ["IBM Plex Sans SemiBold"], "text-size": 12, "text-allow-overlap": true,
      },
      paint: { "text-color": "#ffffff" },
    },
  ].filter((layer) => Object.keys(mobile.points).map(sourceOf).includes(layer.source));
}

// The ring around a planned mast is as wide as its place is uncertain.
function doubts(colour, isPlanned) {
  const metres = ["coalesce", ["get", "uncertainty_m"], 0];
  const radius = (zoom) => ["/", ["*", metres, 2 ** zoom], METRES_PER_PIXEL];
  return {
    id: "mast_doubts", type: "circle", source: "masts", layout: { visibility: "none" },
    filter: ["all", isPlanned, [">", metres, 0]],
    paint: {
      "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 6, radius(6), 15, radius(15)],
      "circle-color": colour("mast"), "circle-opacity": 0.08,
      "circle-stroke-color": colour("mast"), "circle-stroke-width": 1, "circle-stroke-opacity": 0.5,
    },
  };
}

const fetched = new Set();

export function fetchPoints(map, { mobile }, layer) {
  const name = sourceOf(layer);
  const source = mobile.points[layer] && map.getSource(name);
  if (!source || fetched.has(name)) return;
  fetched.add(name);
  source.setData(new URL(mobile.points[layer], location.href).href);
}

// Masts of both sorts come in one file.
function sourceOf(layer) {
  return layer === "other_masts" || layer === "mast_doubts" ? "masts" : layer;
}
