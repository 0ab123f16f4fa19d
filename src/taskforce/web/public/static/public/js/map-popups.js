// Tells about the place that is touched: a dot before a white spot before a small area before a
// municipality.

import { Popup } from "../../vendor/maplibre/maplibre-gl.mjs";
import { aboutCover, aboutPoint, aboutRanked } from "./map-mobile-cards.js";
import { distance, number } from "./map-words.js";

const written = (about) => (facts, content) => card(...about(facts, content));
const TELL = {
  ranking: written(aboutRanked),
  sites: written(aboutPoint),
  masts: written(aboutPoint),
  other_masts: written(aboutPoint),
  white_spots: aboutSpot,
  reported: written(aboutCover),
  measured: written(aboutCover),
  predicted: written(aboutCover),
  disagreement: written(aboutCover),
  hexes: aboutHex,
  municipalities: aboutMunicipality,
};
const LAYERS = Object.keys(TELL);

export function attachPopups(map, content) {
  map.on("click", (event) => {
    const layers = LAYERS.filter((layer) => map.getLayer(layer) && isSeen(map, layer));
    const [touched] = map.queryRenderedFeatures(event.point, { layers });
    const card = touched && TELL[touched.layer.id](touched.properties, content);
    if (card) new Popup({ maxWidth: "300px" }).setLngLat(event.lngLat).setDOMContent(card).addTo(map);
  });
  for (const layer of LAYERS) {
    if (!map.getLayer(layer)) continue;
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}

// Where mobile coverage is shown, the municipalities behind it are not.
function isSeen(map, layer) {
  return layer !== "municipalities" || map.getPaintProperty(layer, "fill-opacity") !== 0;
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
