// Tells about the place that is touched: a white spot before a small area before a municipality.

import { Popup } from "../../vendor/maplibre/maplibre-gl.mjs";

const LAYERS = ["white_spots", "hexes", "municipalities"];

export function attachPopups(map, content) {
  const tell = { white_spots: aboutSpot, hexes: aboutHex, municipalities: aboutMunicipality };
  map.on("click", (event) => {
    const layers = LAYERS.filter((layer) => map.getLayer(layer));
    const [touched] = map.queryRenderedFeatures(event.point, { layers });
    const card = touched && tell[touched.layer.id](touched.properties, content);
    if (card) new Popup({ maxWidth: "300px" }).setLngLat(event.lngLat).setDOMContent(card).addTo(map);
  });
  for (const layer of LAYERS) {
    if (!map.getLayer(layer)) continue;
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}

function aboutMunicipality({ code }, content) {
  const one = content.municipalities[code];
  return one && card(one.name, [one.told], { path: one.path, words: content.words.seeMunicipality });
}

function aboutSpot({ id, addresses, nearest_served_m: metres }, { words, language }) {
  const told = [
    addresses === undefined
      ? words.spotTogether
      : words.spotTold.replace("{number}", number(addresses, language)),
  ];
  if (metres !== undefined) told.push(words.nearest.replace("{distance}", distance(metres, language)));
  return card(`${words.spotTitle} ${id}`, told);
}

function aboutHex(facts, { words, language, when, threshold }) {
  const below = facts[`${when}_below_${threshold}`];
  const addresses = facts[`${when}_addresses`];
  if (below === undefined) return card(words.hexTitle, [words.hexHidden]);
  const told = words.hexTold
    .replace("{below}", number(below, language))
    .replace("{addresses}", number(addresses, language));
  return card(words.hexTitle, [told]);
}

function card(title, lines, link) {
  const element = document.createElement("div");
  const heading = document.createElement("h3");
  heading.textContent = title;
  element.append(heading);
  for (const line of lines) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    element.append(paragraph);
  }
  if (link) {
    const paragraph = document.createElement("p");
    const anchor = document.createElement("a");
    anchor.href = link.path;
    anchor.textContent = link.words;
    paragraph.append(anchor);
    element.append(paragraph);
  }
  return element;
}

function number(value, language) {
  return new Intl.NumberFormat(language).format(value);
}

function distance(metres, language) {
  if (metres < 1000) return `${number(Math.round(metres / 10) * 10, language)} m`;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
}
