// The look of a case's map: sea, land and borders behind, the route or the place in front.

export function sources(content) {
  const found = { place: { type: "geojson", data: { type: "FeatureCollection", features: [] } } };
  found.addresses = { type: "geojson", data: doors(content.addresses) };
  for (const [layer, path] of Object.entries(content.tiles)) {
    found[layer] = { type: "vector", url: `pmtiles://${location.origin}${path}` };
  }
  return found;
}

export function layers(content, tokens) {
  const colour = (name) => tokens.getPropertyValue(`--${name}`).trim();
  const behind = [
    { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
    tiled("land", "fill", "land", { "fill-color": colour("land"), "fill-antialias": false }),
    tiled("ground", "fill", "municipalities", { "fill-color": colour("land") }),
    tiled("borders", "line", "municipalities", { "line-color": "#7c8a93", "line-width": 1 }),
  ];
  return [
    ...behind.filter((one) => !one.source || content.tiles[one.source]),
    {
      id: "addresses", type: "circle", source: "addresses",
      paint: {
        "circle-color": "#7c8a93",
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 1, 16, 4],
      },
    },
    {
      id: "doors", type: "symbol", source: "addresses", minzoom: 13,
      layout: {
        "text-field": ["step", ["zoom"], ["get", "road"], 16, ["get", "door"]],
        "text-font": ["IBM Plex Sans SemiBold"], "text-size": 12, "text-padding": 14,
        "text-anchor": "top", "text-offset": [0, 0.4],
      },
      paint: { "text-color": "#3d4a52", "text-halo-color": "#ffffff", "text-halo-width": 1.6 },
    },
    {
      id: "route-edge", type: "line", source: "place", filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": "#ffffff", "line-width": 8 },
    },
    {
      id: "route", type: "line", source: "place", filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": colour("spot"), "line-width": 4 },
    },
    {
      id: "places", type: "circle", source: "place", filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": colour("spot"), "circle-radius": 6,
        "circle-stroke-color": "#ffffff", "circle-stroke-width": 2,
      },
    },
  ];
}

function tiled(id, type, layer, paint) {
  return { id, type, source: layer, "source-layer": layer, paint };
}

// The addresses around, so that one knows where one is: the road from afar, the door from near.
function doors(addresses) {
  return {
    type: "FeatureCollection",
    features: addresses.map(([lng, lat, road, house]) => ({
      type: "Feature",
      properties: { road, door: `${road} ${house}` },
      geometry: { type: "Point", coordinates: [lng, lat] },
    })),
  };
}
