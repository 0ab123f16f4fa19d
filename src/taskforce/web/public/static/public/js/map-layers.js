// The boxes beside the map; what is chosen stands in the page's address. Of the areas of mobile
// coverage one is shown at a time, and then those of need step back.

import { COVERS, fetchPoints } from "./map-mobile.js";

const GROUPS = {
  white_spots: ["white_spots", "white_spot_edges"],
  masts: ["masts", "mast_doubts"],
  ranking: ["ranking", "ranking_numbers"],
  ...Object.fromEntries(COVERS.map((name) => [name, [name, `${name}_edges`]])),
};

export function attachLayers(map, content) {
  const groups = [...document.querySelectorAll(".map-layers")];
  const boxes = groups.flatMap((group) => [...group.querySelectorAll("input")]);
  check(boxes);
  for (const group of groups) group.hidden = false;
  const apply = () => {
    const cover = boxes.find((box) => box.type === "radio" && box.checked)?.value ?? "";
    for (const box of boxes) if (box.value) turn(map, content, box);
    stepBack(map, cover, boxes.find((box) => box.value === "hexes")?.checked);
    const legend = document.querySelector(".legend");
    if (legend) legend.hidden = cover !== "";
  };
  for (const group of groups) {
    group.addEventListener("change", () => {
      apply();
      remember(boxes);
    });
  }
  map.once("load", apply);
}

// A page that names its layers shows those; otherwise what the page itself has checked.
function check(boxes) {
  const asked = new URLSearchParams(location.search).get("layers");
  if (asked === null) return;
  const wanted = asked.split(" ");
  const radios = boxes.filter((box) => box.type === "radio");
  const cover = radios.find((box) => box.value && wanted.includes(box.value));
  for (const box of boxes) {
    box.checked = box.type === "radio" ? box === (cover ?? radios[0]) : wanted.includes(box.value);
  }
}

function turn(map, content, box) {
  show(map, GROUPS[box.value] ?? [box.value], box.checked);
  if (box.checked) fetchPoints(map, content, box.value);
  const key = document.querySelector(`.map-key[data-layer="${box.value}"]`);
  if (key) key.hidden = !box.checked;
}

function stepBack(map, cover, hexes) {
  if (cover) show(map, ["hexes"], false);
  if (!map.getLayer("municipalities")) return;
  map.setPaintProperty("municipalities", "fill-opacity", cover ? 0 : hexes ? 0.25 : 0.92);
}

function show(map, layers, visible) {
  for (const layer of layers) {
    if (map.getLayer(layer)) map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
  }
}

function remember(boxes) {
  const address = new URL(location.href);
  const chosen = boxes.filter((box) => box.checked && box.value).map((box) => box.value);
  address.searchParams.set("layers", chosen.join(" "));
  history.replaceState(null, "", address);
}
