// The list of coordinates as lines of places, and back. What is no degrees is left to the server.

export function fromText(text) {
  const parts = [[]];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim()) parts.push([]);
    const place = read(line);
    if (place) parts.at(-1).push(place);
  }
  return parts.filter((part) => part.length);
}

export function toText(parts) {
  const written = ([lng, lat]) => `${lng.toFixed(6)} ${lat.toFixed(6)}`;
  return parts.map((part) => part.map(written).join("\n")).join("\n\n");
}

// Every place as a dot, and every line with more than one of them.
export function toFeatures(parts) {
  const feature = (type, coordinates) => ({
    type: "Feature", properties: {}, geometry: { type, coordinates },
  });
  return {
    type: "FeatureCollection",
    features: parts.flatMap((part) => [
      ...(part.length > 1 ? [feature("LineString", part)] : []),
      ...part.map((place) => feature("Point", place)),
    ]),
  };
}

function read(line) {
  const numbers = line.trim().split(/[;\t ]+|,\s+/).map((one) => Number(one.replace(",", ".")));
  const [lng, lat] = numbers;
  const inDenmark = lng >= 7.5 && lng <= 15.6 && lat >= 54.3 && lat <= 58;
  return numbers.length >= 2 && inDenmark ? [lng, lat] : null;
}
