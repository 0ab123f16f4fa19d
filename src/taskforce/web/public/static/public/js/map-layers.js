// The check boxes beside the map; what is chosen stands in the page's address.

const GROUPS = {
  white_spots: ["white_spots", "white_spot_edges"],
  hexes: ["hexes"],
};

export function attachLayers(map) {
  const group = document.querySelector(".map-layers");
  const boxes = [...group.querySelectorAll("input")];
  const asked = new URLSearchParams(location.search).get("layers");
  if (asked !== null) {
    for (const box of boxes) box.checked = asked.split(" ").includes(box.value);
  }
  group.hidden = false;
  const apply = () => {
    for (const box of boxes) show(map, GROUPS[box.value], box.checked);
    const hexes = boxes.find((box) => box.value === "hexes")?.checked;
    if (map.getLayer("municipalities")) {
      map.setPaintProperty("municipalities", "fill-opacity", hexes ? 0.25 : 0.92);
    }
  };
  group.addEventListener("change", () => {
    apply();
    remember(boxes);
  });
  map.once("load", apply);
}

function show(map, layers, visible) {
  for (const layer of layers) {
    if (map.getLayer(layer)) map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
  }
}

function remember(boxes) {
  const address = new URL(location.href);
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  address.searchParams.set("layers", chosen.join(" "));
  history.replaceState(null, "", address);
}
